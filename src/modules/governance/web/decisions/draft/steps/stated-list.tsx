import type { Answers, FieldErrors } from '#platform/http';
import { RadiosField, TextareaField } from '#platform/ui';

type StatedListProps = Readonly<{
  /** The box with the items, and the question whether there are any. */
  name: string;
  stated: string;
  legend: string;
  some: string;
  label: string;
  none: string;
  answers: Answers;
  errors: FieldErrors;
}>;

/** A list that a record gives, or says “none” of; left open where an old record is silent. */
export const StatedList = ({ name, stated, legend, some, label, none, ...field }: StatedListProps) => (
  <RadiosField
    name={stated}
    legend={legend}
    options={[
      {
        value: 'some',
        text: some,
        conditional: <TextareaField name={name} label={label} hint="One to a line." rows={5} {...field} />,
      },
      { value: 'none', text: none },
      {
        value: 'silent',
        text: 'The record does not say',
        hint: 'For an old record that is silent about it.',
      },
    ]}
    {...field}
  />
);
