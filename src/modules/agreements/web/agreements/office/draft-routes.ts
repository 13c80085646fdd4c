import { dropDraft, keepDraft } from '#platform/drafts';
import {
  askAgain,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { isStale, type Services } from '#platform/module';
import { draftGone, explainDraft, once, step, versionSeen } from '#platform/web';
import { amendAgreement } from '../../../actions/agreements/amend-agreement.ts';
import { type NewAgreement, putAgreement } from '../../../actions/agreements/put-agreement.ts';
import { agreementPath } from '../../../domain/agreement/agreement.ts';
import { mayDraftAgreements } from '../../../permissions.ts';
import { type AgreementDraft, agreementDraft, draftChoices } from '../../../queries/agreements/drafting.ts';
import { draftOf, draftPath, later, officePath } from './addresses.ts';
import { checkPage, discardPage, partPage } from './draft-pages.tsx';
import { type Part, partsOf, withPart } from './draft-parts.ts';
import { explainAgreement } from './explain.ts';
import { faultsIn, readDraft } from './read-draft.ts';

type Handle = (services: Services, visit: OfficeVisit, draft: AgreementDraft) => Promise<Reply>;

/** Writing a draft of an agreement or an amendment, checking it, and putting it to the parties. */
export function agreementDraftRoutes(services: Services): readonly OfficeRoute[] {
  const path = '/office/:body/agreements/drafts/:agreementDraft';
  const may = mayDraftAgreements;
  const of = (handle: Handle) => async (visit: OfficeVisit) => {
    const { actor, params } = visit;
    const draft = await services.database.as(actor, (sql) =>
      agreementDraft(sql, params['agreementDraft'] ?? '', actor.bodyId),
    );
    return draft === undefined ? notFound(draftGone) : handle(services, visit, draft);
  };
  return [
    { method: 'GET', path: `${path}/check`, may, handle: of(showCheck) },
    { method: 'POST', path: `${path}/check`, may, handle: of(publish) },
    {
      method: 'GET',
      path: `${path}/discard`,
      may,
      handle: of(async (_, { actor }, draft) => page(discardPage(actor, draft, {}))),
    },
    { method: 'POST', path: `${path}/discard`, may, handle: of(discard) },
    { method: 'GET', path: `${path}/:agreementPart`, may, handle: of(showPart) },
    { method: 'POST', path: `${path}/:agreementPart`, may, handle: of(keepPart) },
  ];
}

const noSuchPage = 'A draft has no such page. Its check page leads to those it has.';

const choicesFor = (
  { database, clock }: Services,
  { today }: OfficeVisit,
  { answers }: Pick<AgreementDraft, 'answers'>,
) => draftChoices(database, answers['framework'] ?? '', today, clock.now());

const partIn = ({ params }: OfficeVisit, { amends }: AgreementDraft): Part | undefined =>
  partsOf(amends !== undefined).find((each) => each === params['agreementPart']);

const showPart: Handle = async (services, visit, draft) => {
  const part = partIn(visit, draft);
  if (part === undefined) return notFound(noSuchPage);
  const choices = await choicesFor(services, visit, draft);
  return page(partPage({ actor: visit.actor, draft, part, choices, answers: draft.answers, errors: {} }));
};

const keepPart: Handle = async (services, visit, draft) => {
  const { actor, answers: sent } = visit;
  const part = partIn(visit, draft);
  if (part === undefined) return notFound(noSuchPage);
  const answers = withPart(draft.answers, part, sent);
  const choices = await choicesFor(services, visit, { answers });
  const shown = { actor, draft, part, choices, answers };
  const isFinished = sent[step.name] !== later;
  const errors = isFinished ? faultsIn(part, answers) : {};
  if (Object.keys(errors).length > 0) return askAgain(partPage({ ...shown, errors }));

  const kept = { id: draft.id, answers, seen: versionSeen(sent['draftSeen']) };
  const outcome = await keepDraft(services, actor, draftOf(actor.bodyId), kept, once(visit));
  if (outcome.ok) {
    if (!isFinished) return redirect(officePath(actor), 'The draft is saved. Only your body can see it.');
    const order = partsOf(draft.amends !== undefined);
    return redirect(`${draftPath(actor, draft.id)}/${order[order.indexOf(part) + 1] ?? 'check'}`);
  }
  if (!isStale(outcome.error)) return askAgain(partPage({ ...shown, errors: explainDraft(outcome.error) }));
  return askAgain(partPage({ ...shown, errors: {}, overtaken: draft }));
};

async function checkShown(services: Services, visit: OfficeVisit, draft: AgreementDraft) {
  const { candidates } = await choicesFor(services, visit, draft);
  const names = new Map(candidates.map(({ body }) => [body.id, body.name]));
  return { actor: visit.actor, draft, names };
}

const showCheck: Handle = async (services, visit, draft) => {
  const read = readDraft(draft.answers, visit.actor.bodyId, draft.amends);
  const shown = await checkShown(services, visit, draft);
  return page(checkPage({ ...shown, read: read.ok ? read.value : undefined, errors: {} }));
};

const publish: Handle = async (services, visit, draft) => {
  const { actor } = visit;
  const read = readDraft(draft.answers, actor.bodyId, draft.amends);
  const shown = await checkShown(services, visit, draft);
  if (!read.ok) return askAgain(checkPage({ ...shown, read: undefined, errors: read.error }));
  const outcome = await published(services, visit, draft, read.value);
  if (outcome.ok)
    return redirect(
      agreementPath(outcome.value),
      draft.amends === undefined ? 'The agreement is published.' : 'The new version is published.',
    );
  if (!isStale(outcome.error))
    return askAgain(checkPage({ ...shown, read: read.value, errors: explainAgreement(outcome.error) }));
  const form = `Version ${outcome.error.stale?.number ?? ''} was published while you were writing this one. Look at it, then begin the amendment anew: nothing of yours was published`;
  return askAgain(checkPage({ ...shown, read: read.value, errors: { form } }));
};

function published(services: Services, visit: OfficeVisit, draft: AgreementDraft, read: NewAgreement) {
  const { actor, answers } = visit;
  const options = { ...once(visit), draft: { id: draft.id, version: versionSeen(answers['draftSeen']) } };
  if (draft.amends === undefined) return putAgreement(services, actor, read, options);
  const terms =
    read.comesAbout.by === 'signing'
      ? read.comesAbout.terms
      : { approvals: new Map(), needs: 'all' as const, deadline: undefined };
  const seen = versionSeen(draft.answers['seen']);
  return amendAgreement(services, actor, draft.amends.id, { version: read.version, terms }, seen, options);
}

const discard: Handle = async (services, visit, draft) => {
  const { actor } = visit;
  const outcome = await dropDraft(services, actor, draftOf(actor.bodyId), draft.id, once(visit));
  if (outcome.ok) return redirect(officePath(actor), 'The draft is discarded.');
  return askAgain(discardPage(actor, draft, explainDraft(outcome.error)));
};
