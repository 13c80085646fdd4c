import { formatDate, plural } from '#platform/kernel';
import { momentOf, type RecordedEntry } from '#platform/record';
import { Link } from '#platform/ui';
import { Section } from './section.tsx';

type PublicEntry = Extract<RecordedEntry, { visibility: 'public' }>;
type Run = Readonly<{ first: PublicEntry; others: number }>;

const runsShown = 5;

/**
 * What was done lately, newest first, each a link to its entry in the record. Acts of one kind that an office did one after
 * the other are one line, so that an import does not push everything else off the page.
 */
export function Lately({
  entries,
  nothing,
}: Readonly<{ entries: readonly RecordedEntry[]; nothing: string }>) {
  const runs = runsOf(newestFirst(entries)).slice(0, runsShown);
  return (
    <Section title="Lately in the record">
      {runs.length === 0 ? (
        <p class="govuk-body">{nothing}</p>
      ) : (
        <ol class="accord-lately">
          {runs.map(({ first, others }) => (
            <li>
              <Link href={`/record/entries/${first.seq}`}>{first.summary}</Link>
              {others > 0 && `, and ${plural(others, 'more entry like it', 'more entries like it')}`}
              <span class="accord-lately__when">
                <time dateTime={first.at}>{formatDate(momentOf(first).date)}</time>, {first.office}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

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
