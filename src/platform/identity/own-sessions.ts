import type { IdentityServices } from './identity-services.ts';
import { idleSince } from './session-life.ts';
import type { SignedIn } from './signed-in.ts';
import { read, write } from './store.ts';

/** One of an account's sessions, as its holder sees it. `id` names it for ending; it is no token. */
export type SessionListed = Readonly<{
  id: string;
  device: string;
  createdAt: Date;
  seenAt: Date;
  current: boolean;
}>;

/** The account's live sessions, this one first, so that its holder can end any of them. */
export async function listSessions(
  { database, clock }: Pick<IdentityServices, 'database' | 'clock'>,
  signedIn: SignedIn,
): Promise<readonly SessionListed[]> {
  const { account } = signedIn;
  if (account === undefined) return [];
  const now = clock.now();
  const rows = await read(database, (tables) =>
    tables
      .selectFrom('identity.session')
      .selectAll()
      .where('account_id', '=', account.id)
      .where('ends_at', '>', now)
      .where('seen_at', '>', idleSince(now))
      .orderBy('seen_at', 'desc')
      .execute(),
  );
  return rows
    .map((row) => ({
      id: row.token_hash,
      device: row.device,
      createdAt: row.created_at,
      seenAt: row.seen_at,
      current: row.token_hash === signedIn.tokenHash,
    }))
    .sort((one, other) => Number(other.current) - Number(one.current));
}

/** Ends the named sessions of one's own account, or all but the current one. Another account's are left alone. */
export async function endOwnSessions(
  { database }: Pick<IdentityServices, 'database'>,
  signedIn: SignedIn,
  which: Readonly<{ id: string }> | 'all-others',
): Promise<void> {
  const { account } = signedIn;
  if (account === undefined) return;
  await write(database, (tables) => {
    const own = tables.deleteFrom('identity.session').where('account_id', '=', account.id);
    return which === 'all-others'
      ? own.where('token_hash', '<>', signedIn.tokenHash).execute()
      : own.where('token_hash', '=', which.id).execute();
  });
}
