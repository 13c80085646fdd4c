import type { Module } from '#platform/module';
import { loadExample } from './example.ts';
import { permissions } from './permissions.ts';
import { migrations } from './store/migrations/index.ts';
import { ownRegisters } from './web/own-registers.ts';
import { routes } from './web/routes.ts';
import { tasks } from './web/tasks.ts';
import { tellOfBody, tellOfPlace } from './web/told/told.tsx';

/** Governance: the door. What later modules may call is exported here and nowhere else. */
export const governance = {
  name: 'governance',
  migrations,
  permissions,
  routes,
  tasks,
  ownRegisters,
  tellOfBody,
  tellOfPlace,
  loadExample,
} satisfies Module;

// What the command line asks
export { answerDates, type DatesAnswered } from './web/dates/answer-dates.ts';
export { calculatorAnswer } from './web/dates/api.ts';
export { type QuestionId, questionIds, questions } from './domain/dates/questions.ts';
export { sayAsked, sayOutcome, sayWhy } from './web/dates/in-words.ts';
export { checkFile } from './actions/import/check-file.ts';
export { writeFile } from './actions/import/write-file.ts';
export type { ImportKind } from './domain/import/findings.ts';
export { explainFile } from './web/import/words.ts';

// What the site's own pages, feeds and calendars show of governance
export { type DateAhead, datesAhead, type DatesAsked } from './queries/dates-ahead.ts';
export { openNow } from './queries/open-now.ts';
export { OpenNow } from './web/open-now.tsx';
export { thingTitled } from './queries/thing-titled.ts';
export { isTopic, topicIds, topics } from './domain/topics.ts';

// What later modules do in acts of their own
export { type DelegationAsked, type Delegations, delegationsComeFrom } from './actions/live-delegations.ts';
export { type FigureReading, figuresWatched, watchFigure } from './actions/watch-figure.ts';
export { type MilestoneTold, tellMilestone } from './actions/tell-milestone.ts';

// What the site’s search shows of governance
export { findPath } from './web/find/read-find.ts';
export { FoundList } from './web/find/found-list.tsx';
export { findThings, type FoundPage } from './queries/find/find-things.ts';

// The decisions that something else rests on: a partner’s consent to a target
export {
  bindingDecisionsOf,
  type GroundClause,
  type GroundDecision,
  groundDecisions,
} from './queries/decision-as-ground.ts';

// What later modules put to several bodies: an agreement is signed as a joint proposal
export { enterAmendment, enterProposal } from './actions/put-proposal.ts';
export {
  type NewVersion as ProposalAsked,
  type VersionRefusal,
  versionSentences,
} from './domain/proposal/accept-proposal.ts';
export { type Approval, approvalKinds } from './domain/proposal/proposal.ts';
export { proposalPath } from './domain/proposal/put-proposal.ts';
export { whatBlocks } from './domain/proposal/what-blocks.ts';
export { proposalsAt, type StoodProposal } from './queries/proposal-at.ts';
export { proposalChangesAt } from './queries/proposal-changes-at.ts';
export { type Candidate, candidateParties } from './queries/proposal-parties.ts';
export { momentOn } from './queries/standings.ts';
export { ApprovalsMatrix } from './web/proposals/approvals-matrix.tsx';
