import type { Sql } from '#platform/db';
import { type IsoDate, londonDate } from '#platform/kernel';
import { bodyOn } from '#modules/register';
import type { Report } from '../../domain/report/report.ts';
import type { Series } from '../../domain/series/series.ts';
import {
  findReport,
  listReports,
  type ReportHead,
  revisedFigures,
  type RevisedFigure,
} from '../../store/reports.ts';
import { listSeries } from '../../store/series.ts';

/** A report as it was published, and what of its figures is known otherwise since. */
export type ReportShown = Readonly<{
  report: Report;
  bodyName: string;
  series: ReadonlyMap<string, Series>;
  revised: readonly RevisedFigure[];
}>;

/** A published report as a reader sees it on a day; undefined where there is none, or none yet. */
export async function reportShown(sql: Sql, id: string, on: IsoDate): Promise<ReportShown | undefined> {
  const report = await findReport(sql, id);
  if (report === undefined || londonDate(report.publishedAt) > on) return undefined;
  const seriesIds = [...new Set(report.figures.map(({ seriesId }) => seriesId))];
  const [revised, series, body] = await Promise.all([
    revisedFigures(sql, id, on),
    listSeries(sql, { ids: seriesIds }),
    bodyOn(sql, report.bodyId, { on }),
  ]);
  return {
    report,
    bodyName: body?.name ?? report.bodyId,
    series: new Map(series.map((each) => [each.id, each])),
    revised,
  };
}

/** The reports published by a day, the latest first. */
export const reportsOn = (
  sql: Sql,
  asked: Readonly<{ bodyId?: string | undefined; on: IsoDate }>,
): Promise<readonly ReportHead[]> => listReports(sql, asked);

export type { ReportHead, RevisedFigure };
