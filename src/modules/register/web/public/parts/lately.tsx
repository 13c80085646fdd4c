import { formatLondonTime } from '#platform/kernel';
import { momentOf, type RecordedEntry } from '#platform/record';
import { Heading, Link, Text } from './prose.tsx';

/** What was done lately, newest first, each a link to its entry in the record. */
export function Lately({ entries, about }: Readonly<{ entries: readonly RecordedEntry[]; about: string }>) {
  const shown = newest(entries);
  return (
    <section>
      <Heading>Lately in the record</Heading>
      {shown.length === 0 ? (
        <Text>Nothing has been entered about {about} yet.</Text>
      ) : (
        <ol class="govuk-list accord-entries">
          {shown.map((entry) => (
            <li class="accord-entry">
              <p class="accord-entry__summary">
                <Link href={`/record/entries/${entry.seq}`}>{entry.summary}</Link>
              </p>
              <p class="accord-entry__when govuk-hint">
                <time dateTime={entry.at}>{formatLondonTime(momentOf(entry))}</time>, by {entry.office}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

type PublicEntry = Extract<RecordedEntry, { visibility: 'public' }>;

/** The five newest, each once: an act about a body is also one of its offices'. */
function newest(entries: readonly RecordedEntry[]): readonly PublicEntry[] {
  const once = new Map(entries.map((entry) => [entry.seq, entry]));
  return [...once.values()]
    .filter((entry): entry is PublicEntry => entry.visibility === 'public')
    .sort((a, b) => b.seq - a.seq)
    .slice(0, 5);
}
