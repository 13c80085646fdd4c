import type { Actor, IsoDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import type { OfficeLine } from '../../../queries/offices.ts';
import { officesToManage, type OfficesToManage } from '../../../queries/offices-to-manage.ts';

/** The offices of the actor's own body. */
export async function managed(
  { database }: Services,
  actor: Actor,
  today: IsoDate,
): Promise<OfficesToManage> {
  const found = await officesToManage(database, actor.bodyId, today);
  if (found === undefined) throw new Error(`${actor.officeId} acts for a body that is not in the register`);
  return found;
}

/** The office that an address names by its last part. */
export const officeOf = (
  { lines }: OfficesToManage,
  { bodyId }: Actor,
  slug: string | undefined,
): OfficeLine | undefined => lines.find(({ office }) => office.id === `${bodyId}.${slug}`);

export const noSuchOffice = 'Your body has no office with this address.';
