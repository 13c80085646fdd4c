import type { Database } from '#platform/db';
import { ok, type Result } from '#platform/kernel';
import type { Kysely } from 'kysely';
import type { IdentityTables } from './tables.ts';

// Who is there must be found out before any body is acting, so identity reaches its own tables for this purpose alone;
// their policies name it, and show their rows to nobody else.
const viewer = { purpose: 'sign-in' } as const;

type Tables = Kysely<IdentityTables>;

/** Reads identity's tables in one snapshot. */
export function read<Answer>(database: Database, ask: (tables: Tables) => Promise<Answer>): Promise<Answer> {
  return database.as(viewer, (sql) => ask(sql.tables<IdentityTables>()));
}

/** Changes identity's tables in one transaction; a refusal changes nothing. */
export function decide<Value, Refusal>(
  database: Database,
  work: (tables: Tables) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  return database.transaction(viewer, {}, (sql) => work(sql.tables<IdentityTables>()));
}

/** The same for a change that cannot be refused. */
export async function write(database: Database, work: (tables: Tables) => Promise<unknown>): Promise<void> {
  await decide(database, async (tables) => {
    await work(tables);
    return ok();
  });
}
