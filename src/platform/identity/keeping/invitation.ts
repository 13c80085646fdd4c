import type { Sql } from '#platform/db';
import type { Clock } from '#platform/kernel';
import { tokenHash } from '../session-token.ts';
import type { IdentityTables } from '../tables.ts';

/** Long enough for a week away; short enough that a forgotten link is no door. */
export const invitationDays = 7;

/**
 * Makes a link for setting the account's password; those made before stop working. The database keeps only the hash of its
 * token.
 */
export async function insertInvitation(
  sql: Sql,
  clock: Clock,
  { accountId, bodyId, token }: Readonly<{ accountId: string; bodyId: string; token: string }>,
): Promise<void> {
  const tables = sql.tables<IdentityTables>();
  const now = clock.now();
  await tables.deleteFrom('identity.invitation').where('account_id', '=', accountId).execute();
  await tables
    .insertInto('identity.invitation')
    .values({
      token_hash: tokenHash(token),
      account_id: accountId,
      body_id: bodyId,
      made_at: now,
      ends_at: new Date(now.getTime() + invitationDays * 24 * 60 * 60_000),
      used_at: null,
    })
    .execute();
}
