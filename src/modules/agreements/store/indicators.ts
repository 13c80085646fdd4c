import type { Sql } from '#platform/db';
import type { Indicator, Measure } from '../domain/framework/framework.ts';
import type { Published } from './published.ts';
import type { AgreementsTables } from './tables.ts';
import type { IndicatorTables } from './tables/indicators.ts';

export type IndicatorsAsked = Readonly<{ ids?: readonly string[]; frameworkIds?: readonly string[] }>;

/** Indicators of these sets or with these ids, or all there are, in the order of their codes. */
export async function listIndicators(
  sql: Sql,
  { ids, frameworkIds }: IndicatorsAsked = {},
): Promise<readonly Indicator[]> {
  if (ids?.length === 0 || frameworkIds?.length === 0) return [];
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.indicator')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .$if(frameworkIds !== undefined, (query) => query.where('framework_id', 'in', frameworkIds ?? []))
    .execute();
  return rows.map(indicatorFrom).toSorted(byCode);
}

/** One indicator; undefined where there is none. */
export async function findIndicator(sql: Sql, id: string): Promise<Indicator | undefined> {
  return (await listIndicators(sql, { ids: [id] }))[0];
}

/** Publishes indicators. */
export async function insertIndicators(
  sql: Sql,
  indicators: readonly Indicator[],
  published: Published,
): Promise<void> {
  if (indicators.length === 0) return;
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.indicator')
    .values(
      indicators.map((indicator) => ({
        id: indicator.id,
        framework_id: indicator.frameworkId,
        code: indicator.code,
        title: indicator.title,
        says: indicator.says,
        kind: indicator.kind,
        is_placeholder: indicator.isPlaceholder,
        source: indicator.source,
        certainty: indicator.certainty,
        published_by: published.by,
        published_at: published.at,
      })),
    )
    .execute();
}

export type MeasuresAsked = Readonly<{ outcomeIds?: readonly string[]; indicatorIds?: readonly string[] }>;

/** Everything ever said of which indicators tell of which outcomes, in the order in which it was said. */
export async function listMeasures(
  sql: Sql,
  { outcomeIds, indicatorIds }: MeasuresAsked = {},
): Promise<readonly Measure[]> {
  if (outcomeIds?.length === 0 || indicatorIds?.length === 0) return [];
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.measure')
    .selectAll()
    .$if(outcomeIds !== undefined, (query) => query.where('outcome_id', 'in', outcomeIds ?? []))
    .$if(indicatorIds !== undefined, (query) => query.where('indicator_id', 'in', indicatorIds ?? []))
    .orderBy('outcome_id')
    .orderBy('indicator_id')
    .orderBy('position')
    .execute();
  return rows.map(measureFrom);
}

/**
 * Adds what is now said of outcomes and their indicators, after what was said before. The caller holds the outcomes’ locks
 * and says each pair once.
 */
export async function insertMeasures(sql: Sql, measures: readonly Measure[]): Promise<void> {
  if (measures.length === 0) return;
  const outcomeIds = [...new Set(measures.map(({ outcomeId }) => outcomeId))];
  const before = await listMeasures(sql, { outcomeIds });
  const said = (measure: Measure) =>
    before.filter((each) => each.outcomeId === measure.outcomeId && each.indicatorId === measure.indicatorId)
      .length;
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.measure')
    .values(
      measures.map((measure) => ({
        outcome_id: measure.outcomeId,
        indicator_id: measure.indicatorId,
        position: said(measure) + 1,
        standing: measure.standing,
        on_day: measure.on ?? null,
        body_id: measure.bodyId ?? null,
        by_office: measure.byOffice ?? null,
        says: measure.says,
        source: measure.source,
        certainty: measure.certainty,
      })),
    )
    .execute();
}

// "NI 9" before "NI 10".
const byCode = (a: Indicator, b: Indicator): number =>
  a.frameworkId.localeCompare(b.frameworkId) || a.code.localeCompare(b.code, 'en', { numeric: true });

const indicatorFrom = (row: IndicatorTables['agreements.indicator']): Indicator => ({
  id: row.id,
  frameworkId: row.framework_id,
  code: row.code,
  title: row.title,
  says: row.says,
  kind: row.kind as Indicator['kind'],
  isPlaceholder: row.is_placeholder,
  source: row.source,
  certainty: row.certainty,
});

const measureFrom = (row: IndicatorTables['agreements.measure']): Measure => ({
  outcomeId: row.outcome_id,
  indicatorId: row.indicator_id,
  standing: row.standing as Measure['standing'],
  on: row.on_day ?? undefined,
  bodyId: row.body_id ?? undefined,
  byOffice: row.by_office ?? undefined,
  says: row.says,
  source: row.source,
  certainty: row.certainty,
});
