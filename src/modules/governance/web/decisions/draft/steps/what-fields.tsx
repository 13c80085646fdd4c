import { DateField, RadiosField, SelectField, TextareaField, TextField } from '#platform/ui';
import { makers } from '../../../../domain/decision/decision.ts';
import type { StepFieldsProps } from './fields.ts';

/** What was decided on, by whom, when, and whether its record is an old one. */
export function WhatFields({ answers, errors, choices }: StepFieldsProps) {
  const field = { answers, errors };
  return (
    <>
      <TextField name="title" label="Title of the decision" {...field} />
      <TextareaField
        name="issue"
        label="The matter, in a few sentences"
        hint="What had to be decided, for somebody who has not read the report."
        rows={4}
        maxLength={5000}
        {...field}
      />
      <SelectField
        name="makerKind"
        label="What kind of decision maker"
        options={[
          { value: '', text: 'Select one' },
          ...Object.entries(makers).map(([value, { title }]) => ({ value, text: title })),
        ]}
        {...field}
      />
      <TextField
        name="decisionMaker"
        label="Who decided"
        hint="The body, or the office of the member or officer: “The Cabinet”, “Cabinet Member for Housing”."
        {...field}
      />
      <SelectField
        name="committee"
        label="The committee, where it decided in one (optional)"
        options={[
          { value: '', text: 'None, or not set up here' },
          ...choices.committees.map(({ id, text }) => ({ value: id, text })),
        ]}
        {...field}
      />
      <DateField
        name="taken"
        legend="Day of the decision"
        hint="For example, 9 7 2026. The law and your rules of this day judge the record."
        {...field}
      />
      <RadiosField
        name="executive"
        legend="Is it an executive decision?"
        hint="A decision of the leader, the cabinet, one of its members, or an officer acting for them. Not one of the full Council or its committees."
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        inline
        {...field}
      />
      <RadiosField
        name="key"
        legend="Is it a key decision?"
        options={[
          {
            value: 'yes',
            text: 'Yes',
            conditional: (
              <TextareaField
                name="keyReasons"
                label="Why it is key (optional)"
                hint="Scrutiny may ask: the money, or the wards it affects."
                rows={2}
                {...field}
              />
            ),
          },
          { value: 'no', text: 'No' },
        ]}
        {...field}
      />
      <RadiosField
        name="historic"
        legend="Is this an old record, published before it came here?"
        options={[
          { value: 'no', text: 'No, it is published here for the first time' },
          {
            value: 'yes',
            text: 'Yes',
            hint: 'It is shown as it was, with its gaps. Nothing may be filled in.',
            conditional: (
              <>
                <DateField name="published" legend="Day on which the old record was published" {...field} />
                <TextField
                  name="publishedTime"
                  label="Time, if it is known (optional)"
                  hint="On the 24-hour clock, like 17:00."
                  width={5}
                  {...field}
                />
              </>
            ),
          },
        ]}
        {...field}
      />
      <TextField
        name="source"
        label="Source (needed for an old record)"
        hint="Where the record is to be found: the document, its date, its paragraph."
        {...field}
      />
    </>
  );
}
