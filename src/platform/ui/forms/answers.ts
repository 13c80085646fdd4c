/** What a person typed, field by field, exactly as it came. Shown again unchanged when something is wrong. */
export type Answers = Readonly<Record<string, string>>;

/** The sentence for each field that is wrong, in the order of the page. `form` is for what no single field caused. */
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
