import type { Sql } from '#platform/db';
import { type Draft, findDraft, listDrafts } from '#platform/drafts';
import { draftKinds } from '../domain/draft-kinds.ts';
import { findProposal, proposalsOf } from '../store/proposals.ts';
import type { ProposalVersion } from '../domain/proposal/put-proposal.ts';
import { proposalsAt, type StoodProposal } from './proposal-at.ts';

/** A draft of a proposal, and the version that it amends where it is an amendment. */
export type ProposalDraft = Draft &
  Readonly<{ amends: (ProposalVersion & Readonly<{ proposalId: string }>) | undefined }>;

/** One draft of the body that asks; undefined where there is none or it is another body’s. */
export async function proposalDraft(sql: Sql, id: string): Promise<ProposalDraft | undefined> {
  const draft = await findDraft(sql, id);
  return draft?.kind === draftKinds.proposal ? withAmended(sql, draft) : undefined;
}

/** A body’s drafts of proposals, the last saved first. */
export async function proposalDrafts(sql: Sql, bodyId: string): Promise<readonly ProposalDraft[]> {
  const drafts = await listDrafts(sql, bodyId, draftKinds.proposal);
  return Promise.all(drafts.map((draft) => withAmended(sql, draft)));
}

/** The proposals that a body has put or is a party to, as they stand. */
export async function ownProposals(sql: Sql, bodyId: string, at: Date): Promise<readonly StoodProposal[]> {
  return proposalsAt(sql, at, await proposalsOf(sql, bodyId));
}

async function withAmended(sql: Sql, draft: Draft): Promise<ProposalDraft> {
  const proposalId = draft.about?.replace('/proposals/', '');
  const proposal = proposalId === undefined ? undefined : await findProposal(sql, proposalId);
  const version = proposal?.versions.at(-1);
  return {
    ...draft,
    amends:
      proposal === undefined || version === undefined ? undefined : { ...version, proposalId: proposal.id },
  };
}
