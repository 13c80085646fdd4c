import type { Sql } from '#platform/db';
import { type IsoDate, lastMomentOf } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { PeriodOfSeries } from './bringing.ts';
import type { AgreementsTables } from './tables.ts';

type First = PeriodOfSeries & Readonly<{ publishedAt: Date }>;

/** When the first reading of each period that ended from the first to the last day was published, of the areas a body brings. */
export async function firstReadingsOf(
  sql: Sql,
  { bodyId, first, last, on }: Readonly<{ bodyId: string; first: IsoDate; last: IsoDate; on: IsoDate }>,
): Promise<readonly First[]> {
  const { rows } = await raw<
    Readonly<{
      series_id: string;
      area_id: string;
      period_from: IsoDate;
      period_to: IsoDate;
      published_at: Date;
    }>
  >`
    SELECT reading.series_id, reading.area_id, period_from, period_to, published_at
    FROM agreements.reading
    JOIN (SELECT DISTINCT series_id, area_id FROM agreements.series_owner WHERE body_id = ${bodyId}) AS owner
      USING (series_id, area_id)
    WHERE revision = 1 AND period_to BETWEEN ${first} AND ${last} AND published_at <= ${lastMomentOf(on)}
  `.execute(sql.tables<AgreementsTables>());
  return rows.map((row) => ({
    seriesId: row.series_id,
    areaId: row.area_id,
    period: { from: row.period_from, to: row.period_to },
    publishedAt: row.published_at,
  }));
}

/** A period of a series with the day by which its readings are due, whoever brings them. */
export type PeriodDue = Readonly<{ seriesId: string; period: PeriodOfSeries['period']; due: IsoDate }>;

/** How many readings of these periods each body published on time and late by a day: counted where they lie, by the thousand. */
export async function countFirstReadings(
  sql: Sql,
  periods: readonly PeriodDue[],
  on: IsoDate,
): Promise<ReadonlyMap<string, Readonly<{ onTime: number; late: number }>>> {
  if (periods.length === 0) return new Map();
  const { rows } = await raw<Readonly<{ body_id: string; on_time: bigint; late: bigint }>>`
    SELECT body_id, count(*) FILTER (WHERE day <= due) AS on_time, count(*) FILTER (WHERE day > due) AS late
    FROM (
      SELECT owner.body_id, asked.due, (reading.published_at AT TIME ZONE 'Europe/London')::date AS day
      FROM unnest(
        ${periods.map(({ seriesId }) => seriesId)}::text[], ${periods.map(({ period }) => period.from)}::date[],
        ${periods.map(({ period }) => period.to)}::date[], ${periods.map(({ due }) => due)}::date[]
      ) AS asked (series_id, period_from, period_to, due)
      JOIN agreements.reading USING (series_id, period_to, period_from)
      JOIN agreements.series_owner AS owner ON owner.series_id = reading.series_id
        AND owner.area_id = reading.area_id AND owner.from_day <= reading.period_to
        AND (owner.until_day IS NULL OR reading.period_to < owner.until_day)
      WHERE reading.revision = 1 AND reading.published_at <= ${lastMomentOf(on)}
    ) AS first
    GROUP BY body_id
  `.execute(sql.tables<AgreementsTables>());
  return new Map(
    rows.map(({ body_id, on_time, late }) => [body_id, { onTime: Number(on_time), late: Number(late) }]),
  );
}
