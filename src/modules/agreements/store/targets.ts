import type { Sql } from '#platform/db';
import { groupBy } from '#platform/kernel';
import type { Target, TargetAnswer, TargetStanding, TargetVersion } from '../domain/target/target.ts';
import type { AgreementsTables } from './tables.ts';
import type { TargetTables } from './tables/targets.ts';

export type TargetsAsked = Readonly<{
  ids?: readonly string[];
  agreementIds?: readonly string[];
  outcomeIds?: readonly string[];
  seriesIds?: readonly string[];
  areaIds?: readonly string[];
  /** Those that bind this body in any of their versions. */
  bindingBodyId?: string;
}>;

/** Targets with all their versions and answers, in the order of their agreements. */
export async function listTargets(sql: Sql, asked: TargetsAsked = {}): Promise<readonly Target[]> {
  const { ids, agreementIds, outcomeIds, seriesIds, areaIds, bindingBodyId } = asked;
  if ([ids, agreementIds, outcomeIds, seriesIds, areaIds].some((list) => list?.length === 0)) return [];
  let query = sql.tables<AgreementsTables>().selectFrom('agreements.target').selectAll();
  if (ids !== undefined) query = query.where('id', 'in', ids);
  if (agreementIds !== undefined) query = query.where('agreement_id', 'in', agreementIds);
  if (outcomeIds !== undefined) query = query.where('outcome_id', 'in', outcomeIds);
  if (seriesIds !== undefined) query = query.where('series_id', 'in', seriesIds);
  if (areaIds !== undefined) query = query.where('area_id', 'in', areaIds);
  if (bindingBodyId !== undefined)
    query = query.where('id', 'in', (inner) =>
      inner.selectFrom('agreements.target_partner').select('target_id').where('body_id', '=', bindingBodyId),
    );
  const rows = await query.orderBy('agreement_id').orderBy('number').execute();
  return told(sql, rows);
}

/** One target by its id, `kent-agreement-two/3`; undefined where there is none. */
export async function findTarget(sql: Sql, id: string): Promise<Target | undefined> {
  return (await listTargets(sql, { ids: [id] }))[0];
}

async function told(
  sql: Sql,
  rows: readonly TargetTables['agreements.target'][],
): Promise<readonly Target[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const tables = sql.tables<AgreementsTables>();
  const [versions, values, partners, answers] = await Promise.all([
    tables
      .selectFrom('agreements.target_version')
      .selectAll()
      .where('target_id', 'in', ids)
      .orderBy('number')
      .execute(),
    tables
      .selectFrom('agreements.target_value')
      .selectAll()
      .where('target_id', 'in', ids)
      .orderBy('period_to')
      .execute(),
    tables
      .selectFrom('agreements.target_partner')
      .selectAll()
      .where('target_id', 'in', ids)
      .orderBy('position')
      .execute(),
    tables
      .selectFrom('agreements.target_answer')
      .selectAll()
      .where('target_id', 'in', ids)
      .orderBy('on_day')
      .orderBy('recorded_at')
      .orderBy('position')
      .execute(),
  ]);
  const [versionsOf, answersOf] = [
    groupBy(versions, ({ target_id }) => target_id),
    groupBy(answers, ({ target_id }) => target_id),
  ];
  const ofVersion = (row: Readonly<{ target_id: string; version: number }>) =>
    `${row.target_id} ${row.version}`;
  const [valuesOf, partnersOf] = [groupBy(values, ofVersion), groupBy(partners, ofVersion)];
  return rows.map((row) => ({
    ...targetFrom(row),
    versions: (versionsOf.get(row.id) ?? []).map((version) => {
      const key = ofVersion({ target_id: row.id, version: version.number });
      return versionFrom(version, valuesOf.get(key) ?? [], partnersOf.get(key) ?? []);
    }),
    answers: (answersOf.get(row.id) ?? []).map(answerFrom),
  }));
}

