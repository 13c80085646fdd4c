import {
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
import { once, step, takeStep } from '#platform/web';
import { answerRecommendations } from '../../actions/answer-recommendations.ts';
import { publishRecommendations } from '../../actions/publish-recommendations.ts';
import { acceptReport } from '../../domain/scrutiny/new-report.ts';
import { acceptResponses } from '../../domain/scrutiny/new-response.ts';
import { reportPath } from '../../domain/scrutiny/report.ts';
import { mayAnswerScrutiny, mayRecordScrutiny } from '../../permissions.ts';
import { reportAt, reportsAt } from '../../queries/recommendations.ts';
import { agreeingClauses, recommendingCommittees } from '../../queries/scrutiny-choices.ts';
import { conditionRoutes } from './condition-routes.ts';
import { officeListPage, officeReportPage } from './office-pages.tsx';
import { boxesOf, explainReport, readReport } from './report-form.ts';
import { checkReportPage, newReportPage, oneMore } from './report-form-pages.tsx';
import { idOf, noSuchReport } from './report-page.tsx';
import { explainResponse, readResponse } from './response-form.ts';
import { checkResponsePage, responsePage } from './response-pages.tsx';

/** Recording recommendations, answering them, and watching their conditions. */
export function scrutinyOfficeRoutes(services: Services): readonly OfficeRoute[] {
  const { database } = services;
  const path = '/office/:body/recommendations';
  return [
    {
      method: 'GET',
      path,
      may: mayRecordScrutiny,
      handle: async ({ actor, today }) =>
        page(officeListPage(actor, await reportsAt(database, { bodyId: actor.bodyId }, today))),
    },
    {
      method: 'GET',
      path: `${path}/new`,
      may: mayRecordScrutiny,
      handle: async ({ actor }) =>
        page(newReportPage(actor, await recommendingCommittees(database, actor.bodyId), {}, {})),
    },
    {
      method: 'POST',
      path: `${path}/new`,
      may: mayRecordScrutiny,
      handle: (visit) => submitReport(services, visit),
    },
    {
      method: 'GET',
      path: `${path}/:reference`,
      may: mayRecordScrutiny,
      handle: async ({ actor, params, today }) => {
        const found = await reportAt(database, idOf(params), today);
        return found === undefined ? notFound(noSuchReport(params)) : page(officeReportPage(actor, found));
      },
    },
    {
      method: 'GET',
      path: `${path}/:reference/response`,
      may: mayAnswerScrutiny,
      handle: async (visit) => {
        const answering = await toAnswer(services, visit);
        return answering === undefined
          ? notFound(noSuchReport(visit.params))
          : page(responsePage(answering, {}, {}));
      },
    },
    {
      method: 'POST',
      path: `${path}/:reference/response`,
      may: mayAnswerScrutiny,
      handle: (visit) => submitResponse(services, visit),
    },
    ...conditionRoutes(services, path),
  ];
}

async function submitReport(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers, today } = visit;
  const { bodyId } = actor;
  const committees = await recommendingCommittees(services.database, bodyId);
  if (answers[step.name] === oneMore) {
    const { [step.name]: _step, ...kept } = answers;
    return page(newReportPage(actor, committees, { ...kept, boxes: String(boxesOf(kept) + 1) }, {}));
  }
  return takeStep(visit, {
    read: (given) => readReport(given, bodyId, committees),
    foresee(read) {
      const accepted = acceptReport(read, today);
      return accepted.ok ? undefined : explainReport(accepted.error);
    },
    ask: (given, errors) => newReportPage(actor, committees, given, errors),
    check: (read, given) => page(checkReportPage(actor, read, given)),
    async publish(read) {
      const outcome = await publishRecommendations(services, actor, read, once(visit));
      if (!outcome.ok) return refuse(explainReport(outcome.error));
      const to = reportPath({ bodyId, reference: outcome.value.reference });
      return ok(redirect(to, 'The recommendations are published.'));
    },
  });
}

async function toAnswer({ database }: Services, { actor, params, today }: OfficeVisit) {
  const found = await reportAt(database, idOf(params), today);
  if (found === undefined) return undefined;
  const clauses = await agreeingClauses(database, actor.bodyId, found.report.madeOn);
  return { actor, found, clauses, today };
}

async function submitResponse(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, params, today } = visit;
  const answering = await toAnswer(services, visit);
  if (answering === undefined) return notFound(noSuchReport(params));
  const { report, responses } = answering.found;
  return takeStep(visit, {
    read: (answers) => readResponse(answers, report, answering.clauses),
    foresee(read) {
      const accepted = acceptResponses(report, read, today);
      return accepted.ok ? undefined : explainResponse(accepted.error);
    },
    ask: (answers, errors) => responsePage(answering, answers, errors),
    check: (read, answers) =>
      read.seen === responses.length
        ? page(checkResponsePage(answering, read, answers))
        : askAgain(responsePage(answering, answers, {}, true)),
    async publish({ seen, ...given }) {
      const outcome = await answerRecommendations(services, actor, report, given, seen, once(visit));
      if (outcome.ok) return ok(redirect(reportPath(report), 'The answer is published.'));
      if (!isStale(outcome.error)) return refuse(explainResponse(outcome.error));
      const now = (await toAnswer(services, visit)) ?? answering;
      return ok(askAgain(responsePage(now, visit.answers, {}, true)));
    },
  });
}
