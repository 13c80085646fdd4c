import type { Visit } from '#platform/http';
import { Button, TextInput } from '#platform/ui';
import { Choice, KeepDay, namedOptions, wordOptions } from '#platform/web';
import { topics } from '#modules/governance';
import type { BodyLine } from '#modules/register';
import { type Collection, measures } from '../../domain/commitment/commitment.ts';
import type { CommitmentFilter } from '../../queries/commitments/list.ts';
import { listedStandings } from './read-filter.ts';

type FilterFormProps = Readonly<{
  filter: CommitmentFilter;
  collections: readonly Collection[];
  /** The chapters of the document that is chosen. */
  chapters: readonly string[];
  bodies: readonly BodyLine[];
  visit: Visit;
}>;

/** The questions by which the list of promises is narrowed down. A plain form: each answer is part of the address. */
export const FilterForm = ({ filter, collections, chapters, bodies, visit }: FilterFormProps) => (
  <form method="get" action="/commitments">
    <div class="accord-filter">
      <TextInput id="text" name="text" label="Words in it" value={filter.text ?? ''} />
      <Choice
        name="collection"
        label="Document"
        every="Every document"
        chosen={filter.collectionId}
        options={collections.map(({ id, title }) => ({ value: id, text: title }))}
      />
      {chapters.length > 0 && (
        <Choice
          name="chapter"
          label="Part of the document"
          every="Every part"
          chosen={filter.chapter}
          options={chapters.map((chapter) => ({ value: chapter, text: chapter }))}
        />
      )}
      <Choice
        name="body"
        label="Promised by"
        every="Every body"
        chosen={filter.owner}
        options={namedOptions(bodies)}
      />
      <Choice
        name="standing"
        label="Where it stands"
        every="Anywhere"
        chosen={filter.standing}
        options={Object.entries(listedStandings).map(([value, { text }]) => ({ value, text }))}
      />
      <Choice
        name="measure"
        label="How it can be told"
        every="Measurable or not"
        chosen={filter.measure}
        options={wordOptions(measures)}
      />
      <Choice
        name="topic"
        label="Topic"
        every="Every topic"
        chosen={filter.topic}
        options={wordOptions(topics)}
      />
      {filter.place !== undefined && <input type="hidden" name="place" value={filter.place} />}
      <KeepDay visit={visit} />
    </div>
    <Button variant="secondary">Show</Button>
  </form>
);
