import type { Sql } from '#platform/db';
import type { Closure } from '../domain/closure.ts';
import type { RegisterTables } from './tables.ts';

/** Every closure recorded for a body, withdrawn ones too, by day. */
export const listClosures = (sql: Sql, bodyId: string): Promise<readonly Closure[]> =>
  listClosuresOf(sql, [bodyId]);

/** The same for several bodies, all in one list. */
export async function listClosuresOf(sql: Sql, bodyIds: readonly string[]): Promise<readonly Closure[]> {
  if (bodyIds.length === 0) return [];
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.closure')
    .selectAll()
    .where('body_id', 'in', bodyIds)
    .orderBy('day')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    bodyId: row.body_id,
    day: row.day,
    reason: row.reason,
    source: row.source,
    recordedOn: row.recorded_on,
    withdrawnOn: row.withdrawn_on ?? undefined,
  }));
}

/** Adds a day on which the body is closed. */
export async function insertClosure(sql: Sql, closure: Omit<Closure, 'withdrawnOn'>): Promise<void> {
  await sql
    .tables<RegisterTables>()
    .insertInto('register.closure')
    .values({
      body_id: closure.bodyId,
      day: closure.day,
      reason: closure.reason,
      source: closure.source,
      recorded_on: closure.recordedOn,
    })
    .execute();
}

/** Withdraws the closure of a day; false when there is none to withdraw. */
export async function withdrawClosure(
  sql: Sql,
  {
    bodyId,
    day,
    withdrawnOn,
  }: Readonly<{ bodyId: string; day: Closure['day']; withdrawnOn: Closure['day'] }>,
): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .tables<RegisterTables>()
    .updateTable('register.closure')
    .set({ withdrawn_on: withdrawnOn })
    .where('body_id', '=', bodyId)
    .where('day', '=', day)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
