import type { Visit } from '#platform/http';
import { Button, Checkboxes, Details, Select, TextInput } from '#platform/ui';
import type { BodyLine, PlaceLine } from '#modules/register';
import { topics } from '../../domain/topics.ts';
import { type FindAsked, foundKinds } from '../../queries/find/find-asked.ts';

type FindFormProps = Readonly<{
  asked: FindAsked;
  bodies: readonly BodyLine[];
  places: readonly PlaceLine[];
  visit: Visit;
}>;

/** What to look for. A plain form: each answer is part of the address, so a search can be kept and sent on. */
export const FindForm = ({ asked, bodies, places, visit }: FindFormProps) => (
  <search>
    <form method="get" action="/decisions/find">
      <TextInput
        id="q"
        name="q"
        type="search"
        label="Words"
        hint="For example: waste contract. Put a phrase in quotation marks, and a minus sign before a word to leave out."
        value={asked.words}
        attributes={{ maxlength: 200, autocomplete: 'off' }}
      />
      <div class="accord-filter">
        <Choice
          name="kind"
          label="Kind"
          every="Everything"
          chosen={asked.kind}
          options={entries(foundKinds)}
        />
        <Choice
          name="place"
          label="In my area"
          every="Anywhere"
          chosen={asked.place}
          options={named(places)}
        />
      </div>
      <Details summary="More ways to narrow it down" open={isNarrow(asked)}>
        <div class="accord-filter">
          <Choice
            name="body"
            label="Council or body"
            every="Every body"
            chosen={asked.bodyId}
            options={named(bodies)}
          />
          <Choice
            name="topic"
            label="Topic"
            every="Every topic"
            chosen={asked.topic}
            options={entries(topics)}
          />
          <Day name="from" label="From" on={asked.from} />
          <Day name="to" label="To" on={asked.to} />
        </div>
        <Checkboxes
          name="key"
          idPrefix="key"
          items={[{ value: 'yes', children: 'Key decisions alone', checked: asked.isKey === true }]}
        />
      </Details>
      <Button>Search</Button>
      {visit.on !== visit.today && <input type="hidden" name="on" value={visit.on} />}
    </form>
  </search>
);

const isNarrow = ({ bodyId, topic, from, to, isKey }: FindAsked): boolean =>
  [bodyId, topic, from, to, isKey].some((each) => each !== undefined);

type Option = Readonly<{ value: string; text: string }>;

const named = (things: readonly Readonly<{ id: string; name: string }>[]): readonly Option[] =>
  things.map(({ id, name }) => ({ value: id, text: name }));
const entries = (words: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

type ChoiceProps = Readonly<{
  name: string;
  label: string;
  every: string;
  chosen: string | undefined;
  options: readonly Option[];
}>;

const Choice = ({ name, label, every, chosen, options }: ChoiceProps) => (
  <Select
    id={name}
    name={name}
    label={label}
    value={chosen ?? ''}
    items={[{ value: '', text: every }, ...options]}
  />
);

const Day = ({ name, label, on }: Readonly<{ name: string; label: string; on: string | undefined }>) => (
  <TextInput
    id={name}
    name={name}
    label={label}
    hint="Written 2008-07-09 where your browser has no calendar."
    value={on ?? ''}
    class="govuk-input--width-10"
    attributes={{ type: 'date' }}
  />
);
