import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { isCalled } from '../../domain/release/called.ts';
import { type ReleaseShown, releasesOn } from './releases.ts';

/** The releases that counted on a day and are named by what somebody typed, those published last first. */
export async function releasesCalled(
  sql: Sql,
  typed: string,
  on: IsoDate,
  limit: number,
): Promise<Readonly<{ lines: readonly ReleaseShown[]; count: number }>> {
  const found = (await releasesOn(sql, on)).filter(
    (release) => release.standing.is === 'standing' && isCalled(release, typed),
  );
  return { lines: found.slice(0, limit), count: found.length };
}
