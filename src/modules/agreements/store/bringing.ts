import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { KeptReading, Measured } from '../domain/reading/reading.ts';
import { measuredColumns, measuredFrom, readingFrom } from './reading-rows.ts';
import type { AgreementsTables } from './tables.ts';
import type { ReadingTables } from './tables/readings.ts';

/** One period of a series in an area. */
export type PeriodOfSeries = Pick<Measured, 'seriesId' | 'areaId' | 'period'>;

/** The same as one text, to look things up by. */
export const periodKey = ({ seriesId, areaId, period }: PeriodOfSeries): string =>
  `${seriesId} ${areaId} ${period.from} ${period.to}`;

/** What stands published of each of these periods: one look into the index for each, some thousands at a time. */
export async function standingReadings(
  sql: Sql,
  periods: readonly PeriodOfSeries[],
): Promise<ReadonlyMap<string, KeptReading>> {
  if (periods.length === 0) return new Map();
  const { rows } = await raw<ReadingTables['agreements.reading']>`
    SELECT reading.* FROM ${asked(periods)} CROSS JOIN LATERAL (
      SELECT * FROM agreements.reading
      WHERE series_id = asked.series_id AND area_id = asked.area_id
        AND period_to = asked.period_to AND period_from = asked.period_from
      ORDER BY revision DESC LIMIT 1
    ) AS reading
  `.execute(sql.tables<AgreementsTables>());
  return new Map(rows.map((row) => [periodKey(keyOf(row)), readingFrom(row)]));
}

/** The batches of the body that asks which nobody has approved, returned or withdrawn. */
export async function waitingBatchIds(sql: Sql): Promise<readonly string[]> {
  const { rows } = await raw<Readonly<{ id: string }>>`
    SELECT id FROM agreements.batch
    WHERE NOT EXISTS (SELECT FROM agreements.batch_outcome AS became WHERE became.batch_id = batch.id)
  `.execute(sql.tables<AgreementsTables>());
  return rows.map(({ id }) => id);
}

/** What of these periods waits in those batches. */
export async function waitingReadings(
  sql: Sql,
  periods: readonly PeriodOfSeries[],
): Promise<ReadonlyMap<string, Measured & Readonly<{ batchId: string }>>> {
  const batchIds = periods.length === 0 ? [] : await waitingBatchIds(sql);
  if (batchIds.length === 0) return new Map();
  type Row = ReadingTables['agreements.batch_reading'];
  const { rows } = await raw<Row>`
    SELECT ${raw.join(measuredColumns.map((column) => raw.ref(`entered.${column}`)))}, entered.batch_id
    FROM ${asked(periods)} JOIN agreements.batch_reading AS entered
      USING (series_id, area_id, period_to, period_from)
    WHERE entered.batch_id = ANY(${batchIds}::text[])
  `.execute(sql.tables<AgreementsTables>());
  return new Map(rows.map((row) => [periodKey(keyOf(row)), { ...measuredFrom(row), batchId: row.batch_id }]));
}

const keyOf = (
  row: Readonly<{ series_id: string; area_id: string; period_from: IsoDate; period_to: IsoDate }>,
): PeriodOfSeries => ({
  seriesId: row.series_id,
  areaId: row.area_id,
  period: { from: row.period_from, to: row.period_to },
});

const asked = (periods: readonly PeriodOfSeries[]) => raw`unnest(
  ${periods.map(({ seriesId }) => seriesId)}::text[], ${periods.map(({ areaId }) => areaId)}::text[],
  ${periods.map(({ period }) => period.from)}::date[], ${periods.map(({ period }) => period.to)}::date[]
) AS asked (series_id, area_id, period_from, period_to)`;

/** How many readings of a batch would take the place of another revision than the one they were entered against. */
export async function countOvertaken(sql: Sql, batchId: string): Promise<number> {
  const { rows } = await raw<{ overtaken: bigint }>`
    SELECT count(*) AS overtaken FROM agreements.batch_reading AS entered
    WHERE batch_id = ${batchId} AND EXISTS (
      SELECT FROM agreements.reading
      WHERE series_id = entered.series_id AND area_id = entered.area_id
        AND period_to = entered.period_to AND period_from = entered.period_from AND revision > entered.revises)
  `.execute(sql.tables<AgreementsTables>());
  return Number(rows[0]?.overtaken ?? 0);
}
