import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { bodyOn } from '#modules/register';
import { releasePath, releasesPath, releasesPathOf } from '../../domain/release/release-path.ts';
import { releaseName, releasesOn } from './releases.ts';

/** What the page of all releases, of a body’s releases, or of a release is called; undefined where there is no such page. */
export async function releasesTitled(sql: Sql, page: string, on: IsoDate): Promise<string | undefined> {
  if (!page.startsWith(releasesPath)) return undefined;
  if (page === releasesPath) return 'Releases of payments';
  const bodyId = page.slice(releasesPathOf('').length);
  if (page === releasesPathOf(bodyId)) {
    const body = await bodyOn(sql, bodyId, { on });
    return body && `Releases of payments of ${body.name}`;
  }
  const release = (await releasesOn(sql, on)).find(({ id }) => releasePath(id) === page);
  return release && `Payments: ${releaseName(release)}`;
}
