import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { RegisterTables } from './tables.ts';

/** The places a body serves just before the day. */
export async function servedBy(sql: Sql, bodyId: string, on: IsoDate): Promise<readonly string[]> {
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.body_place')
    .select('place_id')
    .where('body_id', '=', bodyId)
    .where((or) => or.or([or('valid_from', 'is', null), or('valid_from', '<', on)]))
    .where((or) => or.or([or('valid_until', 'is', null), or('valid_until', '>=', on)]))
    .orderBy('place_id')
    .execute();
  return rows.map((row) => row.place_id);
}

/** The ids of every place in the register. */
export async function existingPlaces(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.tables<RegisterTables>().selectFrom('register.place').select('id').execute();
  return rows.map((row) => row.id);
}
