import type { Clock } from '#platform/kernel';
import { ok, refuse, type Result } from '#platform/kernel';
import type { IdentityServices } from '../identity-services.ts';
import { acceptPassword, hashPassword, type PasswordRefusal } from '../password.ts';
import { tokenHash } from '../session-token.ts';
import { decide, read } from '../store.ts';
import type { IdentityTables } from '../tables.ts';
import type { Kysely } from 'kysely';

/** A link that opens nothing: never made, replaced by a newer one, used, or older than seven days. */
export type LinkRefusal = 'no-such-link' | 'link-used' | 'link-expired';

/** The account that a link is for, while the link works. Looking at it uses nothing up. */
export async function accountOfLink(
  { database, clock }: Pick<IdentityServices, 'database' | 'clock'>,
  token: string,
): Promise<Result<Readonly<{ email: string }>, LinkRefusal>> {
  const found = await read(database, (tables) => findLink(tables, clock, token));
  return found.ok ? ok({ email: found.value.email }) : found;
}

/**
 * Sets the password of the account that the link is for, and uses the link up: of two who use it at once, one is refused.
 * Every session of the account ends. A password that is refused leaves the link as it was.
 */
export async function setPassword(
  { database, clock }: Pick<IdentityServices, 'database' | 'clock'>,
  given: Readonly<{ token: string; password: string }>,
): Promise<Result<void, LinkRefusal | PasswordRefusal>> {
  const link = await accountOfLink({ database, clock }, given.token);
  if (!link.ok) return link;
  const accepted = acceptPassword(given.password, link.value.email);
  if (!accepted.ok) return accepted;
  const passwordHash = await hashPassword(accepted.value);

  return decide<void, LinkRefusal>(database, async (tables) => {
    const found = await findLink(tables, clock, given.token, 'and lock it');
    if (!found.ok) return found;
    const { accountId } = found.value;
    await tables
      .updateTable('identity.invitation')
      .set({ used_at: clock.now() })
      .where('token_hash', '=', tokenHash(given.token))
      .execute();
    await tables
      .updateTable('identity.account')
      .set({ password_hash: passwordHash })
      .where('id', '=', accountId)
      .execute();
    await tables.deleteFrom('identity.session').where('account_id', '=', accountId).execute();
    return ok();
  });
}

async function findLink(
  tables: Kysely<IdentityTables>,
  clock: Clock,
  token: string,
  lock?: 'and lock it',
): Promise<Result<Readonly<{ accountId: string; email: string }>, LinkRefusal>> {
  const link = await tables
    .selectFrom('identity.invitation as invitation')
    .innerJoin('identity.account as account', 'account.id', 'invitation.account_id')
    .select(['account.id', 'account.email', 'invitation.ends_at', 'invitation.used_at'])
    .where('invitation.token_hash', '=', tokenHash(token))
    .where('account.disabled_at', 'is', null)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst();
  if (link === undefined) return refuse('no-such-link');
  if (link.used_at !== null) return refuse('link-used');
  if (link.ends_at <= clock.now()) return refuse('link-expired');
  return ok({ accountId: link.id, email: link.email });
}
