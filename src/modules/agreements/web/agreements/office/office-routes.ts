import { keepDraft } from '#platform/drafts';
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
import { ok, refuse } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { explainDraft, once, takeStep, versionSeen } from '#platform/web';
import { enterAction, followAction } from '../../../actions/agreements/enter-action.ts';
import { reachStage } from '../../../actions/agreements/reach-stage.ts';
import { actionSentences, factSentences } from '../../../domain/agreement/accept-action.ts';
import { acceptStage, stageSentences } from '../../../domain/agreement/accept-stage.ts';
import { actionPath } from '../../../domain/agreement/action.ts';
import { agreementPath } from '../../../domain/agreement/agreement.ts';
import { mayDraftAgreements, mayKeepCommitments } from '../../../permissions.ts';
import { agreementsAt, standingOn } from '../../../queries/agreements/agreement-at.ts';
import { type AgreementPage, agreementPageAt } from '../../../queries/agreements/agreement-page.ts';
import { agreementDrafts } from '../../../queries/agreements/drafting.ts';
import { checkActionPage, newActionPage, readAction } from './action-form.tsx';
import { draftOf, draftPath } from './addresses.ts';
import { answersOf } from './draft-parts.ts';
import { explainAgreement } from './explain.ts';
import { checkFactPage, factPage, readFact } from './fact-form.tsx';
import { officeListPage } from './list-page.tsx';
import { ownAgreementPage } from './own-page.tsx';
import { checkStagePage, readStage, stagePage } from './stage-form.tsx';

type Handle = (services: Services, visit: OfficeVisit, found: AgreementPage) => Promise<Reply>;

/** A body’s own agreements: beginning one, amending it, its stages, chapters and actions. */
export function agreementOfficeRoutes(services: Services): readonly OfficeRoute[] {
  const { database, clock } = services;
  const path = '/office/:body/agreements';
  const own = `${path}/:agreement`;
  const may = mayDraftAgreements;
  const of = (handle: Handle) => async (visit: OfficeVisit) => {
    const moment = { on: visit.today, at: clock.now() };
    const found = await agreementPageAt(database, visit.params['agreement'] ?? '', moment);
    return found === undefined ? notFound(noSuchAgreement) : handle(services, visit, found);
  };
  return [
    { method: 'GET', path, may, handle: (visit) => showList(services, visit) },
    {
      method: 'POST',
      path,
      may,
      handle: (visit) => begin(services, visit, undefined, { how: 'signing', kind: 'other' }),
    },
    {
      method: 'GET',
      path: own,
      may,
      handle: of(async (_, { actor }, found) => page(ownAgreementPage(actor, found, {}))),
    },
    { method: 'POST', path: `${own}/amend`, may, handle: of(amend) },
    { method: 'POST', path: `${own}/chapter`, may, handle: of(beginChapter) },
    {
      method: 'GET',
      path: `${own}/stage`,
      may,
      handle: of(async (_, { actor }, found) => page(stagePage(actor, found, {}, {}))),
    },
    { method: 'POST', path: `${own}/stage`, may, handle: of(submitStage) },
    {
      method: 'GET',
      path: `${own}/action`,
      may,
      handle: of(async (_, { actor, today }, found) =>
        page(newActionPage({ actor, found, today, answers: { ownerBody: actor.bodyId }, errors: {} })),
      ),
    },
    { method: 'POST', path: `${own}/action`, may, handle: of(submitAction) },
    {
      method: 'GET',
      path: `${own}/actions/:action`,
      may: mayKeepCommitments,
      handle: of(async (_, { actor, params }, found) => {
        const action = actionIn(found, params);
        return action === undefined
          ? notFound(noSuchAction)
          : page(factPage({ actor, action, answers: {}, errors: {} }));
      }),
    },
    { method: 'POST', path: `${own}/actions/:action`, may: mayKeepCommitments, handle: of(submitFact) },
  ];
}

const noSuchAgreement = 'There is no agreement with this address. The list of agreements has them all.';
const noSuchAction = 'The agreement has no such action. Its page lists those it has.';
const overtaken =
  'Another officer entered something while you were writing. Look at what stands now, then send your answers again';

const actionIn = ({ actions }: AgreementPage, params: OfficeVisit['params']) =>
  actions.find(({ number }) => String(number) === params['action']);

async function showList({ database, clock }: Services, { actor, today }: OfficeVisit): Promise<Reply> {
  const [drafts, agreements] = await Promise.all([
    database.as(actor, (sql) => agreementDrafts(sql, actor.bodyId)),
    agreementsAt(database, { bodyId: actor.bodyId }, { on: today, at: clock.now() }),
  ]);
  return page(officeListPage(actor, drafts, agreements));
}

