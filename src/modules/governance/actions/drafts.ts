import type { DraftOf } from '#platform/drafts';
import { draftKinds } from '../domain/draft-kinds.ts';
import { mayDraftProposals, mayPrepareDecisions } from '../permissions.ts';

// Who of a body works on which draft: all else of drafts is the same for every module.

export const noticeDraftOf = (bodyId: string): DraftOf => ({
  kind: draftKinds.notice,
  permission: mayPrepareDecisions,
  bodyId,
});

/** The record of a decision, drafted step by step. */
export const decisionDraftOf = (bodyId: string): DraftOf => ({
  kind: draftKinds.decision,
  permission: mayPrepareDecisions,
  bodyId,
});

export const proposalDraftOf = (bodyId: string): DraftOf => ({
  kind: draftKinds.proposal,
  permission: mayDraftProposals,
  bodyId,
});
