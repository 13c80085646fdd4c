import { type Sql, lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, dateParts, ok, plural, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, type Entry, publicEntry } from '#platform/record';
import { seriesPath } from '../domain/series/series.ts';
import { type Report, reportPath, reportsPath } from '../domain/report/report.ts';
import { mayReport } from '../permissions.ts';
import { type ComposeRefusal, composeReport, type ReportAsked } from '../queries/reports/compose.ts';
import { countReports, insertReport } from '../store/reports.ts';

export type NewReport = ReportAsked & Readonly<{ title: string }>;

export type PublishReportRefusal =
  | CommonRefusal
  | 'period-not-over'
  | 'nothing-to-report'
  | 'figures-changed'
  | ComposeRefusal;

/**
 * Publishes a report: composed once more from what is known now, and from then on frozen, each figure with the revision it
 * came from. `seen` is the fingerprint of what the officer looked over; where a figure changed since, nothing is published.
 */
export async function publishReport(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  given: NewReport,
  seen: string,
  options: ActOptions = {},
): Promise<Result<{ id: string }, PublishReportRefusal>> {
  const allowed = may(actor, mayReport, bodyId);
  if (!allowed.ok) return allowed;
  const { clock, database } = services;
  const [today, now] = [clock.today(), clock.now()];
  if (given.period.to >= today) return refuse('period-not-over');
  const composed = await composeReport(database, given, { on: today, at: now });
  if (!composed.ok) return composed;
  const { lines, figures, fingerprint } = composed.value;
  if (lines.length === 0) return refuse('nothing-to-report');
  return act<{ id: string }, PublishReportRefusal>(services, allowed.value, options, async (sql) => {
    if (fingerprint !== seen) return refuse('figures-changed');
    await lockThing(sql, reportsPath(bodyId));
    const report: Report = {
      id: await freeId(sql, bodyId, dateParts(today).year),
      bodyId,
      title: given.title,
      subject: given.subject,
      period: given.period,
      knownOn: today,
      says: given.says,
      lines,
      figures,
      byOffice: allowed.value.officeTitle,
      publishedAt: now,
    };
    await insertReport(sql, report);
    return ok({ value: { id: report.id }, entry: entryOf(report, fingerprint) });
  });
}

async function freeId(sql: Sql, bodyId: string, year: number): Promise<string> {
  const beginning = `${bodyId}-${year}-`;
  return `${beginning}${String((await countReports(sql, beginning)) + 1).padStart(3, '0')}`;
}

/** More series than this are told by the report alone. */
const mostThings = 200;

function entryOf(report: Report, fingerprint: string): Entry {
  const { subject, lines, figures } = report;
  const series = [...new Set(lines.map(({ seriesId }) => seriesPath(seriesId)))];
  return publicEntry({
    act: 'agreements.report.published',
    subject: reportPath(report),
    summary: `Report published: ${report.title} (${plural(lines.length, 'measure')})`,
    facts: { of: subject.of, id: subject.id, lines: lines.length, figures: figures.length, fingerprint },
    about: {
      bodies: [...new Set([report.bodyId, ...(subject.of === 'body' ? [subject.id] : [])])],
      places: subject.of === 'place' ? [subject.id] : [],
      things: series.length <= mostThings ? series : [],
    },
  });
}
