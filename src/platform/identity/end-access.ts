import type { Kysely } from 'kysely';
import type { IdentityTables } from './tables.ts';

/** Ends every way into an account that is closed: its sessions, and for good its keys, also where it is opened again. */
export async function endAccess(tables: Kysely<IdentityTables>, accountId: string, now: Date): Promise<void> {
  await tables.deleteFrom('identity.session').where('account_id', '=', accountId).execute();
  await tables
    .updateTable('identity.api_key')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute();
}
