import { DateField, SelectField, TextareaField, TextField } from '#platform/ui';
import { makers } from '../../../../domain/decision/decision.ts';
import type { SectionProps } from './section-props.ts';

/** Who decides, and when. */
export function MakerFields(field: SectionProps) {
  return (
    <>
      <SelectField
        name="makerKind"
        label="Who decides?"
        options={[
          { value: '', text: 'Choose one' },
          ...Object.entries(makers).map(([value, { title }]) => ({ value, text: title })),
        ]}
        {...field}
      />
      <TextField
        name="decisionMaker"
        label="Name of the decision maker"
        hint="The body, or the name and title of the individual."
        {...field}
      />
      <TextareaField
        name="members"
        label="Members of the body"
        hint="One on each line. Leave empty where an individual decides."
        rows={5}
        {...field}
      />
      <DateField
        name="due"
        legend="When is the decision due?"
        hint="The day, or the first day of the period. For example, 21 3 2027."
        {...field}
      />
      <DateField name="dueUntil" legend="Last day of the period (optional)" {...field} />
    </>
  );
}
