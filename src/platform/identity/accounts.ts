import { randomUUID } from 'node:crypto';
import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { acceptPassword, hashPassword, passwordMatches, type PasswordRefusal } from './password.ts';
import { acceptEmail } from './email.ts';
import { endAccess } from './end-access.ts';
import type { IdentityServices } from './identity-services.ts';
import { endOwnSessions } from './own-sessions.ts';
import { countTry, forgetTries, tryKeys } from './sign-in-tries.ts';
import type { SignedIn } from './signed-in.ts';
import { decide, read, write } from './store.ts';

export type AddAccountRefusal = PasswordRefusal | 'not-an-email' | 'email-in-use' | 'no-such-office';

/** Opens an account and appoints it to an office. The body of the office keeps the account. */
export async function addAccount(
  services: IdentityServices,
  given: Readonly<{ email: string; password: string; officeId: string; heldFrom: IsoDate; heldTo?: IsoDate }>,
): Promise<Result<Readonly<{ accountId: string }>, AddAccountRefusal>> {
  const address = acceptEmail(given.email);
  if (!address.ok) return address;
  const email = address.value;
  const password = acceptPassword(given.password, email);
  if (!password.ok) return password;
  const office = await services.offices.officeOn(given.officeId, given.heldFrom);
  if (office === undefined) return refuse('no-such-office');

  const passwordHash = await hashPassword(password.value);
  return decide(services.database, async (tables) => {
    const opened = await tables
      .insertInto('identity.account')
      .values({
        id: randomUUID(),
        body_id: office.bodyId,
        email,
        password_hash: passwordHash,
        created_at: services.clock.now(),
        disabled_at: null,
      })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (opened === undefined) return refuse('email-in-use');
    await tables
      .insertInto('identity.appointment')
      .values({
        account_id: opened.id,
        body_id: office.bodyId,
        office_id: office.officeId,
        held_from: given.heldFrom,
        held_to: given.heldTo ?? null,
        ended_at: null,
      })
      .execute();
    return ok({ accountId: opened.id });
  });
}

/** Closes an account: nobody signs in with it again, and every session and key it has ends now. */
export async function disableAccount(
  { database, clock }: Pick<IdentityServices, 'database' | 'clock'>,
  email: string,
): Promise<Result<void, 'no-such-account'>> {
  return decide(database, async (tables) => {
    const account = await tables
      .updateTable('identity.account')
      .set({ disabled_at: clock.now() })
      .where('email', '=', email.trim().toLowerCase())
      .returning('id')
      .executeTakeFirst();
    if (account === undefined) return refuse('no-such-account');
    await endAccess(tables, account.id, clock.now());
    return ok();
  });
}

export type ChangePasswordRefusal = PasswordRefusal | 'wrong-password' | 'too-many-tries' | 'no-account';

/**
 * Changes one's own password, given the present one, and ends every other session of the account. Tries count as those
 * at signing in do: whoever finds a session open must not guess its password here.
 */
export async function changePassword(
  services: IdentityServices,
  signedIn: SignedIn,
  given: Readonly<{ present: string; wanted: string; address: string }>,
): Promise<Result<void, ChangePasswordRefusal>> {
  const { account } = signedIn;
  if (account === undefined) return refuse('no-account');
  const tries = tryKeys({ email: account.email, address: given.address });
  if (!(await countTry(services, tries))) return refuse('too-many-tries');
  const kept = await read(services.database, (tables) =>
    tables
      .selectFrom('identity.account')
      .select('password_hash')
      .where('id', '=', account.id)
      .executeTakeFirst(),
  );
  if (!(await passwordMatches(given.present, kept?.password_hash ?? undefined)))
    return refuse('wrong-password');
  await forgetTries(services, tries);
  const wanted = acceptPassword(given.wanted, account.email);
  if (!wanted.ok) return wanted;

  const passwordHash = await hashPassword(wanted.value);
  await write(services.database, (tables) =>
    tables
      .updateTable('identity.account')
      .set({ password_hash: passwordHash })
      .where('id', '=', account.id)
      .execute(),
  );
  await endOwnSessions(services, signedIn, 'all-others');
  return ok();
}
