import type { EntriesPage, RecordedEntry, SignedCheckpoint } from '#platform/record';
import { Bullets, DataTable, Heading, Link, Pagination, Prose, Text } from '#platform/ui';
import { whatWasDone } from './entries.ts';
import { feedOf } from './feed.ts';
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
  body: Readonly<{ id: string; name: string }> | undefined;
  isFirst: boolean;
}) {
  const bodyQuery = body === undefined ? '' : `&body=${encodeURIComponent(body.id)}`;
  return (
    <>
      <Prose>
        <p class="govuk-body-l">
          Every act on this site is entered here when it is done: what, by which office, under which decision.
          Entries can be added but not changed.
        </p>
        <Text>
          {body !== undefined && (
            <>
              These are the acts of the offices of <Link href={`/bodies/${body.id}`}>{body.name}</Link>. Acts
              in private show in <Link href="/record">the whole record</Link> alone.{' '}
            </>
          )}
          <Link href={feedOf(body).href}>Follow this list as a feed</Link> (Atom).
        </Text>
      </Prose>
      <EntryTable
        entries={found.entries}
        query={bodyQuery.replace('&', '?')}
        empty={body === undefined ? 'There is no such entry yet.' : 'Its offices have entered nothing yet.'}
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
function EntryTable({
  entries,
  query,
  empty,
}: {
  entries: readonly RecordedEntry[];
  query: string;
  empty: string;
}) {
  return (
    <DataTable
      caption="Entries of the record"
      captionHidden
      narrow="stack"
      empty={empty}
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
