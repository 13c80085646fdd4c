import type { Sql } from '#platform/db';
import type { GovernanceTables } from './tables.ts';

/** Whose a committee is, and which councils appoint to it where it is a joint one; undefined where there is none. */
export async function findAppointment(
  sql: Sql,
  committeeId: string,
): Promise<Readonly<{ bodyId: string; appointedBy: readonly string[] }> | undefined> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.committee')
    .select(['body_id', 'appointed_by'])
    .where('id', '=', committeeId)
    .executeTakeFirst();
  return row && { bodyId: row.body_id, appointedBy: row.appointed_by };
}

/** The name of a committee; undefined where there is none. */
export async function findCommitteeName(sql: Sql, committeeId: string): Promise<string | undefined> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.committee')
    .select('name')
    .where('id', '=', committeeId)
    .executeTakeFirst();
  return row?.name;
}
