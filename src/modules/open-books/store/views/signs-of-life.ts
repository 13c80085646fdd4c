import type { Sql } from '#platform/db';
import { sql as raw } from 'kysely';

/** A transaction that says nothing for a minute is ended by the database. */
const everyMilliseconds = 15_000;

/** Does long work beside a transaction that waits for it, and lets the database know meanwhile that somebody is there. */
export async function withSignsOfLife<Done>(sql: Sql, work: () => Promise<Done>): Promise<Done> {
  const signs = setInterval(() => {
    raw`select 1`.execute(sql.tables<object>()).catch(() => undefined);
  }, everyMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(signs);
  }
}
