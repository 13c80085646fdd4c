import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { GovernanceTables } from '../store/tables.ts';

/** What the thing with this page is called, as anyone may read on a day; undefined where there is none. */
export async function thingTitled(sql: Sql, page: string, on: IsoDate): Promise<string | undefined> {
  const found = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.found')
    .select('title')
    .where('subject', '=', page)
    .where((where) => where.or([where('visible_from', 'is', null), where('visible_from', '<=', on)]))
    .executeTakeFirst();
  return found?.title;
}
