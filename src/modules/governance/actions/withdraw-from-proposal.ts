import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, clip, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { proposalPath } from '../domain/proposal/put-proposal.ts';
import { mayDraftProposals } from '../permissions.ts';
import { proposalAt } from '../queries/proposal-at.ts';
import { findDecision } from '../store/decisions.ts';
import { insertWithdrawal } from '../store/proposals.ts';

export type WithdrawRefusal =
  | CommonRefusal
  | 'no-such-proposal'
  | 'not-a-party'
  | 'withdrawn-already'
  | 'in-effect-already'
  | 'says-nothing'
  | 'no-such-decision';

/** Why a party leaves, and the decision by which it does where there is one. */
export type NewWithdrawal = Readonly<{ says: string; decisionId: string | undefined }>;

/**
 * A party leaves a proposal that is not in effect yet. It is out, whatever others amend, until it adopts again. To leave what
 * is in effect is another decision, under what was agreed.
 */
export async function withdrawFromProposal(
  services: ActServices,
  actor: Actor | undefined,
  proposalId: string,
  { says, decisionId }: NewWithdrawal,
  options: ActOptions = {},
): Promise<Result<void, WithdrawRefusal>> {
  const allowed = may(actor, mayDraftProposals, actor?.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  return act<void, WithdrawRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, proposalPath({ id: proposalId }));
    const now = services.clock.now();
    const stood = await proposalAt(sql, proposalId, now);
    if (stood === undefined) return refuse('no-such-proposal');
    const party = stood.judged.parties.find((each) => each.bodyId === bodyId);
    if (party === undefined) return refuse('not-a-party');
    const own = stood.matrix.cells.filter((cell) => cell.party === party);
    if (own.every(({ cell }) => cell.cell === 'withdrawn')) return refuse('withdrawn-already');
    if (stood.matrix.outcome.outcome === 'in-effect') return refuse('in-effect-already');
    if (says.trim() === '') return refuse('says-nothing');
    const decision = decisionId === undefined ? undefined : await findDecision(sql, decisionId);
    if (decisionId !== undefined && decision?.bodyId !== bodyId) return refuse('no-such-decision');
    await insertWithdrawal(
      sql,
      proposalId,
      { bodyId, at: now, says, decisionId, byOffice: officeTitle },
      now,
    );
    return ok({
      value: undefined,
      entry: publicEntry({
        act: 'governance.proposal.party-withdrew',
        subject: proposalPath({ id: proposalId }),
        summary: `${party.name} withdrew from the joint proposal “${clip(stood.version.title, 100)}”`,
        ...(decisionId !== undefined && { decision: `/decisions/${decisionId}` }),
        facts: { bodyId, says, decision: decisionId ?? null },
        about: {
          bodies: [stood.proposal.draftedBy, ...stood.judged.parties.map((each) => each.bodyId)],
          places: stood.version.places,
          topics: stood.version.topics,
        },
      }),
    });
  });
}
