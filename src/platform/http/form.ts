/** What a person typed, field by field, exactly as it came. Shown again unchanged when something is wrong. */
export type Answers = Readonly<Record<string, string>>;

/** The sentence for each field that is wrong, in the order of the page. `form` is for what no single field caused. */
export type FieldErrors = Readonly<Record<string, string>>;

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
