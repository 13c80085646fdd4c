import type { Answers, FieldErrors } from '#platform/ui';

export type { Answers, FieldErrors };

/** Turns zod's issues into one sentence a field: the first thing wrong with each, in the order they were found. */
export function fieldErrors(
  issues: readonly Readonly<{ path: readonly PropertyKey[]; message: string }>[],
): FieldErrors {
  const errors: Record<string, string> = {};
  for (const issue of issues) {
    const field = issue.path.length === 0 ? 'form' : issue.path.join('.');
    errors[field] ??= issue.message;
  }
  return errors;
}
