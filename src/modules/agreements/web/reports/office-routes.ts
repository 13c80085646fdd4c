import { askAgain, type OfficeRoute, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { once, step, takeStep } from '#platform/web';
import { publishReport } from '../../actions/publish-report.ts';
import { reportPath } from '../../domain/report/report.ts';
import { mayReport } from '../../permissions.ts';
import { composeReport } from '../../queries/reports/compose.ts';
import { reportsOn } from '../../queries/reports/report-shown.ts';
import { reportSubjects, seriesOfFigures } from '../../queries/reports/subjects.ts';
import { type Composing, newReportPage, officeReportsPage, previewPage } from './office-pages.tsx';
import { explainReport, readReport } from './report-form.ts';

/** Composing a report, looking it over and publishing it. */
export function reportOfficeRoutes(services: Services): readonly OfficeRoute[] {
  const { database } = services;
  const path = '/office/:body/reports';
  return [
    {
      method: 'GET',
      path,
      may: mayReport,
      handle: async ({ actor, today }) =>
        page(officeReportsPage(actor, await reportsOn(database, { bodyId: actor.bodyId, on: today }))),
    },
    {
      method: 'GET',
      path: `${path}/new`,
      may: mayReport,
      handle: async (visit) => page(newReportPage(await toCompose(services, visit), {}, {})),
    },
    { method: 'POST', path: `${path}/new`, may: mayReport, handle: (visit) => submitReport(services, visit) },
  ];
}

async function toCompose({ database }: Services, { actor, today }: OfficeVisit): Promise<Composing> {
  return { actor, today, subjects: await reportSubjects(database, actor, today) };
}

async function submitReport(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { database, clock } = services;
  const { actor, today } = visit;
  const composing = await toCompose(services, visit);
  const { seen = '', ...answers } = visit.answers;
  const given = readReport(answers, composing.subjects, today);
  // What it would say is asked before the steps, which only show it.
  const composed =
    given.ok && answers[step.name] !== step.change && answers[step.name] !== step.publish
      ? await composeReport(database, given.value, { on: today, at: clock.now() })
      : undefined;
  if (composed?.ok === false)
    return askAgain(newReportPage(composing, answers, explainReport(composed.error)));
  const series = await seriesOfFigures(database, composed?.value.figures ?? []);
  return takeStep(
    { answers },
    {
      read: () => given,
      foresee: () => (composed?.value.lines.length === 0 ? explainReport('nothing-to-report') : undefined),
      ask: (kept, errors) => newReportPage(composing, kept, errors),
      check: (report, kept) => {
        if (composed === undefined) throw new Error('A report is checked once it is composed');
        return page(previewPage(composing, report, composed.value, series, kept));
      },
      async publish(report) {
        const outcome = await publishReport(services, actor, actor.bodyId, report, seen, once(visit));
        return outcome.ok
          ? ok(redirect(reportPath(outcome.value), 'The report is published.'))
          : refuse(explainReport(outcome.error));
      },
    },
  );
}
