import { CheckboxesField, TextareaField, TextField } from '#platform/ui';
import { topicIds, topics } from '../../../../domain/topics.ts';
import { longest } from '../read/typed.ts';
import type { SectionProps } from './section-props.ts';

/** What is to be decided, and what it concerns. */
export function MatterFields({ places, ...field }: SectionProps) {
  return (
    <>
      <TextField name="title" label="Title" hint="For example, Contract for waste collection." {...field} />
      <TextareaField
        name="matter"
        label="What is to be decided?"
        hint="Enough for a resident to know whether it concerns them. A notice is public in all its parts: it holds no exempt or confidential information."
        rows={5}
        maxLength={longest.passage}
        {...field}
      />
      <TextField
        name="leadOffice"
        label="Lead office (optional)"
        hint="The office that prepares it, not a person."
        {...field}
      />
      <CheckboxesField
        name="places"
        legend="Places it concerns (optional)"
        hint="Tick none where it concerns everywhere the body serves."
        options={places.map(({ id, name }) => ({ name: `place-${id}`, text: name }))}
        {...field}
      />
      <CheckboxesField
        name="topics"
        legend="Topics (optional)"
        options={topicIds.map((id) => ({ name: `topic-${id}`, text: topics[id] }))}
        {...field}
      />
    </>
  );
}
