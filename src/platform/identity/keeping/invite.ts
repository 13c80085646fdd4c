import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions } from '#platform/record';
import { may } from '../permission.ts';
import { mayKeepAccounts } from '../permissions.ts';
import type { IdentityTables } from '../tables.ts';
import { accountsPath, type AccountServices, type KeepingRefusal, lockAccount } from './account-work.ts';
import { insertInvitation } from './invitation.ts';

/**
 * Makes a new link with which the holder sets a password, in place of any before. The present password goes on working until
 * it is used. A closed account opens again, without the password it had.
 */
export async function invite(
  services: AccountServices,
  actor: Actor | undefined,
  { accountId, token }: Readonly<{ accountId: string; token: string }>,
  options: ActOptions = {},
): Promise<Result<void, KeepingRefusal>> {
  const allowed = may(actor, mayKeepAccounts, undefined);
  if (!allowed.ok) return allowed;
  const officer = allowed.value;

  return act(services, officer, options, async (sql) => {
    const account = await lockAccount(sql, officer, accountId);
    if (account === undefined) return refuse('no-such-account');
    if (account.isClosed)
      await sql
        .tables<IdentityTables>()
        .updateTable('identity.account')
        .set({ disabled_at: null, password_hash: null })
        .where('id', '=', account.id)
        .execute();
    await insertInvitation(sql, services.clock, { accountId: account.id, bodyId: officer.bodyId, token });
    return ok({
      value: undefined,
      entry: {
        act: account.isClosed ? 'identity.account.reopened' : 'identity.account.invited',
        subject: accountsPath(officer.bodyId),
        summary: account.isClosed
          ? 'A closed account opened again, with a link for setting a password'
          : 'A new link for setting a password made for an account',
        facts: { accountId: account.id },
        visibility: 'private',
      },
    });
  });
}
