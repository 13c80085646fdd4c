import { formatDate, plural } from '#platform/kernel';
import { momentOf, type RecordedEntry } from '#platform/record';
import { Link } from '#platform/ui';
import type { ComponentChildren } from 'preact';
import { Section } from '#platform/web';

type PublicEntry = Extract<RecordedEntry, { visibility: 'public' }>;
type Run = Readonly<{ first: PublicEntry; others: number }>;

const runsShown = 5;

/**
 * What was done lately, newest first, each a link to its entry in the record. Acts of one kind that an office did one
 * after the other are one line; so is what the platform entered by itself, which stands last, so that an import does not
 * push the acts of offices off the page.
 */
export function Lately({
  entries,
  nothing,
  feed,
}: Readonly<{ entries: readonly RecordedEntry[]; nothing: string; feed?: string }>) {
  const { ofOffices, ofPlatform } = apart(newestFirst(entries));
  const runs = runsOf(ofOffices).slice(0, runsShown);
  const [loading] = ofPlatform;
  return (
    <Section title="Lately in the record">
      {runs.length === 0 && <p class="govuk-body">{nothing}</p>}
      {(runs.length > 0 || loading !== undefined) && (
        <ol class="accord-lately">
          {runs.map(({ first, others }) => (
            <Line entry={first}>
              {others > 0 && `, and ${plural(others, 'more entry like it', 'more entries like it')}`}
            </Line>
          ))}
          {loading !== undefined && (
            <Line entry={loading}>
              {ofPlatform.length > 1 && `, the last of ${plural(ofPlatform.length, 'entry', 'entries')}`}
            </Line>
          )}
        </ol>
      )}
      {feed !== undefined && (
        <p class="govuk-body govuk-!-margin-top-4">
          <Link href={feed}>Follow this as a feed</Link> (Atom)
        </p>
      )}
    </Section>
  );
}

const Line = ({ entry, children }: Readonly<{ entry: PublicEntry; children: ComponentChildren }>) => (
  <li>
    <Link href={`/record/entries/${entry.seq}`}>{entry.summary}</Link>
    {children}
    <span class="accord-lately__when">
      <time dateTime={entry.at}>{formatDate(momentOf(entry).date)}</time>, {entry.office}
    </span>
  </li>
);

/** What is in no body's name the platform entered itself. */
const apart = (entries: readonly PublicEntry[]) => ({
  ofOffices: entries.filter(({ body }) => body !== undefined),
  ofPlatform: entries.filter(({ body }) => body === undefined),
});

/** Each public entry once: an act about a body is often one of its own offices', too. */
function newestFirst(entries: readonly RecordedEntry[]): readonly PublicEntry[] {
  const once = new Map(entries.map((entry) => [entry.seq, entry]));
  return [...once.values()]
    .filter((entry): entry is PublicEntry => entry.visibility === 'public')
    .sort((a, b) => b.seq - a.seq);
}

function runsOf(entries: readonly PublicEntry[]): readonly Run[] {
  const runs: Run[] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last !== undefined && last.first.act === entry.act && last.first.office === entry.office)
      runs[runs.length - 1] = { ...last, others: last.others + 1 };
    else runs.push({ first: entry, others: 0 });
  }
  return runs;
}
