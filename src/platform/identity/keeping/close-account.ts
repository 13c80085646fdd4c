import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions } from '#platform/record';
import { endAccess } from '../end-access.ts';
import { may } from '../permission.ts';
import { mayKeepAccounts } from '../permissions.ts';
import { asSignIn } from '../store.ts';
import type { IdentityTables } from '../tables.ts';
import { accountsPath, type AccountServices, type KeepingRefusal, lockAccount } from './account-work.ts';

export type CloseAccountRefusal = KeepingRefusal | 'closed-already' | 'own-account';

/** Closes an account of one's own body: nobody signs in with it, its sessions and keys end now and its links stop working. */
export async function closeAccount(
  services: AccountServices,
  actor: Actor | undefined,
  accountId: string,
  options: ActOptions = {},
): Promise<Result<void, CloseAccountRefusal>> {
  const allowed = may(actor, mayKeepAccounts, undefined);
  if (!allowed.ok) return allowed;
  const officer = allowed.value;

  return act(services, officer, options, async (sql) => {
    const account = await lockAccount(sql, officer, accountId);
    if (account === undefined) return refuse('no-such-account');
    if (account.isClosed) return refuse('closed-already');
    if (account.id === officer.accountId) return refuse('own-account');
    const tables = sql.tables<IdentityTables>();
    await tables
      .updateTable('identity.account')
      .set({ disabled_at: services.clock.now() })
      .where('id', '=', account.id)
      .execute();
    await tables.deleteFrom('identity.invitation').where('account_id', '=', account.id).execute();
    await asSignIn(sql, (signIn) => endAccess(signIn, account.id, services.clock.now()));
    return ok({
      value: undefined,
      entry: {
        act: 'identity.account.closed',
        subject: accountsPath(officer.bodyId),
        summary: 'An account closed and its sessions ended',
        facts: { accountId: account.id },
        visibility: 'private',
      },
    });
  });
}
