import { Fieldset, RadiosField, SelectField, Text, TextField } from '#platform/ui';
import type { StepFieldsProps } from './fields.ts';
import { conflictName, dispensations, interestsStated, mostConflicts } from './interests-form.ts';

/** Which members declared an interest in the matter, and what dispensation each had. */
export function InterestsFields({ answers, errors }: StepFieldsProps) {
  const field = { answers, errors };
  const given = Array.from({ length: mostConflicts }, (_, index) => index + 1).filter(
    (place) => (answers[conflictName(place, 'member')] ?? '') !== '',
  );
  const shown = Math.min(mostConflicts, (given.at(-1) ?? 0) + 2);
  return (
    <>
      <RadiosField
        name={interestsStated}
        legend="Was a conflict of interest declared?"
        hint="By a member of the body that decided; or, where one person decided, by a member of the executive who was consulted."
        options={[
          { value: 'some', text: 'Yes, by the members below' },
          { value: 'none', text: 'No, none was declared' },
          {
            value: 'silent',
            text: 'The record does not say',
            hint: 'For an old record that is silent about it.',
          },
        ]}
        {...field}
      />
      {Array.from({ length: shown }, (_, index) => index + 1).map((place) => (
        <Fieldset legend={{ children: `Declaration ${place}`, class: 'govuk-fieldset__legend--s' }}>
          <TextField name={conflictName(place, 'member')} label="Member, by office or name" {...field} />
          <SelectField
            name={conflictName(place, 'dispensation')}
            label="Dispensation"
            options={[
              { value: '', text: 'Not stated' },
              ...Object.entries(dispensations).map(([value, text]) => ({ value, text })),
            ]}
            {...field}
          />
        </Fieldset>
      ))}
      <Text>Save to be given room for more.</Text>
    </>
  );
}
