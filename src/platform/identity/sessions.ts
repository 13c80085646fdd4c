import type { IdentityServices } from './identity-services.ts';
import { endOfSession } from './session-life.ts';
import { newToken, tokenHash } from './session-token.ts';
import { write } from './store.ts';

/** Starts a session and returns its token, which exists nowhere else. */
export async function startSession(
  { database, clock }: Pick<IdentityServices, 'database' | 'clock'>,
  session: Readonly<{ accountId: string | undefined; officeId: string | undefined; device: string }>,
): Promise<string> {
  const token = newToken();
  const now = clock.now();
  await write(database, async (tables) => {
    await tables.deleteFrom('identity.session').where('ends_at', '<', now).execute();
    await tables
      .insertInto('identity.session')
      .values({
        token_hash: tokenHash(token),
        account_id: session.accountId ?? null,
        office_id: session.officeId ?? null,
        device: session.device,
        created_at: now,
        seen_at: now,
        ends_at: endOfSession(now),
      })
      .execute();
  });
  return token;
}

/** Ends one session. Its token is dead from this moment. */
export async function endSession(
  { database }: Pick<IdentityServices, 'database'>,
  hash: string,
): Promise<void> {
  await write(database, (tables) =>
    tables.deleteFrom('identity.session').where('token_hash', '=', hash).execute(),
  );
}
