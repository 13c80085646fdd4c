import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { officesOnDay } from '#modules/register';
import { listAffiliations } from '../store/affiliations.ts';
import { groupsOn } from './committees.ts';

export type CouncillorGroup = Readonly<{ officeId: string; title: string; group: string | undefined }>;

/** The offices of a body that are held by elected members, with the political group of each on a day. */
export async function councillorGroups(
  sql: Sql,
  bodyId: string,
  on: IsoDate,
): Promise<readonly CouncillorGroup[]> {
  const offices = (await officesOnDay(sql, bodyId, on)).filter(
    ({ role }) => role === 'councillor' || role === 'leader' || role === undefined,
  );
  const affiliations = await listAffiliations(
    sql,
    offices.map(({ id }) => id),
  );
  const groups = groupsOn(affiliations, on);
  return offices.map(({ id, title }) => ({ officeId: id, title, group: groups.get(id) }));
}
