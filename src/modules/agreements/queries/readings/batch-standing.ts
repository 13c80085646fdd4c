import type { Sql } from '#platform/db';
import { type BatchLine, batchLines } from './batch-shown.ts';

/** One batch of a body and what became of it; undefined where it has none of this id. */
export async function batchStanding(
  sql: Sql,
  { bodyId, id }: Readonly<{ bodyId: string; id: string }>,
): Promise<BatchLine | undefined> {
  return (await batchLines(sql, { bodyId, ids: [id] }))[0];
}
