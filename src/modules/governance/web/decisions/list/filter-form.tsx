import type { Visit } from '#platform/http';
import { Button, Details, TextInput } from '#platform/ui';
import type { BodyLine, PlaceLine } from '#modules/register';
import { Choice, DayField, namedOptions, wordOptions } from '#platform/web';
import { clauseEffects } from '../../../domain/decision/clause.ts';
import { makers } from '../../../domain/decision/decision.ts';
import { topics } from '../../../domain/topics.ts';
import type { DecisionFilter } from '../../../queries/decisions-list.ts';
import { listedStandings } from './read-filter.ts';

type FilterFormProps = Readonly<{
  filter: DecisionFilter;
  bodies: readonly BodyLine[];
  places: readonly PlaceLine[];
  visit: Visit;
}>;

/** The questions by which a list of decisions is narrowed down. A plain form: each answer is part of the address. */
export const FilterForm = ({ filter, bodies, places, visit }: FilterFormProps) => (
  <form method="get" action="/decisions/all">
    <div class="accord-filter">
      <Choice
        name="body"
        label="Council or body"
        every="Every body"
        chosen={filter.bodyId}
        options={namedOptions(bodies)}
      />
      <TextInput
        id="year"
        name="year"
        label="Year decided"
        value={filter.year === undefined ? '' : String(filter.year)}
        class="govuk-input--width-4"
        attributes={{ inputmode: 'numeric' }}
      />
      <Choice
        name="standing"
        label="Where it stands"
        every="Anywhere"
        chosen={filter.standing}
        options={Object.entries(listedStandings).map(([value, { text }]) => ({ value, text }))}
      />
      <Choice
        name="key"
        label="Key decision"
        every="Key or not"
        chosen={filter.isKey === undefined ? undefined : filter.isKey ? 'yes' : 'no'}
        options={[
          { value: 'yes', text: 'Key' },
          { value: 'no', text: 'Not key' },
        ]}
      />
    </div>
    <Details summary="More ways to narrow it down" open={isNarrow(filter)}>
      <div class="accord-filter">
        <Choice
          name="maker"
          label="Decided by"
          every="Anybody"
          chosen={filter.makerKind}
          options={wordOptions(makers)}
        />
        <Choice
          name="effect"
          label="What a clause does"
          every="Anything"
          chosen={filter.effect}
          options={wordOptions(clauseEffects)}
        />
        <Choice
          name="topic"
          label="Topic"
          every="Every topic"
          chosen={filter.topic}
          options={wordOptions(topics)}
        />
        <Choice
          name="place"
          label="Place"
          every="Every place"
          chosen={filter.place}
          options={namedOptions(places)}
        />
        <DayField id="on" on={visit.on} />
      </div>
    </Details>
    <Button variant="secondary">Show</Button>
  </form>
);

const isNarrow = ({ makerKind, effect, topic, place }: DecisionFilter): boolean =>
  [makerKind, effect, topic, place].some((each) => each !== undefined);
