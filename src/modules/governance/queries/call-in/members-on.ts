import type { Database } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { officeDirectory } from '#modules/register';

/** A seat whose holder is a member of the council, by title. */
export type MemberSeat = Readonly<{ officeId: string; officeTitle: string }>;

/** The seats of a body’s members on a day. */
export async function membersOn(
  database: Database,
  bodyId: string,
  on: IsoDate,
): Promise<readonly MemberSeat[]> {
  const offices = await officeDirectory({ database }).officesOn(on);
  return offices
    .filter((office) => office.bodyId === bodyId && ['councillor', 'leader'].includes(office.role))
    .map(({ officeId, officeTitle }) => ({ officeId, officeTitle }));
}
