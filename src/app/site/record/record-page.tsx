import type { EntriesPage, RecordedEntry, SignedCheckpoint } from '#platform/record';
import { Bullets, DataTable, Heading, Link, Pagination, Prose, Text } from '#platform/ui';
import { whatWasDone } from './entries.ts';
import { Moment } from './moment.tsx';

/** The newest entries, and the means to check them. */
export function RecordPage({
  found,
  checkpoint,
  body,
  isFirst,
}: {
  found: EntriesPage;
  checkpoint: SignedCheckpoint;
  body: string | undefined;
  isFirst: boolean;
}) {
  const bodyQuery = body === undefined || body === '' ? '' : `&body=${encodeURIComponent(body)}`;
  return (
    <>
      <Prose>
        <p class="govuk-body-l">
          Every act on this site is entered here when it is done: what, by which office, under which decision.
          Entries can be added but not changed.
        </p>
      </Prose>
      <EntryTable
        entries={found.entries}
        query={body === undefined || body === '' ? '' : `?body=${encodeURIComponent(body)}`}
      />
      <Pagination
        label="Entries of the record"
        previous={isFirst ? undefined : { href: `/record?${bodyQuery.slice(1)}`, children: 'Newest entries' }}
        next={
          found.next === undefined
            ? undefined
            : { href: `/record?before=${found.next}${bodyQuery}`, children: 'Earlier entries' }
        }
      />
      <Prose>
        <Heading size="m">Check it yourself</Heading>
        <Text>
          The entries are the leaves of a Merkle tree (RFC 6962). Its root is signed each time the record
          grows, so no entry can be changed, dropped or slipped in without everyone who kept an earlier
          signature noticing.
        </Text>
        <Bullets
          items={[
            <>
              <Link href="/record/download">Download the whole record</Link>, {checkpoint.size} entries. Check
              it on your own computer with <code>accord record verify FILE</code>.
            </>,
            <>
              Keep <Link href="/record/checkpoint">today’s signed checkpoint</Link>: a few lines with which
              you can show later what the record was today.
            </>,
            <>
              The <Link href="/record/key">public key</Link> that signs it.
            </>,
          ]}
        />
        <Text>
          A private act, such as saving a draft, is entered as a sealed hash alone. It says that something was
          done, and when, but not by whom or what.
        </Text>
      </Prose>
    </>
  );
}

/** Entries as a table, newest first. */
function EntryTable({ entries, query }: { entries: readonly RecordedEntry[]; query: string }) {
  return (
    <DataTable
      caption="Entries of the record"
      captionHidden
      narrow="stack"
      empty="There is no such entry yet."
      rows={entries}
      columns={[
        {
          title: 'What was done',
          cell: (shown) => <Link href={`/record/entries/${shown.seq}`}>{whatWasDone(shown)}</Link>,
        },
        { title: 'By', cell: (shown) => (shown.visibility === 'public' ? shown.office : 'Not shown') },
        { title: 'When', cell: (shown) => <Moment at={shown.at} /> },
      ]}
      downloads={{ csv: `/record.csv${query}`, json: `/record.json${query}` }}
    />
  );
}
