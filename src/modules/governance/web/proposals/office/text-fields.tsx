import { Button, CheckboxesField, Fieldset, SelectField, TextareaField, TextField } from '#platform/ui';
import { step } from '#platform/web';
import { topicIds, topics } from '../../../domain/topics.ts';
import { clauseFor } from '../words.ts';
import { oneMore } from './addresses.ts';
import type { FieldsProps } from './fields-props.ts';
import { clauseBoxes, longest, mostClauses } from './read-draft.ts';

export function TextFields({ answers, errors }: FieldsProps) {
  const field = { answers, errors };
  const boxes = clauseBoxes(answers);
  return (
    <>
      <TextField name="title" label="Title" hint="For example, A Mid Kent waste partnership." {...field} />
      <TextareaField
        name="summary"
        label="What is proposed, in a few sentences"
        rows={3}
        maxLength={longest.summary}
        {...field}
      />
      <TextareaField
        name="text"
        label="The text (optional)"
        hint="What the parties would agree to, in full. Versions are compared sentence by sentence."
        rows={12}
        maxLength={longest.text}
        {...field}
      />
      <input type="hidden" name="clauses" value={String(boxes)} />
      {Array.from({ length: boxes }, (_, index) => (
        <Fieldset legend={{ children: `Clause ${index + 1}`, class: 'govuk-fieldset__legend--m' }}>
          <TextareaField
            name={`clause-${index + 1}`}
            label={index === 0 ? 'What is each party asked to resolve?' : 'What else? (optional)'}
            rows={3}
            {...field}
          />
          <SelectField
            name={`effect-${index + 1}`}
            label="Which part of a council is it for?"
            options={[
              { value: '', text: 'Select' },
              ...Object.entries(clauseFor).map(([value, text]) => ({ value, text })),
            ]}
            {...field}
          />
        </Fieldset>
      ))}
      {boxes < mostClauses && (
        <Button name={step.name} value={oneMore} variant="secondary">
          Add another clause
        </Button>
      )}
      <TextField
        name="source"
        label="Where does the text come from?"
        hint="For example, Report to the four leaders, 3 June 2026."
        {...field}
      />
      <CheckboxesField
        name="topics"
        legend="Topics (optional)"
        options={topicIds.map((topic) => ({ name: `topic-${topic}`, text: topics[topic] }))}
        {...field}
      />
    </>
  );
}