/** Begins a draft: of a new agreement, or of an amendment with all that stands filled in. */
async function begin(
  services: Services,
  visit: OfficeVisit,
  about: string | undefined,
  answers: Answers,
): Promise<Reply> {
  const { actor } = visit;
  const asked = { id: undefined, about, answers, seen: 0 };
  const outcome = await keepDraft(services, actor, draftOf(actor.bodyId), asked, once(visit));
  if (outcome.ok) return redirect(`${draftPath(actor, outcome.value.id)}/about`);
  const errors = isStale(outcome.error) ? { form: 'Send the form again' } : explainDraft(outcome.error);
  return askAgain(officeListPage(actor, [], [], errors));
}

const amend: Handle = async (services, visit, found) => {
  const { agreement, proposals } = found;
  if (agreement.bodyId !== visit.actor.bodyId)
    return askAgain(ownAgreementPage(visit.actor, found, explainAgreement('not-the-keeper')));
  const last = agreement.versions.at(-1) ?? agreement.versions[0];
  const stood = last.proposalId === undefined ? undefined : proposals.get(last.proposalId);
  return begin(services, visit, agreementPath(agreement), answersOf(agreement, last, stood));
};

/** A chapter begins with what the whole is for and how long it runs. */
const beginChapter: Handle = async (services, visit, { agreement, version }) => {
  const whole = answersOf(agreement, version, undefined);
  const kept = Object.entries(whole).filter(([name]) =>
    /^(kind|framework|source|(from|until)-\w+)$/.test(name),
  );
  return begin(services, visit, undefined, {
    ...Object.fromEntries(kept),
    partOf: agreement.partOf ?? agreement.id,
    how: 'signing',
    [`party-${visit.actor.bodyId}`]: 'yes',
  });
};

const submitStage: Handle = async (services, visit, found) => {
  const { actor, today } = visit;
  const { agreement } = found;
  return takeStep(visit, {
    read: readStage,
    foresee(read) {
      const accepted = acceptStage(agreement, read, today, standingOn(found, read.when.on));
      return accepted.ok ? undefined : explainAgreement(accepted.error, stageSentences);
    },
    ask: (answers, errors) => stagePage(actor, found, answers, errors),
    check: (read, answers) => page(checkStagePage(actor, found, read, answers)),
    async publish(read) {
      const seen = versionSeen(visit.answers['seen']);
      const outcome = await reachStage(services, actor, agreement.id, read, seen, once(visit));
      if (outcome.ok) return ok(redirect(agreementPath(agreement), 'The stage is published.'));
      if (!isStale(outcome.error)) return refuse(explainAgreement(outcome.error, stageSentences));
      const answers = { ...visit.answers, seen: String(found.stages.length) };
      return ok(askAgain(stagePage(actor, found, answers, { form: overtaken })));
    },
  });
};

const submitAction: Handle = async (services, visit, found) => {
  const { actor, today } = visit;
  const { agreement } = found;
  return takeStep(visit, {
    read: readAction,
    ask: (answers, errors) => newActionPage({ actor, found, today, answers, errors }),
    check: (read, answers) => page(checkActionPage(actor, found, read, answers)),
    async publish(read) {
      const seen = versionSeen(visit.answers['seen']);
      const outcome = await enterAction(services, actor, agreement.id, read, seen, once(visit));
      if (outcome.ok)
        return ok(
          redirect(actionPath({ agreementId: agreement.id, ...outcome.value }), 'The action is published.'),
        );
      if (!isStale(outcome.error)) return refuse(explainAgreement(outcome.error, actionSentences));
      const answers = { ...visit.answers, seen: String(found.actions.length) };
      return ok(askAgain(newActionPage({ actor, found, today, answers, errors: { form: overtaken } })));
    },
  });
};

const submitFact: Handle = async (services, visit, found) => {
  const { actor, params } = visit;
  const action = actionIn(found, params);
  if (action === undefined) return notFound(noSuchAction);
  return takeStep(visit, {
    read: readFact,
    ask: (answers, errors) => factPage({ actor, action, answers, errors }),
    check: (read, answers) => page(checkFactPage(actor, action, read, answers)),
    async publish(read) {
      const seen = versionSeen(visit.answers['seen']);
      const outcome = await followAction(services, actor, action, read, seen, once(visit));
      if (outcome.ok) return ok(redirect(actionPath(action), 'It is published.'));
      if (!isStale(outcome.error)) return refuse(explainAgreement(outcome.error, factSentences));
      const answers = { ...visit.answers, seen: String(action.facts.length) };
      return ok(askAgain(factPage({ actor, action, answers, errors: { form: overtaken } })));
    },
  });
};
