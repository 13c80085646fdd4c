import { RadiosField, TextareaField, TextField } from '#platform/ui';
import type { SectionProps } from './section-props.ts';

/** Whether it is a key decision, and the figures that say so. */
export function KeyFields(field: SectionProps) {
  return (
    <>
      <RadiosField
        name="isKey"
        legend="Is it a key decision?"
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        inline
        {...field}
      />
      <TextField
        name="spend"
        label="Spending (optional)"
        prefix="£"
        inputmode="decimal"
        width={10}
        {...field}
      />
      <TextField
        name="saving"
        label="Saving (optional)"
        prefix="£"
        inputmode="decimal"
        width={10}
        {...field}
      />
      <TextField
        name="wards"
        label="How many wards or divisions it affects significantly (optional)"
        hint="A number, like 2."
        inputmode="numeric"
        width={3}
        {...field}
      />
      <TextareaField
        name="keyReasons"
        label="Why it is a key decision, or why not (optional)"
        hint="Needed where your answer is another than your body’s rules give. Scrutiny may question it (SI 2012/2089, regulation 18)."
        rows={3}
        {...field}
      />
    </>
  );
}
