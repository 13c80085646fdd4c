/**
 * What a person typed and what is wrong with it, field by field: the same shapes as in `platform/http`, declared
 * again because the parts of a page must not know the server that sends it.
 */
export type Answers = Readonly<Record<string, string>>;
export type FieldErrors = Readonly<Record<string, string>>;

/** What every field of a form is told. */
export type FieldOfForm = Readonly<{
  name: string;
  label: string;
  hint?: string | undefined;
  /** What was typed before; shown again unchanged. */
  answers?: Answers | undefined;
  /** What is wrong, by name of field. */
  errors?: FieldErrors | undefined;
  /** When the page asks this one question, its label is set large and is the page's heading. */
  isPageHeading?: boolean | undefined;
}>;

/** The id of the element that an error about `name` links to: the field, or the first box of a date. */
export const fieldId = (name: string): string => name.replace(/-day$/, '');
