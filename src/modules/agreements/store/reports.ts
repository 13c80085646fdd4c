import type { Sql } from '#platform/db';
import { type IsoDate, lastMomentOf } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { ReadingStatus } from '../domain/reading/reading.ts';
import type { Report, ReportFigure, ReportKind } from '../domain/report/report.ts';
import type { AgreementsTables } from './tables.ts';
import type { ReportTables } from './tables/reports.ts';

/** A report in a list: without its lines and figures. */
export type ReportHead = Omit<Report, 'lines' | 'figures' | 'says'>;

/** The reports published by the end of a day, the latest first: all of them, or one body’s. */
export async function listReports(
  sql: Sql,
  { bodyId, on }: Readonly<{ bodyId?: string | undefined; on: IsoDate }>,
): Promise<readonly ReportHead[]> {
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.report')
    .select([
      'id',
      'body_id',
      'title',
      'of_kind',
      'of_id',
      'of_name',
      'period_from',
      'period_to',
      'known_on',
      'by_office',
      'published_at',
    ])
    .where('published_at', '<=', lastMomentOf(on))
    .$if(bodyId !== undefined, (query) => query.where('body_id', '=', bodyId ?? ''))
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(headFrom);
}

/** One report as it was published; undefined where there is none. */
export async function findReport(sql: Sql, id: string): Promise<Report | undefined> {
  const tables = sql.tables<AgreementsTables>();
  const row = await tables
    .selectFrom('agreements.report')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const figures = await tables
    .selectFrom('agreements.report_figure')
    .selectAll()
    .where('report_id', '=', id)
    .orderBy('position')
    .execute();
  return { ...headFrom(row), says: row.says, lines: row.lines, figures: figures.map(figureFrom) };
}

/** How many reports a body has published whose id begins so: to number the next. The caller holds the body’s lock. */
export async function countReports(sql: Sql, beginning: string): Promise<number> {
  const { count } = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.report')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('id', 'like', `${beginning}%`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Enters a published report with its figures. */
export async function insertReport(sql: Sql, report: Report): Promise<void> {
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.report')
    .values({
      id: report.id,
      body_id: report.bodyId,
      title: report.title,
      of_kind: report.subject.of,
      of_id: report.subject.id,
      of_name: report.subject.name,
      period_from: report.period.from,
      period_to: report.period.to,
      known_on: report.knownOn,
      says: report.says,
      lines: JSON.stringify(report.lines),
      by_office: report.byOffice,
      published_at: report.publishedAt,
    })
    .execute();
  const figures = report.figures.map((figure, index) => ({
    report_id: report.id,
    position: index + 1,
    series_id: figure.seriesId,
    area_id: figure.areaId,
    period_from: figure.period.from,
    period_to: figure.period.to,
    revision: figure.revision,
    status: figure.status,
    value: figure.value ?? null,
    quoted_as: figure.quotedAs ?? null,
  }));
  // One statement however many there are: a county’s report has thousands.
  await raw`
    INSERT INTO agreements.report_figure
    SELECT * FROM jsonb_populate_recordset(NULL::agreements.report_figure, ${JSON.stringify(figures)}::jsonb)
  `.execute(sql.tables<AgreementsTables>());
}

/** A figure of a report that was revised after it: what it is now known to be. */
export type RevisedFigure = Readonly<{
  figure: ReportFigure;
  now: Readonly<{
    value: string | undefined;
    status: ReadingStatus;
    revision: number;
    publishedAt: Date;
  }>;
}>;

/** The figures of a report of which another revision was published by the end of a day, in its order. */
export async function revisedFigures(
  sql: Sql,
  reportId: string,
  on: IsoDate,
): Promise<readonly RevisedFigure[]> {
  type Row = ReportTables['agreements.report_figure'] &
    Readonly<{ now_value: string | null; now_status: string; now_revision: number; now_at: Date }>;
  const { rows } = await raw<Row>`
    SELECT figure.*, latest.value AS now_value, latest.status AS now_status, latest.revision AS now_revision,
      latest.published_at AS now_at
    FROM agreements.report_figure AS figure
    CROSS JOIN LATERAL (
      SELECT * FROM agreements.reading
      WHERE series_id = figure.series_id AND area_id = figure.area_id
        AND period_to = figure.period_to AND period_from = figure.period_from
        AND published_at <= ${lastMomentOf(on)}
      ORDER BY revision DESC LIMIT 1
    ) AS latest
    WHERE figure.report_id = ${reportId} AND latest.revision > figure.revision
    ORDER BY figure.position
  `.execute(sql.tables<AgreementsTables>());
  return rows.map((row) => ({
    figure: figureFrom(row),
    now: {
      value: row.now_value ?? undefined,
      status: row.now_status as ReadingStatus,
      revision: row.now_revision,
      publishedAt: row.now_at,
    },
  }));
}

type HeadRow = Omit<ReportTables['agreements.report'], 'lines' | 'says'>;

const headFrom = (row: HeadRow): ReportHead => ({
  id: row.id,
  bodyId: row.body_id,
  title: row.title,
  subject: { of: row.of_kind as ReportKind, id: row.of_id, name: row.of_name },
  period: { from: row.period_from, to: row.period_to },
  knownOn: row.known_on,
  byOffice: row.by_office,
  publishedAt: row.published_at,
});

const figureFrom = (row: ReportTables['agreements.report_figure']): ReportFigure => ({
  seriesId: row.series_id,
  areaId: row.area_id,
  period: { from: row.period_from, to: row.period_to },
  revision: row.revision,
  status: row.status as ReadingStatus,
  value: row.value ?? undefined,
  quotedAs: row.quoted_as ?? undefined,
});
