import type { Sql } from '#platform/db';
import type { AgreementsTables } from './tables.ts';

/** What an outcome, an indicator or the series of a target is called; undefined where there is none of this id. */
export async function ownThingTitled(
  sql: Sql,
  kind: 'outcome' | 'indicator' | 'target',
  id: string,
): Promise<string | undefined> {
  const tables = sql.tables<AgreementsTables>();
  switch (kind) {
    case 'outcome':
      return (
        await tables.selectFrom('agreements.outcome').select('title').where('id', '=', id).executeTakeFirst()
      )?.title;
    case 'indicator':
      return (
        await tables
          .selectFrom('agreements.indicator')
          .select('title')
          .where('id', '=', id)
          .executeTakeFirst()
      )?.title;
    case 'target':
      return (
        await tables
          .selectFrom('agreements.target')
          .innerJoin('agreements.series', 'agreements.series.id', 'agreements.target.series_id')
          .select('agreements.series.title')
          .where('agreements.target.id', '=', id)
          .executeTakeFirst()
      )?.title;
    default:
      return kind satisfies never;
  }
}

/** Whether a series has a published reading of an area. */
export async function hasReadings(sql: Sql, seriesId: string, areaId: string): Promise<boolean> {
  const found = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.reading')
    .select('series_id')
    .where('series_id', '=', seriesId)
    .where('area_id', '=', areaId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
