import type { Sql } from '#platform/db';
import { type Closure, closuresKnown } from '../domain/closure.ts';
import { listClosures } from '../store/closures.ts';

/** The days on which a body's offices are closed, withdrawn ones left out, the latest day first. */
export async function closuresToManage(sql: Sql, bodyId: string): Promise<readonly Closure[]> {
  return closuresKnown(await listClosures(sql, bodyId)).toSorted((a, b) => b.day.localeCompare(a.day));
}
