import type { Database } from '#platform/db';
import type { Actor, Clock } from '#platform/kernel';
import type { OfficeDirectory } from './office-directory.ts';
import { newToken, tokenHash } from './session-token.ts';
import type { IdentityTables } from './tables.ts';

/** What identity needs to know who is there. */
export type IdentityServices = Readonly<{
  database: Database;
  clock: Clock;
  offices: OfficeDirectory;
  /** Whether an office may be tried out without an account: the example, on this machine only. */
  openOffices: boolean;
}>;

/** Somebody who is signed in. Without an actor they have yet to choose an office, or hold none today. */
export type SignedIn = Readonly<{
  tokenHash: string;
  account: Readonly<{ id: string; email: string }> | undefined;
  actor: Actor | undefined;
}>;

export type SessionListed = Readonly<{
  id: string;
  device: string;
  createdAt: Date;
  seenAt: Date;
  current: boolean;
}>;

/** A working day with an evening meeting; and an hour and a half away from the desk. */
const sessionHours = 12;
const idleMinutes = 90;
/** How stale "last seen" may get before it is written again, so that reading a page seldom writes. */
const seenMinutes = 1;

const minutesFrom = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000);

/** Starts a session and returns its token, which exists nowhere else. */
export async function startSession(
  { database, clock }: Pick<IdentityServices, 'database' | 'clock'>,
  session: Readonly<{ accountId: string | undefined; officeId: string | undefined; device: string }>,
): Promise<string> {
  const token = newToken();
  const now = clock.now();
  await database.transaction({ purpose: 'sign-in' }, {}, async (sql) => {
    const tables = sql.tables<IdentityTables>();
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
        ends_at: minutesFrom(now, sessionHours * 60),
      })
      .execute();
    return { ok: true, value: undefined };
  });
  return token;
}

/** Who holds this token, judged now: an ended or idle session, a disabled account or an office left count no more. */
export async function whoHolds(services: IdentityServices, token: string): Promise<SignedIn | undefined> {
  const { database, clock, offices, openOffices } = services;
  const now = clock.now();
  const today = clock.today();
  const hash = tokenHash(token);

  const found = await database.as({ purpose: 'sign-in' }, async (sql) => {
    const tables = sql.tables<IdentityTables>();
    return tables
      .selectFrom('identity.session as session')
      .leftJoin('identity.account as account', 'account.id', 'session.account_id')
      .leftJoin('identity.appointment as appointment', (join) =>
        join
          .onRef('appointment.account_id', '=', 'session.account_id')
          .onRef('appointment.office_id', '=', 'session.office_id')
          .on('appointment.held_from', '<=', today)
          .on((on) => on.or([on('appointment.held_to', 'is', null), on('appointment.held_to', '>=', today)])),
      )
      .select([
        'session.account_id',
        'session.office_id',
        'session.seen_at',
        'account.email',
        'account.disabled_at',
      ])
      .select('appointment.office_id as held')
      .where('session.token_hash', '=', hash)
      .where('session.ends_at', '>', now)
      .where('session.seen_at', '>', minutesFrom(now, -idleMinutes))
      .executeTakeFirst();
  });
  if (found === undefined || found.disabled_at !== null) return undefined;
  if (found.account_id === null && !openOffices) return undefined;

  if (found.seen_at < minutesFrom(now, -seenMinutes)) await touch(services, hash);

  const mayAct = found.account_id === null || found.held !== null;
  const office =
    mayAct && found.office_id !== null ? await offices.officeOn(found.office_id, today) : undefined;
  const account = found.account_id === null ? undefined : { id: found.account_id, email: found.email ?? '' };
  const actor = office === undefined ? undefined : { ...office, accountId: account?.id };
  return { tokenHash: hash, account, actor };
}

async function touch({ database, clock }: IdentityServices, hash: string): Promise<void> {
  await database.transaction({ purpose: 'sign-in' }, {}, async (sql) => {
    await sql
      .tables<IdentityTables>()
      .updateTable('identity.session')
      .set({ seen_at: clock.now() })
      .where('token_hash', '=', hash)
      .execute();
    return { ok: true, value: undefined };
  });
}

/** Ends one session. Its token is dead from this moment. */
export async function endSession(
  { database }: Pick<IdentityServices, 'database'>,
  hash: string,
): Promise<void> {
  await database.transaction({ purpose: 'sign-in' }, {}, async (sql) => {
    await sql
      .tables<IdentityTables>()
      .deleteFrom('identity.session')
      .where('token_hash', '=', hash)
      .execute();
    return { ok: true, value: undefined };
  });
}

/** The account's live sessions, this one first, so that its holder can end any of them. */
export async function listSessions(
  { database, clock }: Pick<IdentityServices, 'database' | 'clock'>,
  signedIn: SignedIn,
): Promise<readonly SessionListed[]> {
  const { account } = signedIn;
  if (account === undefined) return [];
  const now = clock.now();
  const rows = await database.as({ purpose: 'sign-in' }, (sql) =>
    sql
      .tables<IdentityTables>()
      .selectFrom('identity.session')
      .selectAll()
      .where('account_id', '=', account.id)
      .where('ends_at', '>', now)
      .where('seen_at', '>', minutesFrom(now, -idleMinutes))
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
  await database.transaction({ purpose: 'sign-in' }, {}, async (sql) => {
    const own = sql
      .tables<IdentityTables>()
      .deleteFrom('identity.session')
      .where('account_id', '=', account.id);
    await (
      which === 'all-others'
        ? own.where('token_hash', '<>', signedIn.tokenHash)
        : own.where('token_hash', '=', which.id)
    ).execute();
    return { ok: true, value: undefined };
  });
}
