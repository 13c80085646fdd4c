import { type DraftOf, keepDraft } from '#platform/drafts';
import {
  type Answers,
  askAgain,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { ok, refuse, type Result } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { explainDraft, line, once, passage, readAnswers, takeStep } from '#platform/web';
import { z } from 'zod';
import { decisionDraftOf, noticeDraftOf, proposalDraftOf } from '../../../actions/drafts.ts';
import { withdrawFromProposal } from '../../../actions/withdraw-from-proposal.ts';
import { proposalPath } from '../../../domain/proposal/put-proposal.ts';
import { isRoute, routesFor } from '../../../domain/proposal/take-up.ts';
import { mayDraftProposals, mayPrepareDecisions } from '../../../permissions.ts';
import { proposalAt, type StoodProposal } from '../../../queries/proposal-at.ts';
import { ownProposals, proposalDrafts } from '../../../queries/proposal-draft.ts';
import { draftPath as decisionDraftPath } from '../../decisions/draft/draft-words.ts';
import { draftPath as noticeDraftPath } from '../../notices/office/room.ts';
import { draftPath } from './addresses.ts';
import { answersOf } from './draft-parts.ts';
import { explainProposal } from './explain.ts';
import { officeListPage } from './list-page.tsx';
import { ownProposalPage } from './own-proposal-page.tsx';
import { checkWithdrawPage, withdrawPage } from './withdraw-pages.tsx';
import { decisionAnswers, noticeAnswers } from './take-up.ts';

type Handle = (services: Services, visit: OfficeVisit, stood: StoodProposal) => Promise<Reply>;

/** A body’s own proposals and those put to it: beginning one, amending, taking one through, leaving one. */
export function partyRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/office/:body/proposals';
  const own = `${path}/:proposal`;
  const of = (handle: Handle) => async (visit: OfficeVisit) => {
    const stood = await proposalAt(services.database, visit.params['proposal'] ?? '', services.clock.now());
    return stood === undefined ? notFound(noSuchProposal) : handle(services, visit, stood);
  };
  return [
    { method: 'GET', path, may: mayDraftProposals, handle: (visit) => showList(services, visit) },
    {
      method: 'POST',
      path,
      may: mayDraftProposals,
      handle: (visit) => begin(services, visit, undefined, {}),
    },
    { method: 'GET', path: own, may: mayDraftProposals, handle: of(showOwn) },
    { method: 'POST', path: `${own}/take`, may: mayPrepareDecisions, handle: of(take) },
    { method: 'POST', path: `${own}/amend`, may: mayDraftProposals, handle: of(amend) },
    { method: 'GET', path: `${own}/withdraw`, may: mayDraftProposals, handle: of(showWithdraw) },
    { method: 'POST', path: `${own}/withdraw`, may: mayDraftProposals, handle: of(withdraw) },
  ];
}

const noSuchProposal =
  'There is no joint proposal with this address. The list of joint proposals has them all.';

async function showList(services: Services, { actor }: OfficeVisit): Promise<Reply> {
  const { database, clock } = services;
  const [drafts, proposals] = await Promise.all([
    database.as(actor, (sql) => proposalDrafts(sql, actor.bodyId)),
    ownProposals(database, actor.bodyId, clock.now()),
  ]);
  return page(officeListPage(actor, drafts, proposals));
}

/** Begins a draft: of a new proposal, or of an amendment with all that stands filled in. */
async function begin(
  services: Services,
  visit: OfficeVisit,
  about: string | undefined,
  answers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const { actor } = visit;
  const asked = { id: undefined, about, answers, seen: 0 };
  const outcome = await keepDraft(services, actor, proposalDraftOf(actor.bodyId), asked, once(visit));
  if (outcome.ok) return redirect(`${draftPath(actor, outcome.value.id)}/text`);
  const errors = isStale(outcome.error) ? { form: 'Send the form again' } : explainDraft(outcome.error);
  return askAgain(officeListPage(actor, [], [], errors));
}

const showOwn: Handle = async (_services, { actor }, stood) => page(ownProposalPage(actor, stood, {}, {}));

const amend: Handle = async (services, visit, stood) => {
  const { actor } = visit;
  if (stood.judged.draftedBy !== actor.bodyId)
    return askAgain(ownProposalPage(actor, stood, {}, explainProposal('not-the-drafter')));
  return begin(services, visit, proposalPath(stood.proposal), answersOf(stood.version));
};

const take: Handle = async (services, visit, stood) => {
  const { actor, answers } = visit;
  const again = (errors: Readonly<Record<string, string>>) =>
    askAgain(ownProposalPage(actor, stood, answers, errors));
  const route = answers['route'] ?? '';
  if (!isRoute(route) || !routesFor(stood.matrix, actor.bodyId).includes(route))
    return again({
      route: 'Select who decides: your body has given every other approval, or is not asked for it',
    });
  const begun = async (of: DraftOf, known: Answers, path: (bodyId: string, id: string) => string) => {
    const outcome = await keepDraft(
      services,
      actor,
      of,
      { id: undefined, answers: known, seen: 0 },
      once(visit),
    );
    if (outcome.ok) return redirect(path(actor.bodyId, outcome.value.id));
    return again(isStale(outcome.error) ? { form: 'Send the form again' } : explainDraft(outcome.error));
  };
  if (answers['what'] === 'notice')
    return begun(noticeDraftOf(actor.bodyId), noticeAnswers(stood, route), noticeDraftPath);
  const said = answers['outcome'] === 'refused' ? 'refused' : 'adopted';
  return begun(decisionDraftOf(actor.bodyId), decisionAnswers(stood, route, said), decisionDraftPath);
};

const withdrawForm = z.object({
  says: passage('why your body withdraws', { most: 2000 }),
  decision: line('the number of the decision', { most: 40, optional: true }),
});

const showWithdraw: Handle = async (_services, { actor }, stood) =>
  isParty(stood, actor.bodyId)
    ? page(withdrawPage(actor, stood, {}, {}))
    : page(withdrawPage(actor, stood, {}, explainProposal('not-a-party')), 422);

const withdraw: Handle = async (services, visit, stood) => {
  const { actor } = visit;
  return takeStep(visit, {
    read: (given) => readAnswers(withdrawForm, given),
    ask: (given, errors) => withdrawPage(actor, stood, given, errors),
    check: (read, given) => page(checkWithdrawPage(actor, stood, read, given)),
    async publish(read): Promise<Result<Reply, Readonly<Record<string, string>>>> {
      const decisionId = read.decision === '' ? undefined : `${actor.bodyId}/${read.decision}`;
      const asked = { says: read.says, decisionId };
      const outcome = await withdrawFromProposal(services, actor, stood.proposal.id, asked, once(visit));
      if (!outcome.ok) return refuse(explainProposal(outcome.error));
      return ok(redirect(proposalPath(stood.proposal), 'The withdrawal is published.'));
    },
  });
};

const isParty = ({ judged }: StoodProposal, bodyId: string): boolean =>
  judged.parties.some((party) => party.bodyId === bodyId);
