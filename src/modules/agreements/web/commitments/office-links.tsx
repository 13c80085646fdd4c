import type { Visit } from '#platform/http';
import { may } from '#platform/identity';
import { Link, Text } from '#platform/ui';
import { commitmentOffice } from '../../domain/commitment/commitment.ts';
import { mayKeepCommitments, mayReplyOnCommitments } from '../../permissions.ts';
import type { CommitmentShown } from '../../queries/commitments/page.ts';

/** What the reader’s own office may do about a promise of its body. */
export function OfficeLinks({ found, visit }: Readonly<{ found: CommitmentShown; visit: Visit }>) {
  const { commitment } = found;
  const { actor } = visit;
  if (actor === undefined || !commitment.owners.includes(actor.bodyId)) return null;
  const office = commitmentOffice(actor.bodyId, commitment);
  const mayKeep = may(actor, mayKeepCommitments, actor.bodyId).ok;
  const mayReply = may(actor, mayReplyOnCommitments, actor.bodyId).ok;
  if (!mayKeep && !mayReply) return null;
  return (
    <Text>
      {mayKeep && <Link href={office}>Keep this commitment</Link>}
      {mayKeep && mayReply && ' · '}
      {mayReply && <Link href={`${office}/reply`}>Reply to what is said of it</Link>}
    </Text>
  );
}
