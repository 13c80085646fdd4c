import type { Database, Sql } from '#platform/db';
import { ok, type Result } from '#platform/kernel';
import { type Kysely, sql as raw } from 'kysely';
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

/**
 * Reaches the sessions from within an act of a body's officer, in the officer's transaction, and narrows the view again
 * before anything else is asked.
 */
export async function asSignIn<Answer>(sql: Sql, work: (tables: Tables) => Promise<Answer>): Promise<Answer> {
  const tables = sql.tables<IdentityTables>();
  const purpose = (name: string) => raw`SELECT set_config('accord.purpose', ${name}, true)`.execute(tables);
  await purpose(viewer.purpose);
  const answer = await work(tables);
  await purpose('');
  return answer;
}
