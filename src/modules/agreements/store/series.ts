import type { Sql } from '#platform/db';
import type {
  Accumulation,
  Concerns,
  Frequency,
  MeasuredAs,
  Polarity,
  Series,
} from '../domain/series/series.ts';
import type { Published } from './published.ts';
import type { AgreementsTables } from './tables.ts';
import type { IndicatorTables } from './tables/indicators.ts';

export type SeriesAsked = Readonly<{
  ids?: readonly string[];
  indicatorIds?: readonly string[];
  /** The quick measures that stand for this slow one. */
  proxyFor?: string;
}>;

/** Series by their ids or of these indicators, or all there are, by title. */
export async function listSeries(
  sql: Sql,
  { ids, indicatorIds, proxyFor }: SeriesAsked = {},
): Promise<readonly Series[]> {
  if (ids?.length === 0 || indicatorIds?.length === 0) return [];
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.series')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .$if(indicatorIds !== undefined, (query) => query.where('indicator_id', 'in', indicatorIds ?? []))
    .$if(proxyFor !== undefined, (query) => query.where('proxy_for', '=', proxyFor ?? ''))
    .orderBy('title')
    .orderBy('id')
    .execute();
  return rows.map(seriesFrom);
}

/** One series; undefined where there is none. */
export async function findSeries(sql: Sql, id: string): Promise<Series | undefined> {
  return (await listSeries(sql, { ids: [id] }))[0];
}

/** Publishes series, at most a thousand or so at once. Their indicators stand already. */
export async function insertSeries(sql: Sql, series: readonly Series[], published: Published): Promise<void> {
  if (series.length === 0) return;
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.series')
    .values(
      series.map((one) => ({
        id: one.id,
        indicator_id: one.indicatorId,
        title: one.title,
        concerns: one.concerns,
        polarity: one.polarity.better,
        band_low: one.polarity.better === 'band' ? one.polarity.low : null,
        band_high: one.polarity.better === 'band' ? one.polarity.high : null,
        unit: one.unit,
        measured_as: one.measuredAs,
        decimals: one.decimals,
        frequency: one.frequency,
        accumulation: one.accumulation,
        numerator: one.ratio?.numerator ?? null,
        denominator: one.ratio?.denominator ?? null,
        per: one.ratio?.per ?? null,
        method: one.method.by,
        design_effect: one.method.by === 'survey' ? one.method.designEffect : null,
        suppress_under: one.suppressUnder ?? null,
        collected_by: one.collectedBy,
        lag_days: one.lagDays,
        floor_margin: one.floorMargin ?? null,
        profile: one.profile ?? null,
        measured_from: one.measuredFrom,
        from_day: one.fromDay ?? null,
        replaces: one.replaces ?? null,
        proxy_for: one.proxyFor ?? null,
        is_illustrative: one.isIllustrative,
        source: one.source,
        certainty: one.certainty,
        published_by: published.by,
        published_at: published.at,
      })),
    )
    .execute();
}

function seriesFrom(row: IndicatorTables['agreements.series']): Series {
  return {
    id: row.id,
    indicatorId: row.indicator_id,
    title: row.title,
    concerns: row.concerns as Concerns,
    polarity: polarityFrom(row),
    unit: row.unit,
    measuredAs: row.measured_as as MeasuredAs,
    decimals: row.decimals,
    frequency: row.frequency as Frequency,
    accumulation: row.accumulation as Accumulation,
    ratio: ratioFrom(row),
    method:
      row.method === 'survey' ? { by: 'survey', designEffect: row.design_effect ?? '1' } : { by: 'count' },
    suppressUnder: row.suppress_under ?? undefined,
    collectedBy: row.collected_by as Series['collectedBy'],
    lagDays: row.lag_days,
    floorMargin: row.floor_margin ?? undefined,
    profile: row.profile ?? undefined,
    measuredFrom: row.measured_from,
    fromDay: row.from_day ?? undefined,
    replaces: row.replaces ?? undefined,
    proxyFor: row.proxy_for ?? undefined,
    isIllustrative: row.is_illustrative,
    source: row.source,
    certainty: row.certainty,
  };
}

// The table keeps both ends of a band, and a denominator with every numerator.
const polarityFrom = (row: IndicatorTables['agreements.series']): Polarity =>
  row.polarity === 'band'
    ? { better: 'band', low: row.band_low ?? '', high: row.band_high ?? '' }
    : { better: row.polarity as 'higher' | 'lower' };

const ratioFrom = ({ numerator, denominator, per }: IndicatorTables['agreements.series']): Series['ratio'] =>
  numerator === null || denominator === null ? undefined : { numerator, denominator, per: per ?? '1' };
