import type { Sql } from '#platform/db';
import { sql as raw } from 'kysely';
import type { KeptReading } from '../domain/reading/reading.ts';
import { readingFrom } from './reading-rows.ts';
import type { AgreementsTables } from './tables.ts';
import type { ReadingTables } from './tables/readings.ts';

export type ReadingsAsked = Readonly<{
  seriesId?: string | undefined;
  areaId?: string | undefined;
  /** The body that published them. */
  bodyId?: string | undefined;
  /** What was published by this moment. */
  by: Date;
}>;

/** One look into the table: small enough to hold nobody up, large enough that a million rows take few hundred. */
const atOnce = 5000;

/**
 * Every published revision of every reading asked for, in the order of series, area, period and revision, a page at a time.
 * What is published while a slow reader reads is not part of it.
 */
export async function* readingsInPages(
  sql: Sql,
  { seriesId, areaId, bodyId, by }: ReadingsAsked,
): AsyncGenerator<readonly KeptReading[]> {
  const only = (column: string, id: string | undefined) =>
    id === undefined ? raw`true` : raw`${raw.ref(column)} = ${id}`;
  const pageAfter = async (after: Row | undefined): Promise<readonly Row[]> => {
    const since =
      after === undefined
        ? raw`true`
        : raw`(series_id, area_id, period_to, period_from, revision) >
            (${after.series_id}, ${after.area_id}, ${after.period_to}::date, ${after.period_from}::date, ${after.revision}::int)`;
    const { rows } = await raw<Row>`
      SELECT * FROM agreements.reading
      WHERE ${since} AND ${only('series_id', seriesId)} AND ${only('area_id', areaId)} AND ${only('body_id', bodyId)}
        AND published_at <= ${by}
      ORDER BY series_id, area_id, period_to, period_from, revision
      LIMIT ${atOnce}
    `.execute(sql.tables<AgreementsTables>());
    return rows;
  };
  // The next page is looked up while this one is written.
  let coming: Promise<readonly Row[]> | undefined = pageAfter(undefined);
  while (coming !== undefined) {
    const rows: readonly Row[] = await coming;
    coming = rows.length === atOnce ? pageAfter(rows.at(-1)) : undefined;
    // A reader who goes away leaves it unread.
    coming?.catch(() => undefined);
    yield rows.map(readingFrom);
  }
}

type Row = ReadingTables['agreements.reading'];
