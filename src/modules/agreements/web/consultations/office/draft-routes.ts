import {
  askAgain,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import {
  type Draft,
  type DraftOf,
  dropDraft,
  findDraft,
  keepDraft,
  type KeepDraftRefusal,
} from '#platform/drafts';
import type { FieldErrors } from '#platform/http';
import { type InOneWord, isStale, type Services } from '#platform/module';
import { explainCommon, isCommon, once, step, versionSeen } from '#platform/web';
import { placesOn } from '#modules/register';
import { consultationDraft, openConsultation } from '../../../actions/consultations/open-consultation.ts';
import { mayConsult } from '../../../permissions.ts';
import { consultationSubjects, passagesOf } from '../../../queries/consultations/subjects.ts';
import { consultationPath, draftPath, officePath } from './addresses.ts';
import { checkDraftPage, draftPage, later, oneMore } from './draft-pages.tsx';
import { boxesOf, explainOpening, faultsIn, isPart, partNames, readDraft, withPart } from './read-draft.ts';

type Handle = (visit: OfficeVisit, draft: Draft) => Promise<Reply>;

const draftOf = (bodyId: string): DraftOf => ({ kind: consultationDraft, permission: mayConsult, bodyId });

/** Writing a consultation, checking it and publishing it. */
export function draftRoutes(services: Services): readonly OfficeRoute[] {
  const { database } = services;
  const office = '/office/:body/consultations';
  const path = `${office}/drafts/:consultationDraft`;
  const may = mayConsult;
  const of = (handle: Handle) => async (visit: OfficeVisit) => {
    const draft = await database.as(visit.actor, (sql) =>
      findDraft(sql, visit.params['consultationDraft'] ?? ''),
    );
    return draft?.kind === consultationDraft ? handle(visit, draft) : notFound(noSuchDraft);
  };
  return [
    { method: 'POST', path: office, may, handle: (visit) => begin(services, visit) },
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
      handle: of((visit, draft) => finish(services, visit, draft)),
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

const noSuchDraft =
  'There is no draft with this address: it was opened or thrown away, or it is not your body’s.';
const noSuchPage = 'A draft has no such page. Its check page leads to those it has.';

async function begin(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor } = visit;
  const answers = { office: actor.officeTitle.split(',')[0] ?? actor.officeTitle };
  const kept = await keepDraft(
    services,
    actor,
    draftOf(actor.bodyId),
    { id: undefined, answers, seen: 0 },
    once(visit),
  );
  if (kept.ok) return redirect(`${draftPath(actor, kept.value.id)}/text`);
  return redirect(officePath(actor), 'No draft was begun. Try again.');
}

/** What the draft is read against. */
async function around({ database }: Services, { actor, today }: OfficeVisit, answers: Draft['answers']) {
  const [subjects, passages, places] = await Promise.all([
    consultationSubjects(database),
    passagesOf(database, answers['subject'] ?? ''),
    placesOn(database, { on: today }),
  ]);
  return { bodyId: actor.bodyId, subjects, passages, places };
}

async function showPart(services: Services, visit: OfficeVisit, draft: Draft): Promise<Reply> {
  const part = visit.params['part'] ?? '';
  if (!isPart(part)) return notFound(noSuchPage);
  const { subjects, places } = await around(services, visit, draft.answers);
  return page(
    draftPage(part, { actor: visit.actor, draft, subjects, places, answers: draft.answers, errors: {} }),
  );
}

async function keepPart(services: Services, visit: OfficeVisit, draft: Draft): Promise<Reply> {
  const { actor, answers: sent } = visit;
  const part = visit.params['part'] ?? '';
  if (!isPart(part)) return notFound(noSuchPage);
  const answers = withPart(draft.answers, part, sent);
  const known = await around(services, visit, answers);
  const shown = { actor, draft, subjects: known.subjects, places: known.places, answers };
  if (sent[step.name] === oneMore)
    return page(
      draftPage(part, { ...shown, answers: { ...answers, boxes: String(boxesOf(answers) + 1) }, errors: {} }),
    );
  const isFinished = sent[step.name] !== later;
  const errors = isFinished ? faultsIn(part, answers, known) : {};
  if (Object.keys(errors).length > 0) return askAgain(draftPage(part, { ...shown, errors }));

  const seen = versionSeen(sent['draftSeen']);
  const asked = { id: draft.id, answers, seen };
  const kept = await keepDraft(services, actor, draftOf(actor.bodyId), asked, once(visit));
  if (kept.ok) {
    if (!isFinished) return redirect(officePath(actor), 'The draft is saved. Only your body can see it.');
    return redirect(`${draftPath(actor, draft.id)}/${partNames[partNames.indexOf(part) + 1] ?? 'check'}`);
  }
  if (isStale(kept.error))
    return askAgain(draftPage(part, { ...shown, errors: {}, overtaken: kept.error.stale ?? draft }));
  return askAgain(draftPage(part, { ...shown, errors: explainDraft(kept.error) }));
}

function explainDraft(refusal: InOneWord<KeepDraftRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  return refusal === 'too-long'
    ? { form: 'The draft is longer than a draft may be. Shorten it: nothing was kept' }
    : { form: noSuchDraft };
}

async function readAll(services: Services, visit: OfficeVisit, { answers }: Draft) {
  return readDraft(answers, await around(services, visit, answers));
}

async function showCheck(services: Services, visit: OfficeVisit, draft: Draft): Promise<Reply> {
  const read = await readAll(services, visit, draft);
  const { actor } = visit;
  return page(
    checkDraftPage({
      actor,
      draft,
      read: read.ok ? read.value : undefined,
      errors: read.ok ? {} : read.error,
    }),
  );
}

async function finish(services: Services, visit: OfficeVisit, draft: Draft): Promise<Reply> {
  const { actor, answers: sent } = visit;
  if (sent[step.name] === 'discard') {
    const dropped = await dropDraft(services, actor, draftOf(actor.bodyId), draft.id, once(visit));
    return redirect(officePath(actor), dropped.ok ? 'The draft is thrown away.' : noSuchDraft);
  }
  const read = await readAll(services, visit, draft);
  if (!read.ok) return askAgain(checkDraftPage({ actor, draft, read: undefined, errors: read.error }));
  const opened = await openConsultation(services, actor, read.value, {
    ...once(visit),
    draft: { id: draft.id, version: versionSeen(sent['draftSeen']) },
  });
  if (opened.ok) return redirect(consultationPath(opened.value), 'The consultation is published.');
  const errors = explainOpening(opened.error);
  return askAgain(checkDraftPage({ actor, draft, read: read.value, errors }));
}
