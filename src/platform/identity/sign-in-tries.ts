import { createHash } from 'node:crypto';
import { ok, refuse } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { IdentityServices } from './identity-services.ts';
import { decide, write } from './store.ts';

/** Ten tries at one account, or fifty from one address, in a quarter of an hour; then they wait. */
const window = { minutes: 15, triesPerAccount: 10, triesPerAddress: 50 };

/** What tries are counted by, as hashes: neither e-mails nor addresses of people are kept. */
export type TryKeys = Readonly<{ account: string; address: string }>;

/** The keys of one try at signing in. */
export const tryKeys = (given: Readonly<{ email: string; address: string }>): TryKeys => ({
  account: digest(`account ${given.email}`),
  address: digest(`address ${given.address}`),
});

/**
 * The keys of one try with a program’s key that opens nothing. Apart from those at signing in: a program that goes on asking with
 * a key that has ended must not keep the people beside it from signing in.
 */
export const keyTryKeys = (given: Readonly<{ key: string; address: string }>): TryKeys => ({
  account: digest(`key ${given.key}`),
  address: digest(`address with keys ${given.address}`),
});

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/** Counts a try and says whether it may be made. One that may not is not counted, so waiting always ends. */
export async function countTry(
  { database, clock }: Pick<IdentityServices, 'database' | 'clock'>,
  keys: TryKeys,
): Promise<boolean> {
  const now = clock.now();
  const since = new Date(now.getTime() - window.minutes * 60_000);
  const counted = await decide(database, async (tables) => {
    // One at a time for each key, in one order for all: without the lock, parallel guesses would not see each other.
    for (const key of Object.values(keys).sort()) {
      await raw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tables);
    }
    await tables.deleteFrom('identity.sign_in_attempt').where('at', '<', since).execute();
    const lately = async (key: string) => {
      const row = await tables
        .selectFrom('identity.sign_in_attempt')
        .select((select) => select.fn.countAll<bigint>().as('tries'))
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      return row.tries;
    };
    if ((await lately(keys.account)) >= window.triesPerAccount) return refuse('too-many-tries');
    if ((await lately(keys.address)) >= window.triesPerAddress) return refuse('too-many-tries');
    const tries = Object.values(keys).map((key) => ({ key, at: now }));
    await tables.insertInto('identity.sign_in_attempt').values(tries).execute();
    return ok();
  });
  return counted.ok;
}

/** Forgets the tries at an account that has just been signed in to. */
export async function forgetTries(
  { database }: Pick<IdentityServices, 'database'>,
  { account }: TryKeys,
): Promise<void> {
  await write(database, (tables) =>
    tables.deleteFrom('identity.sign_in_attempt').where('key', '=', account).execute(),
  );
}
