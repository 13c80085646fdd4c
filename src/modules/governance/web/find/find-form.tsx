import type { Visit } from '#platform/http';
import { Button, Checkboxes, Details, TextInput } from '#platform/ui';
import { Choice, KeepDay, namedOptions, wordOptions } from '#platform/web';
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
          options={wordOptions(foundKinds)}
        />
        <Choice
          name="place"
          label="In my area"
          every="Anywhere"
          chosen={asked.place}
          options={namedOptions(places)}
        />
      </div>
      <Details summary="More ways to narrow it down" open={isNarrow(asked)}>
        <div class="accord-filter">
          <Choice
            name="body"
            label="Council or body"
            every="Every body"
            chosen={asked.bodyId}
            options={namedOptions(bodies)}
          />
          <Choice
            name="topic"
            label="Topic"
            every="Every topic"
            chosen={asked.topic}
            options={wordOptions(topics)}
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
      <KeepDay visit={visit} />
    </form>
  </search>
);

const isNarrow = ({ bodyId, topic, from, to, isKey }: FindAsked): boolean =>
  [bodyId, topic, from, to, isKey].some((each) => each !== undefined);

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
