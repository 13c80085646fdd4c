import type { RecordedEntry, SignedCheckpoint } from '#platform/record';
import { Details, Link, Prose, SummaryList, Text } from '#platform/ui';
import { Moment } from './moment.tsx';

/** One entry: what was done, by whom, and the proof that it is in the record. */
export function EntryPage({
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
