import { may } from '#platform/identity';
import {
  type Actor,
  clip,
  dateParts,
  formatDate,
  londonDate,
  ok,
  plural,
  refuse,
  type Result,
} from '#platform/kernel';
import type { Sql } from '#platform/db';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, type Entry, publicEntry } from '#platform/record';
import { bodyOn } from '#modules/register';
import { acceptReport, type NewReport, type ReportRefusal } from '../domain/scrutiny/new-report.ts';
import { reportId, reportPath, type ScrutinyReport } from '../domain/scrutiny/report.ts';
import { mayRecordScrutiny } from '../permissions.ts';
import { findCommittee } from '../store/committees.ts';
import { keepFound } from '../store/found.ts';
import { nextReference } from '../store/numbering.ts';
import { findReport, insertReport } from '../store/scrutiny.ts';
import type { Publisher } from './judge-decision.ts';

export type PublishReportRefusal = CommonRefusal | ReportRefusal | 'no-such-committee' | 'reference-taken';

/** Publishes what a scrutiny committee recommended. From then on it is never edited. Answers its number. */
export async function publishRecommendations(
  services: ActServices,
  actor: Actor | undefined,
  given: NewReport,
  options: ActOptions = {},
): Promise<Result<{ reference: string }, PublishReportRefusal>> {
  const allowed = may(actor, mayRecordScrutiny, given.bodyId);
  if (!allowed.ok) return allowed;
  const publisher = { officeTitle: allowed.value.officeTitle, now: services.clock.now() };
  return act<{ reference: string }, PublishReportRefusal>(services, allowed.value, options, async (sql) => {
    const entered = await enterReport(sql, given, publisher);
    if (!entered.ok) return entered;
    return ok({ value: { reference: entered.value.report.reference }, entry: entered.value.entry });
  });
}

/** Publishes a report within an act of the caller’s, which keeps the entry. */
export async function enterReport(
  sql: Sql,
  given: NewReport,
  { officeTitle, now }: Publisher,
): Promise<
  Result<
    Readonly<{ report: ScrutinyReport; entry: Entry }>,
    Exclude<PublishReportRefusal, 'already-submitted'>
  >
> {
  const { bodyId, committeeId } = given;
  const today = londonDate(now);
  if ((await bodyOn(sql, bodyId, { on: given.madeOn })) === undefined) return refuse('no-such-body');
  const accepted = acceptReport(given, today);
  if (!accepted.ok) return accepted;
  const committee = committeeId === undefined ? undefined : await findCommittee(sql, committeeId);
  if (committeeId !== undefined && committee?.bodyId !== bodyId) return refuse('no-such-committee');

  const { year } = dateParts(given.madeOn);
  const reference = given.reference ?? (await freeReference(sql, bodyId, year));
  const report: ScrutinyReport = {
    ...given,
    id: reportId({ bodyId, reference }),
    reference,
    recommendations: accepted.value,
    publishedOn: today,
    publishedBy: officeTitle,
    recordedAt: now,
  };
  if ((await findReport(sql, report.id)) !== undefined) return refuse('reference-taken');
  await insertReport(sql, report);
  await keepFound(sql, [found(report)]);
  return ok({ report, entry: entryOf(report) });
}

async function freeReference(sql: Sql, bodyId: string, year: number): Promise<string> {
  for (;;) {
    const reference = await nextReference(sql, bodyId, 'recommendation', year);
    if ((await findReport(sql, reportId({ bodyId, reference }))) === undefined) return reference;
  }
}

const found = (report: ScrutinyReport) => ({
  subject: reportPath(report),
  kind: 'recommendation' as const,
  bodyId: report.bodyId,
  title: report.title,
  text: [
    report.committee,
    report.addressedTo,
    ...report.recommendations.flatMap(({ number, text, conditions }) => [
      `${number}. ${text}`,
      ...conditions.map((condition) => `${condition.number}. ${condition.text}`),
    ]),
  ].join('\n'),
  on: report.madeOn,
  places: report.places,
  topics: report.topics,
});

function entryOf(report: ScrutinyReport): Entry {
  const { bodyId, committee, madeOn, title, recommendations, places, topics } = report;
  return publicEntry({
    act: 'governance.recommendations.published',
    subject: reportPath(report),
    summary: `${committee}, ${formatDate(madeOn)}: ${clip(title, 140)} (${plural(recommendations.length, 'recommendation')})`,
    facts: {
      reference: report.reference,
      title,
      madeOn,
      committee,
      committeeId: report.committeeId ?? null,
      addressedTo: report.addressedTo,
      receivedOn: report.receivedOn ?? null,
      recommendations: recommendations.map(({ number, text, conditions }) => ({
        number,
        text,
        conditions: conditions.map((condition) => ({ number: condition.number, text: condition.text })),
      })),
      source: report.source,
    },
    about: { bodies: [bodyId], places, topics },
  });
}
