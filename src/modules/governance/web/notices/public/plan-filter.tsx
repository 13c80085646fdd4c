import type { Visit } from '#platform/http';
import { Button, Select } from '#platform/ui';
import type { PlaceLine } from '#modules/register';
import { topicIds, topics } from '../../../domain/topics.ts';
import type { PlanAsked } from '../../../queries/forward-plan.ts';
import { planPath } from './read-asked.ts';

/** The questions by which the plan is narrowed down. A plain form: each answer is part of the address. */
export function PlanFilter({
  asked,
  places,
  visit,
}: Readonly<{ asked: PlanAsked; places: readonly PlaceLine[]; visit: Visit }>) {
  return (
    <form method="get" action={planPath(asked.bodyId)} class="accord-filter">
      <Select
        id="place"
        name="place"
        label="In my area"
        value={asked.place ?? ''}
        items={[
          { value: '', text: 'Everywhere' },
          ...places.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select
        id="topic"
        name="topic"
        label="Topic"
        value={asked.topic ?? ''}
        items={[
          { value: '', text: 'Every topic' },
          ...topicIds.map((id) => ({ value: id, text: topics[id] })),
        ]}
      />
      <Select
        id="key"
        name="key"
        label="Key decision"
        value={asked.keyOnly ? 'yes' : ''}
        items={[
          { value: '', text: 'Key or not' },
          { value: 'yes', text: 'Key' },
        ]}
      />
      {visit.on !== visit.today && <input type="hidden" name="on" value={visit.on} />}
      <Button variant="secondary">Show</Button>
    </form>
  );
}
