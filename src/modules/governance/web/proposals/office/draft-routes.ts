import { dropDraft, keepDraft } from '#platform/drafts';
import {
  askAgain,
  type FieldErrors,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { isStale, type Services } from '#platform/module';
import { draftGone, explainDraft, once, step, versionSeen } from '#platform/web';
import { placesOn } from '#modules/register';
import { proposalDraftOf } from '../../../actions/drafts.ts';
import { amendProposal, putProposal } from '../../../actions/put-proposal.ts';
import { proposalPath } from '../../../domain/proposal/put-proposal.ts';
import { mayDraftProposals } from '../../../permissions.ts';
import { type ProposalDraft, proposalDraft } from '../../../queries/proposal-draft.ts';
import { type Candidate, candidateParties } from '../../../queries/proposal-parties.ts';
import { draftPath, later, oneMore } from './addresses.ts';
import { checkPage } from './check-page.tsx';
import { discardPage } from './discard-page.tsx';
import { partPage } from './part-page.tsx';
import { isPart, type Part, partsOf, withPart } from './draft-parts.ts';
import { explainProposal } from './explain.ts';
import { clauseBoxes, faultsIn, readDraft } from './read-draft.ts';

type Handle = (visit: OfficeVisit, draft: ProposalDraft) => Promise<Reply>;

/** Writing a draft of a proposal or an amendment, checking it, and putting it to the parties. */
export function draftRoutes(services: Services): readonly OfficeRoute[] {
  const { database } = services;
  const path = '/office/:body/proposals/drafts/:proposalDraft';
  const may = mayDraftProposals;
  const of = (handle: Handle) => async (visit: OfficeVisit) => {
    const draft = await database.as(visit.actor, (sql) =>
      proposalDraft(sql, visit.params['proposalDraft'] ?? ''),
    );
    return draft === undefined ? notFound(draftGone) : handle(visit, draft);
  };
  return [
    {
      method: 'GET',
      path: `${path}/check`,
      may,
      handle: of((visit, draft) => showCheck(services, visit, draft)),
    },
    {
      method: 'POST',
      path: `${path}/check`,
      may,
      handle: of((visit, draft) => publish(services, visit, draft)),
    },
    {
      method: 'GET',
      path: `${path}/discard`,
      may,
      handle: of(async ({ actor }, draft) => page(discardPage(actor, draft, {}))),
    },
    {
      method: 'POST',
      path: `${path}/discard`,
      may,
      handle: of((visit, draft) => discard(services, visit, draft)),
    },
    {
      method: 'GET',
      path: `${path}/:part`,
      may,
      handle: of((visit, draft) => showPart(services, visit, draft)),
    },
    {
      method: 'POST',
      path: `${path}/:part`,
      may,
      handle: of((visit, draft) => keepPart(services, visit, draft)),
    },
  ];
}

const noSuchPage = 'A draft has no such page. Its check page leads to those it has.';

const candidatesFor = ({ database, clock }: Services, { today }: OfficeVisit) =>
  candidateParties(database, today, clock.now());

const partIn = ({ params }: OfficeVisit, { amends }: ProposalDraft): Part | undefined =>
  partsOf(amends !== undefined).find((each) => each === params['part'] && isPart(each));

async function showPart(services: Services, visit: OfficeVisit, draft: ProposalDraft): Promise<Reply> {
  const part = partIn(visit, draft);
  if (part === undefined) return notFound(noSuchPage);
  const candidates = await candidatesFor(services, visit);
  return page(partPage({ actor: visit.actor, draft, part, candidates, answers: draft.answers, errors: {} }));
}

async function keepPart(services: Services, visit: OfficeVisit, draft: ProposalDraft): Promise<Reply> {
  const { actor, answers: sent } = visit;
  const part = partIn(visit, draft);
  if (part === undefined) return notFound(noSuchPage);
  const answers = withPart(draft.answers, part, sent);
  const candidates = await candidatesFor(services, visit);
  const shown = { actor, draft, part, candidates, answers };
  if (sent[step.name] === oneMore)
    return page(
      partPage({ ...shown, answers: { ...answers, clauses: String(clauseBoxes(answers) + 1) }, errors: {} }),
    );
  const isFinished = sent[step.name] !== later;
  const errors = isFinished ? byName(faultsIn(part, answers), candidates) : {};
  if (Object.keys(errors).length > 0) return askAgain(partPage({ ...shown, errors }));

  const seen = versionSeen(sent['draftSeen']);
  const kept = { id: draft.id, answers, seen };
  const outcome = await keepDraft(services, actor, proposalDraftOf(actor.bodyId), kept, once(visit));
  if (outcome.ok) {
    if (!isFinished)
      return redirect(`/office/${actor.bodyId}/proposals`, 'The draft is saved. Only your body can see it.');
    const order = partsOf(draft.amends !== undefined);
    return redirect(`${draftPath(actor, draft.id)}/${order[order.indexOf(part) + 1] ?? 'check'}`);
  }
  if (!isStale(outcome.error)) return askAgain(partPage({ ...shown, errors: explainDraft(outcome.error) }));
  return askAgain(partPage({ ...shown, errors: {}, overtaken: draft }));
}

/** The draft as a version, with the places that its parties are. */
async function readAll({ database }: Services, { today }: OfficeVisit, draft: ProposalDraft) {
  const places = await placesOn(database, { on: today });
  return readDraft(
    draft.answers,
    draft.amends !== undefined,
    places.map(({ id }) => id),
  );
}

async function showCheck(services: Services, visit: OfficeVisit, draft: ProposalDraft): Promise<Reply> {
  const [candidates, read] = await Promise.all([
    candidatesFor(services, visit),
    readAll(services, visit, draft),
  ]);
  const shown = { actor: visit.actor, draft, candidates };
  return page(checkPage({ ...shown, read: read.ok ? read.value : undefined, errors: {} }));
}

async function publish(services: Services, visit: OfficeVisit, draft: ProposalDraft): Promise<Reply> {
  const { actor, answers: sent } = visit;
  const [candidates, read] = await Promise.all([
    candidatesFor(services, visit),
    readAll(services, visit, draft),
  ]);
  const shown = { actor, draft, candidates };
  if (!read.ok) return askAgain(checkPage({ ...shown, read: undefined, errors: read.error }));
  const options = { ...once(visit), draft: { id: draft.id, version: versionSeen(sent['draftSeen']) } };
  const begun = versionSeen(draft.answers['seen']);
  const outcome =
    draft.amends === undefined
      ? await putProposal(services, actor, read.value, options)
      : await amendProposal(services, actor, draft.amends.proposalId, read.value, begun, options);
  if (outcome.ok)
    return redirect(
      proposalPath(outcome.value),
      outcome.value.number === 1
        ? 'The proposal is put to the parties.'
        : `Version ${outcome.value.number} is published.`,
    );
  if (!isStale(outcome.error))
    return askAgain(checkPage({ ...shown, read: read.value, errors: explainProposal(outcome.error) }));
  const stands = outcome.error.stale;
  const form = `Version ${stands?.number ?? ''} was published while you were writing this one on top of version ${begun}. Look at it, then begin the amendment anew: nothing of yours was published`;
  return askAgain(checkPage({ ...shown, read: read.value, errors: { form } }));
}

async function discard(services: Services, visit: OfficeVisit, draft: ProposalDraft): Promise<Reply> {
  const { actor } = visit;
  const outcome = await dropDraft(services, actor, proposalDraftOf(actor.bodyId), draft.id, once(visit));
  if (outcome.ok) return redirect(`/office/${actor.bodyId}/proposals`, 'The draft is discarded.');
  return askAgain(discardPage(actor, draft, explainDraft(outcome.error)));
}

/** Whose approval is missing is said by the party’s name: the draft knows ids alone. */
const byName = (errors: FieldErrors, candidates: readonly Candidate[]): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([field, says]) => {
      const party = candidates.find(({ body }) => field === `approval-${body.id}`);
      return [field, party === undefined ? says : `Select at least one approval of ${party.body.name}`];
    }),
  );
