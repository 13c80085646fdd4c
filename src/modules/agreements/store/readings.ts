import type { Sql } from '#platform/db';
import { type IsoDate, lastMomentOf } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { KeptReading } from '../domain/reading/reading.ts';
import { measuredRow, readingFrom } from './reading-rows.ts';
import type { AgreementsTables } from './tables.ts';
import type { ReadingTables } from './tables/readings.ts';

/** A series in an area: what readings are of. */
export type SeriesInArea = Readonly<{ seriesId: string; areaId: string }>;

/**
 * What was known on a day of these series in these areas: of each period the last revision published by the end of that
 * day, the oldest period first. Left out, `on` is now. `since` leaves out periods that ended before it; areas left out are all.
 */
export async function knownReadings(
  sql: Sql,
  asked: Readonly<{
    seriesIds: readonly string[];
    areaIds?: readonly string[] | undefined;
    on?: IsoDate | undefined;
    since?: IsoDate | undefined;
  }>,
): Promise<readonly KeptReading[]> {
  const { seriesIds, areaIds, on, since } = asked;
  if (seriesIds.length === 0 || areaIds?.length === 0) return [];
  let query = sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.reading')
    .selectAll()
    .distinctOn(['series_id', 'area_id', 'period_to', 'period_from'])
    .where('series_id', 'in', seriesIds)
    .orderBy('series_id', 'desc')
    .orderBy('area_id', 'desc')
    .orderBy('period_to', 'desc')
    .orderBy('period_from', 'desc')
    .orderBy('revision', 'desc');
  if (areaIds !== undefined) query = query.where('area_id', 'in', areaIds);
  if (on !== undefined) query = query.where('published_at', '<=', lastMomentOf(on));
  if (since !== undefined) query = query.where('period_to', '>=', since);
  const rows = await query.execute();
  return rows.toReversed().map(readingFrom);
}

/**
 * The last few periods of each of these, as known on a day, the newest first: one look into the index for each, however
 * many readings there are. `periods` is 1 for the latest reading alone.
 */
export async function recentReadings(
  sql: Sql,
  of: readonly SeriesInArea[],
  {
    periods,
    on,
    until,
  }: Readonly<{
    periods: number;
    on?: IsoDate | undefined;
    /** Leaves out periods that ended after it. */
    until?: IsoDate | undefined;
  }>,
): Promise<readonly KeptReading[]> {
  if (of.length === 0) return [];
  const known = on === undefined ? raw`true` : raw`published_at <= ${lastMomentOf(on)}`;
  const over = until === undefined ? raw`true` : raw`period_to <= ${until}`;
  const { rows } = await raw<ReadingTables['agreements.reading']>`
    SELECT reading.*
    FROM unnest(
      ${of.map(({ seriesId }) => seriesId)}::text[], ${of.map(({ areaId }) => areaId)}::text[]
    ) AS asked (series_id, area_id)
    CROSS JOIN LATERAL (
      SELECT DISTINCT ON (period_to, period_from) *
      FROM agreements.reading
      WHERE series_id = asked.series_id AND area_id = asked.area_id AND ${known} AND ${over}
      ORDER BY period_to DESC, period_from DESC, revision DESC
      LIMIT ${periods}
    ) AS reading
  `.execute(sql.tables<AgreementsTables>());
  return rows.map(readingFrom);
}

/** Every revision of every period of a series in an area by the end of a day, the newest period and revision first. */
export async function listRevisions(
  sql: Sql,
  { seriesId, areaId }: SeriesInArea,
  on?: IsoDate,
): Promise<readonly KeptReading[]> {
  let query = sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.reading')
    .selectAll()
    .where('series_id', '=', seriesId)
    .where('area_id', '=', areaId)
    .orderBy('period_to', 'desc')
    .orderBy('period_from', 'desc')
    .orderBy('revision', 'desc');
  if (on !== undefined) query = query.where('published_at', '<=', lastMomentOf(on));
  return (await query.execute()).map(readingFrom);
}

/**
 * Keeps approved readings, thousands at a time. Two that publish the same revision at once break
 * `reading_pkey`: the second is told by `onConstraint`.
 */
export async function insertReadings(sql: Sql, readings: readonly KeptReading[]): Promise<void> {
  for (let start = 0; start < readings.length; start += readingsAtOnce) {
    const rows = readings.slice(start, start + readingsAtOnce).map((reading) => ({
      ...measuredRow(reading),
      revision: reading.revision,
      body_id: reading.bodyId,
      batch_id: reading.batchId,
      entered_by: reading.enteredBy,
      approved_by: reading.approvedBy,
      published_at: reading.publishedAt,
    }));
    await raw`
      INSERT INTO agreements.reading
      SELECT * FROM jsonb_populate_recordset(NULL::agreements.reading, ${JSON.stringify(rows)}::jsonb)
    `.execute(sql.tables<AgreementsTables>());
  }
}

/** One statement of some megabytes; more at once would hold the other readers of the pool up. */
const readingsAtOnce = 5000;

/** How many readings were published together by the end of a day. */
export async function countReadingsOfBatch(sql: Sql, batchId: string, on: IsoDate): Promise<number> {
  const row = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.reading')
    .select(({ fn }) => fn.countAll<bigint>().as('readings'))
    .where('batch_id', '=', batchId)
    .where('published_at', '<=', lastMomentOf(on))
    .executeTakeFirst();
  return Number(row?.readings ?? 0);
}

/** Those readings by series, area and period: all, or the first `most`. */
export async function readingsOfBatch(
  sql: Sql,
  batchId: string,
  on: IsoDate,
  most?: number,
): Promise<readonly KeptReading[]> {
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.reading')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('published_at', '<=', lastMomentOf(on))
    .$if(most !== undefined, (query) => query.limit(most ?? 0))
    .orderBy('series_id')
    .orderBy('area_id')
    .orderBy('period_to')
    .orderBy('period_from')
    .execute();
  return rows.map(readingFrom);
}