/** Enters a target, without a version yet; false where the agreement has one of that number. */
export async function insertTarget(
  sql: Sql,
  target: Omit<Target, 'versions' | 'answers'>,
  recordedAt: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.target')
    .values({
      id: target.id,
      agreement_id: target.agreementId,
      outcome_id: target.outcomeId ?? null,
      series_id: target.seriesId,
      area_id: target.areaId,
      standing: target.standing,
      number: target.number,
      part_of: target.partOf ?? null,
      is_illustrative: target.isIllustrative,
      recorded_at: recordedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Enters a version with its yearly values and the partners it binds. The caller holds the target’s lock. */
export async function insertTargetVersion(
  sql: Sql,
  targetId: string,
  version: TargetVersion,
  recordedAt: Date,
): Promise<void> {
  const tables = sql.tables<AgreementsTables>();
  const { baseline } = version;
  await tables
    .insertInto('agreements.target_version')
    .values({
      target_id: targetId,
      number: version.number,
      lead_body: version.leadBody,
      baseline: baseline.value ?? null,
      baseline_from: baseline.period.from,
      baseline_to: baseline.period.to,
      baseline_status: baseline.status,
      baseline_by: baseline.by ?? null,
      without: version.without ?? null,
      reason: version.reason,
      put_on: version.putOn,
      put_by: version.putBy,
      by_body: version.byBody,
      source: version.source,
      certainty: version.certainty,
      recorded_at: recordedAt,
    })
    .execute();
  const of = { target_id: targetId, version: version.number };
  const values = version.values.map(({ period, value, floor, stretch }) => ({
    ...of,
    period_from: period.from,
    period_to: period.to,
    value,
    floor: floor ?? null,
    stretch: stretch ?? null,
  }));
  if (values.length > 0) await tables.insertInto('agreements.target_value').values(values).execute();
  const partners = version.partners.map((bodyId, index) => ({ ...of, position: index + 1, body_id: bodyId }));
  if (partners.length > 0) await tables.insertInto('agreements.target_partner').values(partners).execute();
}

/** Adds a partner’s answer after those it gave before. The caller holds the target’s lock. */
export async function insertTargetAnswer(
  sql: Sql,
  targetId: string,
  answer: TargetAnswer,
  recordedAt: Date,
): Promise<void> {
  const tables = sql.tables<AgreementsTables>();
  const { before } = await tables
    .selectFrom('agreements.target_answer')
    .select(({ fn }) => fn.countAll<bigint>().as('before'))
    .where('target_id', '=', targetId)
    .where('version', '=', answer.version)
    .where('body_id', '=', answer.bodyId)
    .executeTakeFirstOrThrow();
  await tables
    .insertInto('agreements.target_answer')
    .values({
      target_id: targetId,
      version: answer.version,
      body_id: answer.bodyId,
      position: Number(before) + 1,
      answer: answer.answer,
      decision_id: answer.decisionId ?? null,
      clause: answer.clause ?? null,
      on_day: answer.on,
      says: answer.says,
      by_office: answer.byOffice,
      source: answer.source,
      recorded_at: recordedAt,
    })
    .execute();
}

const targetFrom = (row: TargetTables['agreements.target']): Omit<Target, 'versions' | 'answers'> => ({
  id: row.id,
  agreementId: row.agreement_id,
  outcomeId: row.outcome_id ?? undefined,
  seriesId: row.series_id,
  areaId: row.area_id,
  standing: row.standing as TargetStanding,
  number: row.number,
  partOf: row.part_of ?? undefined,
  isIllustrative: row.is_illustrative,
});

const versionFrom = (
  row: TargetTables['agreements.target_version'],
  values: readonly TargetTables['agreements.target_value'][],
  partners: readonly TargetTables['agreements.target_partner'][],
): TargetVersion => ({
  number: row.number,
  leadBody: row.lead_body,
  baseline: {
    value: row.baseline ?? undefined,
    period: { from: row.baseline_from, to: row.baseline_to },
    status: row.baseline_status as TargetVersion['baseline']['status'],
    by: row.baseline_by ?? undefined,
  },
  without: row.without ?? undefined,
  values: values.map(({ period_from, period_to, value, floor, stretch }) => ({
    period: { from: period_from, to: period_to },
    value,
    floor: floor ?? undefined,
    stretch: stretch ?? undefined,
  })),
  partners: partners.map(({ body_id }) => body_id),
  reason: row.reason,
  putOn: row.put_on,
  putBy: row.put_by,
  byBody: row.by_body,
  source: row.source,
  certainty: row.certainty,
});

const answerFrom = (row: TargetTables['agreements.target_answer']): TargetAnswer => ({
  version: row.version,
  bodyId: row.body_id,
  answer: row.answer as TargetAnswer['answer'],
  decisionId: row.decision_id ?? undefined,
  clause: row.clause ?? undefined,
  on: row.on_day,
  says: row.says,
  byOffice: row.by_office,
  source: row.source,
});
