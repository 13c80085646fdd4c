import type { Sql } from '#platform/db';
import type { Closure } from '../domain/closure.ts';
import { listClosures } from '../store/closures.ts';

/** The days on which a body's offices are closed, withdrawn ones left out, the latest day first. */
export async function closuresToManage(sql: Sql, bodyId: string): Promise<readonly Closure[]> {
  const closures = await listClosures(sql, bodyId);
  return closures
    .filter(({ withdrawnOn }) => withdrawnOn === undefined)
    .sort((a, b) => b.day.localeCompare(a.day));
}
