import { json, notFound, page, type PublicRoute, stream, text, type Visit } from '#platform/http';
import { formatLondonTime, londonTime } from '#platform/kernel';
import {
  consistencyProof,
  downloadRecord,
  entriesPage,
  type EntriesPage,
  entry,
  inclusionProof,
  type RecordedEntry,
  type SignedCheckpoint,
} from '#platform/record';
import { Details, Pagination, SummaryList } from '#platform/ui';
import { z } from 'zod';
import { Bullets, Heading, Link, Prose, Text } from './prose.tsx';
import type { SiteServices } from './site.ts';

const entriesPerPage = 30;
const home = { text: 'Home', href: '/' };

/** The public record: what was done, by which office, and the means to check that it is all there and unchanged. */
export function recordRoutes(services: SiteServices): readonly PublicRoute[] {
  const { database, checkpoints, key } = services;
  return [
    {
      method: 'GET',
      path: '/record',
      may: 'anyone',
      handle: async ({ query }) => {
        const before = wholeNumber(query['before']);
        const body = query['body'];
        const found = await entriesPage(database, {
          limit: entriesPerPage,
          ...(before !== undefined && { before }),
          ...(body !== undefined && body !== '' && { body }),
        });
        return page({
          title: 'The record',
          description:
            'Every act on this site, in order, with the means to check that none was changed or left out.',
          section: 'record',
          breadcrumbs: [home, { text: 'The record' }],
          main: (
            <RecordPage
              found={found}
              checkpoint={await checkpoints.newest()}
              body={body}
              isFirst={before === undefined}
            />
          ),
        });
      },
    },
    {
      method: 'GET',
      path: '/record/entries/:number',
      may: 'anyone',
      handle: async ({ params }) => {
        const number = wholeNumber(params['number']);
        const found = number === undefined ? undefined : await entry(database, number);
        if (found === undefined) return notFound('There is no entry with this number in the record.');
        const checkpoint = await checkpoints.newest();
        const proof = await inclusionProof(database, found.seq, checkpoint.size);
        return page({
          title: `Entry ${found.seq}`,
          caption: 'The record',
          section: 'record',
          breadcrumbs: [home, { text: 'The record', href: '/record' }, { text: `Entry ${found.seq}` }],
          main: <EntryPage found={found} checkpoint={checkpoint} proof={proof.ok ? proof.value : []} />,
        });
      },
    },
    {
      method: 'GET',
      path: '/record/checkpoint',
      may: 'anyone',
      handle: async () => text('text/plain', (await checkpoints.newest()).note),
    },
    {
      method: 'GET',
      path: '/record/key',
      may: 'anyone',
      handle: async () => text('text/plain', `${key.publicKey}\n`),
    },
    {
      method: 'GET',
      path: '/record/download',
      may: 'anyone',
      handle: async () =>
        stream(
          'application/x-ndjson',
          downloadRecord(database, await checkpoints.newest(), key.publicKey),
          'accord-record.ndjson',
        ),
    },
    ...proofRoutes(services),
  ];
}

const entryShape = z.object({
  number: z.int().describe('Counted from 0'),
  leaf: z.string().describe('The text that is hashed, as canonical JSON'),
  leafHash: z.string().describe('SHA-256 of a zero byte and the leaf (RFC 6962)'),
});
const hashes = z.array(z.string().describe('SHA-256, in hexadecimal'));

