import type { Sql } from '#platform/db';
import { sql as raw } from 'kysely';
import type { RegisterTables } from './tables.ts';

/**
 * Lets one act at a time change a body's entries in the register, until the transaction ends. Taken first, so that what
 * is read after it is what the last act left: two officers cannot both see the same version and both win.
 */
export async function lockBody(sql: Sql, bodyId: string): Promise<void> {
  await raw`select pg_advisory_xact_lock(hashtextextended(${`register.body:${bodyId}`}, 0))`.execute(
    sql.tables<RegisterTables>(),
  );
}

/** The same for the lines of descent between bodies, which one act on one body can change for all. */
export async function lockSuccession(sql: Sql): Promise<void> {
  await raw`select pg_advisory_xact_lock(hashtextextended('register.succession', 0))`.execute(
    sql.tables<RegisterTables>(),
  );
}
