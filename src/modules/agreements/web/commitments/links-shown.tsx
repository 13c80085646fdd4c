import type { Visit } from '#platform/http';
import { Bullets, InsetText, Link, Text } from '#platform/ui';
import { onDay, Section } from '#platform/web';
import { commitmentPath } from '../../domain/commitment/commitment.ts';
import type { CommitmentShown } from '../../queries/commitments/page.ts';

/** What a promise is linked to, in both directions. */
export function LinksShown({ found, visit }: Readonly<{ found: CommitmentShown; visit: Visit }>) {
  const { links, linkedFrom, joined, joinedWith } = found;
  return (
    <Section title="Linked with it">
      {joinedWith !== undefined && (
        <InsetText>
          It is the same promise as <Link href={onDay(joinedWith.page, visit)}>{joinedWith.title}</Link>,
          where it is followed up.
        </InsetText>
      )}
      {links.length + linkedFrom.length + joined.length === 0 ? (
        <Text>No outcome, target, decision or proposal is linked with it yet.</Text>
      ) : (
        <Bullets
          items={[
            ...links.map(({ page, kind, title }) => (
              <>
                {kind}: <Link href={onDay(page, visit)}>{title}</Link>
              </>
            )),
            ...linkedFrom.map(({ commitment }) => (
              <>
                Commitment: <Link href={onDay(commitmentPath(commitment), visit)}>{commitment.promise}</Link>
              </>
            )),
            ...joined.map(({ commitment }) => (
              <>
                The same promise:{' '}
                <Link href={onDay(commitmentPath(commitment), visit)}>{commitment.promise}</Link>
              </>
            )),
          ]}
        />
      )}
    </Section>
  );
}
