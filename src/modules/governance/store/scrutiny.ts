import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import type { FollowedReport, Recommendation, ScrutinyReport } from '../domain/scrutiny/report.ts';
import type { Response, ResponseOutcome } from '../domain/scrutiny/response.ts';
import { listConditionFacts } from './scrutiny-facts.ts';
import type { ScrutinyTables } from './tables/scrutiny.ts';
import type { GovernanceTables } from './tables.ts';

export type ReportsAsked = Readonly<{
  ids?: readonly string[];
  bodyId?: string;
  committeeId?: string;
  /** Only those made on this day or before. */
  madeBy?: IsoDate;
}>;

/** Scrutiny reports with everything that was done about them, the latest made first. */
export async function listReports(sql: Sql, asked: ReportsAsked): Promise<readonly FollowedReport[]> {
  const { ids, bodyId, committeeId, madeBy } = asked;
  if (ids?.length === 0) return [];
  let query = sql.tables<GovernanceTables>().selectFrom('governance.scrutiny_report').selectAll();
  if (ids !== undefined) query = query.where('id', 'in', ids);
  if (bodyId !== undefined) query = query.where('body_id', '=', bodyId);
  if (committeeId !== undefined) query = query.where('committee_id', '=', committeeId);
  if (madeBy !== undefined) query = query.where('made_on', '<=', madeBy);
  const rows = await query.orderBy('made_on', 'desc').orderBy('id').execute();
  return followed(sql, rows);
}

/** One report; undefined where there is none. */
export async function findReport(sql: Sql, id: string): Promise<FollowedReport | undefined> {
  return (await listReports(sql, { ids: [id] }))[0];
}

async function followed(
  sql: Sql,
  rows: readonly ScrutinyTables['governance.scrutiny_report'][],
): Promise<readonly FollowedReport[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const tables = sql.tables<GovernanceTables>();
  const [recommendations, conditions, responses, facts] = await Promise.all([
    tables
      .selectFrom('governance.recommendation')
      .selectAll()
      .where('report_id', 'in', ids)
      .orderBy('position')
      .execute(),
    tables
      .selectFrom('governance.condition')
      .selectAll()
      .where('report_id', 'in', ids)
      .orderBy('recommendation')
      .orderBy('position')
      .execute(),
    tables
      .selectFrom('governance.scrutiny_response')
      .selectAll()
      .where('report_id', 'in', ids)
      .orderBy('position')
      .execute(),
    listConditionFacts(sql, ids),
  ]);
  const [numbered, conditioned, answered] = [
    groupBy(recommendations, ({ report_id }) => report_id),
    groupBy(conditions, ({ report_id }) => report_id),
    groupBy(responses, ({ report_id }) => report_id),
  ];
  return rows.map((row) => ({
    report: reportFrom(row, recommendationsFrom(numbered.get(row.id) ?? [], conditioned.get(row.id) ?? [])),
    responses: (answered.get(row.id) ?? []).map(responseFrom),
    facts: facts.get(row.id) ?? new Map(),
  }));
}

/** Enters a published report with its recommendations and their conditions. */
export async function insertReport(sql: Sql, report: ScrutinyReport): Promise<void> {
  const tables = sql.tables<GovernanceTables>();
  await tables
    .insertInto('governance.scrutiny_report')
    .values({
      id: report.id,
      body_id: report.bodyId,
      reference: report.reference,
      title: report.title,
      made_on: report.madeOn,
      committee_id: report.committeeId ?? null,
      committee: report.committee,
      addressed_to: report.addressedTo,
      received_on: report.receivedOn ?? null,
      places: report.places,
      topics: report.topics,
      source: report.source,
      published_on: report.publishedOn,
      published_by: report.publishedBy,
      recorded_at: report.recordedAt,
    })
    .execute();
  const recommendations = report.recommendations.map(({ number, text }, index) => ({
    report_id: report.id,
    position: index + 1,
    number,
    text,
  }));
  await tables.insertInto('governance.recommendation').values(recommendations).execute();
  const conditions = report.recommendations.flatMap((each, index) =>
    each.conditions.map(({ key, number, text }, position) => ({
      report_id: report.id,
      key,
      recommendation: index + 1,
      position: position + 1,
      number,
      text,
    })),
  );
  if (conditions.length > 0) await tables.insertInto('governance.condition').values(conditions).execute();
}

/** Adds the executive’s answers. The caller holds the report’s lock. */
export async function insertResponses(
  sql: Sql,
  reportId: string,
  responses: readonly Response[],
  recordedAt: Date,
): Promise<void> {
  const tables = sql.tables<GovernanceTables>();
  const { before } = await tables
    .selectFrom('governance.scrutiny_response')
    .select(({ fn }) => fn.countAll<bigint>().as('before'))
    .where('report_id', '=', reportId)
    .executeTakeFirstOrThrow();
  await tables
    .insertInto('governance.scrutiny_response')
    .values(
      responses.map((response, index) => ({
        report_id: reportId,
        position: Number(before) + index + 1,
        recommendation: response.recommendation,
        on_day: response.on,
        outcome: response.outcome,
        reasons: response.reasons,
        decision_id: response.decisionId ?? null,
        clause: response.clause ?? null,
        by_office: response.byOffice,
        source: response.source,
        recorded_at: recordedAt,
      })),
    )
    .execute();
}

function recommendationsFrom(
  rows: readonly ScrutinyTables['governance.recommendation'][],
  conditions: readonly ScrutinyTables['governance.condition'][],
): readonly Recommendation[] {
  return rows.map(({ position, number, text }) => ({
    number,
    text,
    conditions: conditions
      .filter(({ recommendation }) => recommendation === position)
      .map((condition) => ({ key: condition.key, number: condition.number, text: condition.text })),
  }));
}

const reportFrom = (
  row: ScrutinyTables['governance.scrutiny_report'],
  recommendations: readonly Recommendation[],
): ScrutinyReport => ({
  id: row.id,
  bodyId: row.body_id,
  reference: row.reference,
  title: row.title,
  madeOn: row.made_on,
  committeeId: row.committee_id ?? undefined,
  committee: row.committee,
  addressedTo: row.addressed_to,
  receivedOn: row.received_on ?? undefined,
  recommendations,
  places: row.places,
  topics: row.topics,
  source: row.source,
  publishedOn: row.published_on,
  publishedBy: row.published_by,
  recordedAt: row.recorded_at,
});

const responseFrom = (row: ScrutinyTables['governance.scrutiny_response']): Response => ({
  recommendation: row.recommendation,
  on: row.on_day,
  outcome: row.outcome as ResponseOutcome,
  reasons: row.reasons,
  decisionId: row.decision_id ?? undefined,
  clause: row.clause ?? undefined,
  byOffice: row.by_office,
  source: row.source,
});
