import type { Visit } from '#platform/http';
import { Button } from '#platform/ui';
import { Choice, KeepDay, namedOptions, wordOptions } from '#platform/web';
import type { BodyLine, PlaceLine } from '#modules/register';
import { topics } from '../../../domain/topics.ts';
import type { PlanAsked } from '../../../queries/forward-plan.ts';
import { planPath } from './read-asked.ts';

/** The questions by which the plan is narrowed down. A plain form: each answer is part of the address. */
export function PlanFilter({
  asked,
  bodies,
  places,
  visit,
}: Readonly<{
  asked: PlanAsked;
  bodies: readonly BodyLine[];
  places: readonly PlaceLine[];
  visit: Visit;
}>) {
  return (
    <form method="get" action={planPath(undefined)} class="accord-filter">
      <Choice
        name="body"
        label="Body"
        every="Every body"
        chosen={asked.bodyId}
        options={namedOptions(bodies)}
      />
      <Choice
        name="place"
        label="In my area"
        every="Everywhere"
        chosen={asked.place}
        options={namedOptions(places)}
      />
      <Choice
        name="topic"
        label="Topic"
        every="Every topic"
        chosen={asked.topic}
        options={wordOptions(topics)}
      />
      <Choice
        name="key"
        label="Key decision"
        every="Key or not"
        chosen={asked.keyOnly ? 'yes' : undefined}
        options={[{ value: 'yes', text: 'Key' }]}
      />
      <KeepDay visit={visit} />
      <Button variant="secondary">Show</Button>
    </form>
  );
}