/** The same for programs: entries and the proofs of RFC 6962. */
function proofRoutes({ database }: SiteServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/api/record/entries',
      may: 'anyone',
      api: {
        summary: 'Entries of the record, newest first, 30 at a time',
        parameters: { before: { says: 'Only entries below this number', example: '20' } },
        answers: z.object({ entries: z.array(entryShape), next: z.int().nullable() }),
      },
      handle: async ({ query }) => {
        const before = wholeNumber(query['before']);
        const found = await entriesPage(database, {
          limit: entriesPerPage,
          ...(before !== undefined && { before }),
        });
        return json({ entries: found.entries.map(asShape), next: found.next ?? null });
      },
    },
    {
      method: 'GET',
      path: '/api/record/proofs/inclusion/:number/:size',
      may: 'anyone',
      api: {
        summary: 'The proof that an entry is in the record of a size',
        parameters: {
          number: { says: 'The entry, counted from 0', example: '0' },
          size: { says: 'How many entries the record has, as a checkpoint says', example: '2' },
        },
        answers: z.object({ hashes }),
      },
      handle: async ({ params }) => {
        const proof = await inclusionProof(database, count(params['number']), count(params['size']));
        return proof.ok
          ? json({ hashes: proof.value })
          : notFound('The record has no such entry at that size.');
      },
    },
    {
      method: 'GET',
      path: '/api/record/proofs/consistency/:from/:to',
      may: 'anyone',
      api: {
        summary: 'The proof that the longer record begins with the shorter',
        parameters: {
          from: { says: 'The size of the record before', example: '1' },
          to: { says: 'The size of the record after', example: '2' },
        },
        answers: z.object({ hashes }),
      },
      handle: async ({ params }) => {
        const proof = await consistencyProof(database, count(params['from']), count(params['to']));
        return proof.ok ? json({ hashes: proof.value }) : notFound('The record has not had these sizes.');
      },
    },
  ];
}

const asShape = ({ seq, leaf, leafHash }: RecordedEntry) => ({ number: seq, leaf, leafHash });

function wholeNumber(typed: string | undefined): number | undefined {
  return typed !== undefined && /^\d{1,15}$/.test(typed) ? Number(typed) : undefined;
}
/** A count that is not one is no size the record ever had. */
const count = (typed: Visit['params'][string] | undefined): number => wholeNumber(typed) ?? -1;

function RecordPage({
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
      <EntryList entries={found.entries} />
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
        <Heading>Check it yourself</Heading>
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

/** Entries one below the other, newest first. */
export function EntryList({ entries }: { entries: readonly RecordedEntry[] }) {
  return (
    <ol class="govuk-list accord-entries" reversed>
      {entries.map((shown) => (
        <li class="accord-entry">
          <p class="accord-entry__summary">
            <a class="govuk-link govuk-link--no-visited-state" href={`/record/entries/${shown.seq}`}>
              {shown.visibility === 'public' ? shown.summary : 'A private act, sealed'}
            </a>
          </p>
          <p class="accord-entry__when govuk-hint">
            <Moment at={shown.at} />
            {shown.visibility === 'public' && <>, by {shown.office}</>}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{formatLondonTime(londonTime(new Date(at)))}</time>;
}

function EntryPage({
  found,
  checkpoint,
  proof,
}: {
  found: RecordedEntry;
  checkpoint: SignedCheckpoint;
  proof: readonly string[];
}) {
  const rows =
    found.visibility === 'private'
      ? [
          { key: 'What was done', value: 'A private act. Only the body that did it can see what it was.' },
          { key: 'When', value: <Moment at={found.at} /> },
          { key: 'Sealed hash', value: <code class="accord-hash">{found.commitment}</code> },
        ]
      : [
          { key: 'What was done', value: found.summary },
          { key: 'By', value: found.office },
          { key: 'When', value: <Moment at={found.at} /> },
          {
            key: 'About',
            value: <Link href={found.subject}>{found.subject}</Link>,
          },
          {
            key: 'Authorised by',
            value:
              found.decision === undefined ? (
                'No decision is recorded'
              ) : (
                <Link href={found.decision}>{found.decision}</Link>
              ),
          },
        ];
  return (
    <Prose>
      <SummaryList rows={rows.map(({ key, value }) => ({ key, value: { children: value } }))} />
      <Details summary="What is hashed">
        <pre class="accord-leaf">{found.leaf}</pre>
        <Text>
          Its hash: <code class="accord-hash">{found.leafHash}</code>
        </Text>
      </Details>
      <Details summary="The proof that it is in the record">
        <Text>
          Hashing these {proof.length} with the hash above, as RFC 6962 says, gives the root of the record of{' '}
          {checkpoint.size} entries:
        </Text>
        <Text>
          <code class="accord-hash">{checkpoint.root}</code>
        </Text>
        <ol class="govuk-list govuk-list--number">
          {proof.map((hash) => (
            <li>
              <code class="accord-hash">{hash}</code>
            </li>
          ))}
        </ol>
      </Details>
    </Prose>
  );
}
