import { may } from '#platform/identity';
import { type Actor, capitalise, listInWords } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { approvals } from '../../domain/proposal/proposal.ts';
import { routesFor } from '../../domain/proposal/take-up.ts';
import { mayDraftProposals } from '../../permissions.ts';
import type { StoodProposal } from '../../queries/proposal-at.ts';
import { ownProposals, proposalDrafts } from '../../queries/proposal-draft.ts';
import { blockedBy } from './list-page.tsx';
import { draftPath, ownPath } from './office/addresses.ts';

/** What joint proposals need of an office now: a decision of its own body, an amendment, a draft to finish. */
export async function proposalTasks({ database, clock }: Services, actor: Actor): Promise<readonly Task[]> {
  if (!may(actor, mayDraftProposals, actor.bodyId).ok) return [];
  const [proposals, drafts] = await Promise.all([
    ownProposals(database, actor.bodyId, clock.now()),
    database.as(actor, (sql) => proposalDrafts(sql, actor.bodyId)),
  ]);
  return [
    ...proposals.flatMap((stood) => [...decideTask(stood, actor), ...mendTask(stood, actor)]),
    ...drafts.map((draft) => ({
      title: `Finish the draft of a joint proposal: ${draft.answers['title'] || 'without a title yet'}`,
      href: `${draftPath(actor, draft.id)}/check`,
      why: `The ${draft.preparedBy} saved it. Only your body sees it until it is put.`,
      standing: 'started' as const,
    })),
  ];
}

/** The body’s own answer is missing, and would still count. */
function decideTask({ matrix, version, proposal, bodies }: StoodProposal, actor: Actor): readonly Task[] {
  if (matrix.outcome.outcome !== 'waiting' && matrix.outcome.outcome !== 'failing') return [];
  const missing = matrix.cells.filter(
    ({ party, cell }) =>
      party.bodyId === actor.bodyId && (cell.cell === 'not-recorded' || cell.cell === 'reopened'),
  );
  if (missing.length === 0 || routesFor(matrix, actor.bodyId).length === 0) return [];
  const asked = listInWords(missing.map(({ approval }) => approvals[approval]));
  const isReopened = missing.some(({ cell }) => cell.cell === 'reopened');
  return [
    {
      title: `${isReopened ? 'Decide again on' : 'Decide on'} the joint proposal: ${version.title}`,
      href: ownPath(actor, proposal.id),
      why: `${bodies.get(proposal.draftedBy)?.name ?? proposal.draftedBy} has put it. ${capitalise(asked)}: no decision is recorded${isReopened ? ` on version ${version.number}` : ''}.`,
      ...(version.deadline === undefined ? {} : { by: version.deadline }),
      standing: 'to-do',
    },
  ];
}

/** The body’s own proposal cannot take effect as it stands. */
function mendTask(stood: StoodProposal, actor: Actor): readonly Task[] {
  const { matrix, judged, version, proposal } = stood;
  const { outcome } = matrix.outcome;
  if (judged.draftedBy !== actor.bodyId || (outcome !== 'failing' && outcome !== 'deadline-passed'))
    return [];
  if (version.certainty === 'stated') return [];
  return [
    {
      title: `Amend your joint proposal: ${version.title}`,
      href: ownPath(actor, proposal.id),
      why: `${outcome === 'failing' ? 'It cannot take effect as it stands. ' : ''}${blockedBy(stood) ?? ''}`,
      standing: 'to-do',
    },
  ];
}
