import { createHash } from 'node:crypto';
import { sql as raw } from 'kysely';
import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { ActingOffice } from './office-directory.ts';
import { passwordMatches } from './password.ts';
import { endSession, type IdentityServices, type SignedIn, startSession } from './sessions.ts';
import type { IdentityTables } from './tables.ts';

/** Ten tries at one account, or fifty from one address, in a quarter of an hour; then they wait. */
const window = { minutes: 15, triesPerAccount: 10, triesPerAddress: 50 };

export type SignInRefusal = 'not-recognised' | 'too-many-tries';

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/**
 * Signs in with e-mail and password. The refusal is the same whether the e-mail is unknown, the password wrong or the
 * account disabled, and takes as long. Tries are counted before they are judged, so that parallel guesses count too.
 */
export async function signIn(
  services: IdentityServices,
  given: Readonly<{ email: string; password: string; address: string; device: string }>,
): Promise<Result<string, SignInRefusal>> {
  const email = given.email.trim().toLowerCase();
  const keys = { account: digest(`account ${email}`), address: digest(`address ${given.address}`) };
  if (!(await countTry(services, keys))) return refuse('too-many-tries');

  const account = await services.database.as({ purpose: 'sign-in' }, (sql) =>
    sql
      .tables<IdentityTables>()
      .selectFrom('identity.account')
      .select(['id', 'password_hash'])
      .where('email', '=', email)
      .where('disabled_at', 'is', null)
      .executeTakeFirst(),
  );
  const matches = await passwordMatches(given.password, account?.password_hash);
  if (account === undefined || !matches) return refuse('not-recognised');

  await forgetTries(services, keys.account);
  const [only, another] = await officesOf(services, account.id, services.clock.today());
  const officeId = another === undefined ? only?.officeId : undefined;
  return ok(await startSession(services, { accountId: account.id, officeId, device: given.device }));
}

async function countTry(
  { database, clock }: IdentityServices,
  keys: Readonly<{ account: string; address: string }>,
): Promise<boolean> {
  const now = clock.now();
  const since = new Date(now.getTime() - window.minutes * 60_000);
  const counted = await database.transaction({ purpose: 'sign-in' }, {}, async (sql) => {
    const tables = sql.tables<IdentityTables>();
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

async function forgetTries({ database }: IdentityServices, key: string): Promise<void> {
  await database.transaction({ purpose: 'sign-in' }, {}, async (sql) => {
    await sql
      .tables<IdentityTables>()
      .deleteFrom('identity.sign_in_attempt')
      .where('key', '=', key)
      .execute();
    return ok();
  });
}

/** The offices that an account may act in on a day. */
export async function officesOf(
  { database, offices }: IdentityServices,
  accountId: string,
  on: IsoDate,
): Promise<readonly ActingOffice[]> {
  const held = await database.as({ purpose: 'sign-in' }, (sql) =>
    sql
      .tables<IdentityTables>()
      .selectFrom('identity.appointment')
      .select('office_id')
      .distinct()
      .where('account_id', '=', accountId)
      .where('held_from', '<=', on)
      .where((where) => where.or([where('held_to', 'is', null), where('held_to', '>=', on)]))
      .execute(),
  );
  const found = await Promise.all(held.map(({ office_id }) => offices.officeOn(office_id, on)));
  return found.filter((office) => office !== undefined);
}

export type ActInRefusal = 'not-your-office';

/**
 * Acts in an office from now on, in a fresh session: the old token dies with the change. An account may act in the
 * offices it holds today; without an account, any office, where offices are open.
 */
export async function actIn(
  services: IdentityServices,
  signedIn: SignedIn | undefined,
  officeId: string,
  device: string,
): Promise<Result<string, ActInRefusal>> {
  const today = services.clock.today();
  const account = signedIn?.account;
  if (account === undefined && !services.openOffices) return refuse('not-your-office');

  const choice =
    account === undefined
      ? await services.offices.officesOn(today)
      : await officesOf(services, account.id, today);
  if (!choice.some((office) => office.officeId === officeId)) return refuse('not-your-office');

  if (signedIn !== undefined) await endSession(services, signedIn.tokenHash);
  return ok(await startSession(services, { accountId: account?.id, officeId, device }));
}
