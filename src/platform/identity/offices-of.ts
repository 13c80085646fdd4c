import type { IsoDate } from '#platform/kernel';
import type { IdentityServices } from './identity-services.ts';
import type { ActingOffice } from './office-directory.ts';
import { read } from './store.ts';

/** The offices that an account may act in on a day. */
export async function officesOf(
  { database, offices }: Pick<IdentityServices, 'database' | 'offices'>,
  accountId: string,
  on: IsoDate,
): Promise<readonly ActingOffice[]> {
  const held = await read(database, (tables) =>
    tables
      .selectFrom('identity.appointment')
      .select('office_id')
      .distinct()
      .where('account_id', '=', accountId)
      .where('ended_at', 'is', null)
      .where('held_from', '<=', on)
      .where((where) => where.or([where('held_to', 'is', null), where('held_to', '>=', on)]))
      .execute(),
  );
  const found = await Promise.all(held.map(({ office_id }) => offices.officeOn(office_id, on)));
  return found.filter((office) => office !== undefined);
}
