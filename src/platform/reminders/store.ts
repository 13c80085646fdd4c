import type { Database, Sql } from '#platform/db';
import { ok, type Result } from '#platform/kernel';

// Nobody acts for a body here: addresses are seen for the purpose of reminding those who asked for it, and the policies of these
// tables name it.
const viewer = { purpose: 'remind' } as const;

/** Reads who is reminded, in one snapshot. */
export const read = <Answer>(database: Database, ask: (sql: Sql) => Promise<Answer>): Promise<Answer> =>
  database.as(viewer, ask);

/** Changes it in one transaction; a refusal changes nothing. */
export const decide = <Value, Refusal>(
  database: Database,
  work: (sql: Sql) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> => database.transaction(viewer, {}, work);

/** The same for a change that cannot be refused; answers what the work does. */
export async function write<Answer>(
  database: Database,
  work: (sql: Sql) => Promise<Answer>,
): Promise<Answer> {
  let answer: Answer | undefined;
  await decide(database, async (sql) => {
    answer = await work(sql);
    return ok();
  });
  return answer as Answer;
}
