import { sql as raw } from 'kysely';
import type { Sql } from './database.ts';

/**
 * Lets one act at a time change a thing, named by its page, until the transaction ends. Taken first, so that what is read
 * after it is what the last act left: two officers cannot both see the same facts and both win.
 */
export async function lockThing(sql: Sql, subject: string): Promise<void> {
  await raw`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`.execute(sql.tables<object>());
}
