import { CheckboxesField, DateField, RadiosField, TextareaField, TextField } from '#platform/ui';
import { tickedIn } from './draft-parts.ts';
import type { FieldsProps } from './fields-props.ts';
import { longest } from './read-draft.ts';

export function TermsFields({ answers, errors }: FieldsProps) {
  const field = { answers, errors };
  const parties = tickedIn(answers, 'party').length;
  return (
    <>
      <RadiosField
        name="needs"
        legend="How many parties must adopt it?"
        options={[
          { value: 'all', text: `All of them${parties > 0 ? ` (${parties})` : ''}` },
          {
            value: 'enough',
            text: 'Enough of them',
            conditional: (
              <TextField name="atLeast" label="At least how many?" inputmode="numeric" width={3} {...field} />
            ),
          },
        ]}
        {...field}
      />
      <DateField
        name="deadline"
        legend="Last day to adopt (optional)"
        hint="A party’s decision counts if it is taken on or before this day, even where it can still be called in after it."
        {...field}
      />
      <RadiosField
        name="start"
        legend="May anybody start before all call-in is over?"
        options={[
          { value: 'all-together', text: 'No: nobody starts before it takes effect for all' },
          {
            value: 'each-when-ready',
            text: 'Yes: each party may start once its own approvals are in effect',
          },
        ]}
        {...field}
      />
    </>
  );
}

export function ChangeFields({ answers, errors, candidates }: FieldsProps) {
  const field = { answers, errors };
  const parties = new Set(tickedIn(answers, 'party'));
  return (
    <>
      <TextareaField
        name="changed"
        label="What does this version change?"
        rows={3}
        maxLength={longest.changed}
        {...field}
      />
      <TextareaField name="reason" label="Why?" rows={3} maxLength={longest.changed} {...field} />
      <CheckboxesField
        name="reopens"
        legend="Whose adoption no longer stands?"
        hint="A party that is ticked must adopt this version anew. Where the text, the clauses, how many must adopt or who may start is changed, that is every other party; leave one out only where none of them is."
        options={candidates
          .filter(({ body }) => parties.has(body.id))
          .map(({ body }) => ({ name: `reopens-${body.id}`, text: body.name }))}
        {...field}
      />
    </>
  );
}
