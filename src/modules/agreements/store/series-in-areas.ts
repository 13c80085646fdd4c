import type { Sql } from '#platform/db';
import { type IsoDate, lastMomentOf } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { KeptReading, ReadingPeriod } from '../domain/reading/reading.ts';
import { readingFrom } from './reading-rows.ts';
import type { SeriesInArea } from './readings.ts';
import type { AgreementsTables } from './tables.ts';
import type { ReadingTables } from './tables/readings.ts';

/**
 * Every series in every area that has a reading, a target or an office to bring readings. It steps through the index from one to the next, so that a
 * million readings cost no more than the few thousand curves they make.
 */
export async function listSeriesInAreas(sql: Sql): Promise<readonly SeriesInArea[]> {
  const { rows } = await raw<Readonly<{ series_id: string; area_id: string }>>`
    WITH RECURSIVE curve AS (
      (SELECT series_id, area_id FROM agreements.reading ORDER BY series_id, area_id LIMIT 1)
      UNION ALL
      SELECT next.series_id, next.area_id
      FROM curve CROSS JOIN LATERAL (
        SELECT series_id, area_id FROM agreements.reading
        WHERE (series_id, area_id) > (curve.series_id, curve.area_id)
        ORDER BY series_id, area_id LIMIT 1
      ) AS next
    )
    SELECT series_id, area_id FROM curve
    UNION SELECT series_id, area_id FROM agreements.target
    UNION SELECT series_id, area_id FROM agreements.series_owner
    ORDER BY series_id, area_id
  `.execute(sql.tables<AgreementsTables>());
  return rows.map(pairFrom);
}

/** The series in areas that these batches of readings brought figures of. */
export async function seriesInBatches(
  sql: Sql,
  batchIds: readonly string[],
): Promise<readonly SeriesInArea[]> {
  if (batchIds.length === 0) return [];
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.reading')
    .select(['series_id', 'area_id'])
    .distinct()
    .where('batch_id', 'in', batchIds)
    .execute();
  return rows.map(pairFrom);
}

/** What was known on a day of these periods, each of its own series in its own area. */
export async function readingsOfPeriods(
  sql: Sql,
  of: readonly (SeriesInArea & Readonly<{ period: ReadingPeriod }>)[],
  on: IsoDate,
): Promise<readonly KeptReading[]> {
  if (of.length === 0) return [];
  const { rows } = await raw<ReadingTables['agreements.reading']>`
    SELECT reading.*
    FROM unnest(
      ${of.map(({ seriesId }) => seriesId)}::text[], ${of.map(({ areaId }) => areaId)}::text[],
      ${of.map(({ period }) => period.from)}::date[], ${of.map(({ period }) => period.to)}::date[]
    ) AS asked (series_id, area_id, period_from, period_to)
    CROSS JOIN LATERAL (
      SELECT * FROM agreements.reading
      WHERE series_id = asked.series_id AND area_id = asked.area_id
        AND period_to = asked.period_to AND period_from = asked.period_from
        AND published_at <= ${lastMomentOf(on)}
      ORDER BY revision DESC LIMIT 1
    ) AS reading
  `.execute(sql.tables<AgreementsTables>());
  return rows.map(readingFrom);
}

const pairFrom = (row: Readonly<{ series_id: string; area_id: string }>): SeriesInArea => ({
  seriesId: row.series_id,
  areaId: row.area_id,
});
