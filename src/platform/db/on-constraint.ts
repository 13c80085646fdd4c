import { refuse, type Result } from '#platform/kernel';
import { ConstraintViolated } from './errors.ts';

/**
 * Turns a broken rule of the database into the refusal an action promises, by the constraint's name; any other error
 * stays thrown. Wrap a statement inside a transaction and return the refusal (it rolls back), or wrap the whole
 * transaction, which also catches rules that are judged at its end.
 */
export async function onConstraint<Value, Refusal, const Mapped>(
  outcome: Promise<Result<Value, Refusal>>,
  refusals: Readonly<Record<string, Mapped>>,
): Promise<Result<Value, Refusal | Mapped>> {
  try {
    return await outcome;
  } catch (error) {
    if (error instanceof ConstraintViolated && Object.hasOwn(refusals, error.constraint)) {
      const refusal = refusals[error.constraint];
      if (refusal !== undefined) return refuse(refusal);
    }
    throw error;
  }
}
