import { listDrafts } from '#platform/drafts';
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
import { once, readAnswers } from '#platform/web';
import { placesOn } from '#modules/register';
import { addNotice } from '../../../actions/consultations/add-notice.ts';
import { answerPoint } from '../../../actions/consultations/answer-point.ts';
import { enterPaper } from '../../../actions/consultations/enter-paper.ts';
import { consultationDraft } from '../../../actions/consultations/open-consultation.ts';
import { publishResults } from '../../../actions/consultations/publish-results.ts';
import { responseName } from '../../../domain/consultation/consultation.ts';
import { mayConsult } from '../../../permissions.ts';
import {
  type ConsultationAt,
  consultationAt,
  consultationsAt,
} from '../../../queries/consultations/consultation-at.ts';
import { progressOf } from '../../../queries/consultations/responses-seen.ts';
import { idOf, missing } from '../public-routes.ts';
import { consultationOffice, consultationPath } from './addresses.ts';
import { draftRoutes } from './draft-routes.ts';
import { officeListPage } from './list-page.tsx';
import { managePage } from './manage-page.tsx';
import { explainNotice, noticePage, readNotice } from './notice.tsx';
import { explainPaper, paperPage, readPaper } from './paper.tsx';
import { explainPoint, pointsPage, readPoint } from './points.tsx';
import { explainResults, publishResultsPage, resultsForm } from './results.tsx';
import { responseRoutes } from './response-routes.ts';

export type HandleOwn = (visit: OfficeVisit, found: ConsultationAt) => Promise<Reply>;

/** Finds the consultation that an address names, where it is this body’s own. */
export const ownConsultation =
  ({ database, clock }: Services, handle: HandleOwn) =>
  async (visit: OfficeVisit): Promise<Reply> => {
    const found = await consultationAt(database, idOf(visit), clock.now());
    return found?.consultation.bodyId === visit.actor.bodyId
      ? handle(visit, found)
      : notFound(missing(visit));
  };

/** A body’s own consultations: drafting them, taking paper, adding notices, counting, and saying what became of responses. */
export function consultationOfficeRoutes(services: Services): readonly OfficeRoute[] {
  const { database, clock } = services;
  const office = '/office/:body/consultations';
  const path = `${office}/:consultation`;
  const may = mayConsult;
  const of = (handle: HandleOwn) => ownConsultation(services, handle);
  return [
    ...draftRoutes(services),
    {
      method: 'GET',
      path: office,
      may,
      handle: async ({ actor }) => {
        const [found, drafts] = await Promise.all([
          consultationsAt(database, { bodyId: actor.bodyId }, clock.now()),
          database.as(actor, (sql) => listDrafts(sql, actor.bodyId, consultationDraft)),
        ]);
        return page(officeListPage(actor, found, drafts));
      },
    },
    {
      method: 'GET',
      path,
      may,
      handle: of(async ({ actor }, found) =>
        page(managePage(actor, found, await progressOf(database, actor, found.consultation.id))),
      ),
    },
    {
      method: 'GET',
      path: `${path}/notice`,
      may,
      handle: of(async ({ actor }, found) => page(noticePage(actor, found, {}, {}))),
    },
    {
      method: 'POST',
      path: `${path}/notice`,
      may,
      handle: of((visit, found) => notice(services, visit, found)),
    },
    {
      method: 'GET',
      path: `${path}/paper`,
      may,
      handle: of(async ({ actor, today }, found) =>
        page(paperPage(actor, found, await placesOn(database, { on: today }), {}, {})),
      ),
    },
    {
      method: 'POST',
      path: `${path}/paper`,
      may,
      handle: of((visit, found) => paper(services, visit, found)),
    },
    {
      method: 'GET',
      path: `${path}/points`,
      may,
      handle: of(async ({ actor }, found) =>
        page(pointsPage(actor, found, await progressOf(database, actor, found.consultation.id), {}, {})),
      ),
    },
    {
      method: 'POST',
      path: `${path}/points`,
      may,
      handle: of((visit, found) => point(services, visit, found)),
    },
    {
      method: 'GET',
      path: `${path}/results`,
      may,
      handle: of(async ({ actor }, found) =>
        page(
          publishResultsPage(actor, found, await progressOf(database, actor, found.consultation.id), {}, {}),
        ),
      ),
    },
    {
      method: 'POST',
      path: `${path}/results`,
      may,
      handle: of((visit, found) => results(services, visit, found)),
    },
    ...responseRoutes(services),
  ];
}

async function notice(services: Services, visit: OfficeVisit, found: ConsultationAt): Promise<Reply> {
  const { actor, answers } = visit;
  const read = readNotice(answers);
  if (!read.ok) return askAgain(noticePage(actor, found, answers, read.error));
  const { id } = found.consultation;
  const added = await addNotice(services, actor, id, read.value, once(visit));
  if (added.ok) return redirect(consultationPath(found.consultation), 'The notice is published.');
  if (!isStale(added.error)) return askAgain(noticePage(actor, found, answers, explainNotice(added.error)));
  const now = (await consultationAt(services.database, id, services.clock.now())) ?? found;
  return askAgain(noticePage(actor, now, answers, {}, true));
}

async function paper(services: Services, visit: OfficeVisit, found: ConsultationAt): Promise<Reply> {
  const { actor, answers, today } = visit;
  const places = await placesOn(services.database, { on: today });
  const read = readPaper(answers, found);
  if (!read.ok) return askAgain(paperPage(actor, found, places, answers, read.error));
  const entered = await enterPaper(services, actor, found.consultation.id, read.value, once(visit));
  if (entered.ok)
    return redirect(
      consultationOffice(found.consultation),
      `The response is entered as ${responseName(entered.value.number)}.`,
    );
  return askAgain(paperPage(actor, found, places, answers, explainPaper(entered.error)));
}

async function point(services: Services, visit: OfficeVisit, found: ConsultationAt): Promise<Reply> {
  const { actor, answers } = visit;
  const { id } = found.consultation;
  const progress = await progressOf(services.database, actor, id);
  const read = readPoint(answers);
  if (!read.ok) return askAgain(pointsPage(actor, found, progress, answers, read.error));
  const said = await answerPoint(services, actor, id, read.value, once(visit));
  if (said.ok) return redirect(`${consultationOffice(found.consultation)}/points`, 'The point is published.');
  if (!isStale(said.error))
    return askAgain(pointsPage(actor, found, progress, answers, explainPoint(said.error)));
  const now = (await consultationAt(services.database, id, services.clock.now())) ?? found;
  return askAgain(pointsPage(actor, now, progress, answers, {}, true));
}

async function results(services: Services, visit: OfficeVisit, found: ConsultationAt): Promise<Reply> {
  const { actor, answers } = visit;
  const { id } = found.consultation;
  const again = async (errors: Record<string, string>) =>
    askAgain(
      publishResultsPage(actor, found, await progressOf(services.database, actor, id), answers, errors),
    );
  const read = readAnswers(resultsForm, answers);
  if (!read.ok) return again(read.error);
  const published = await publishResults(services, actor, id, read.value, once(visit));
  if (!published.ok) return again(explainResults(published.error));
  return redirect(`${consultationPath(found.consultation)}/results`, 'The results are published.');
}
