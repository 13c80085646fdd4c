import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { isKnown } from './dated.ts';

/** A day on which a body's offices are closed, so that its own constitution does not count it as a working day. */
export type Closure = Readonly<{
  bodyId: string;
  day: IsoDate;
  reason: string;
  source: string;
  recordedOn: IsoDate;
  withdrawnOn: IsoDate | undefined;
}>;

/** The closures that count: those known now, or those that were known at the end of an earlier day. */
export function closuresKnown(closures: readonly Closure[], knownOn?: IsoDate): readonly Closure[] {
  return closures.filter(({ recordedOn, withdrawnOn }) =>
    isKnown({ recordedOn, replacedOn: withdrawnOn }, knownOn),
  );
}

export type ClosureRefusal = 'reason-missing' | 'source-missing' | 'already-closed' | 'day-has-passed';

/**
 * Whether a closure may be added. Only for a day still to come: closing a day that has passed would move deadlines that
 * people have already relied on.
 */
export function acceptClosure(
  closure: Readonly<{ day: IsoDate; reason: string; source: string }>,
  closed: readonly Closure[],
  today: IsoDate,
): Result<void, ClosureRefusal> {
  if (closure.reason.trim() === '') return refuse('reason-missing');
  if (closure.source.trim() === '') return refuse('source-missing');
  if (closure.day < today) return refuse('day-has-passed');
  const already = closuresKnown(closed).some(({ day }) => day === closure.day);
  return already ? refuse('already-closed') : ok();
}
