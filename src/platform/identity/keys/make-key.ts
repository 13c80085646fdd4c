import { randomUUID } from 'node:crypto';
import { formatDate, ok, refuse, type Result } from '#platform/kernel';
import { act, type ActOptions } from '#platform/record';
import { accountsPath, type AccountServices } from '../keeping/account-work.ts';
import { officesOf } from '../offices-of.ts';
import { tokenHash } from '../session-token.ts';
import type { SignedIn } from '../signed-in.ts';
import { asSignIn } from '../store.ts';
import { type KeyLifeDays, lastDayOf, mostKeys } from './key.ts';
import { newKey } from './key-text.ts';

export type KeyAsked = Readonly<{ name: string; officeId: string; lifeDays: KeyLifeDays }>;
export type MakeKeyRefusal = 'no-account' | 'not-your-office' | 'too-many-keys' | 'already-submitted';

/**
 * Makes a key with which a program acts in one of the account’s own offices, and answers it: the only time it can be seen.
 * `undefined` where the same form came before, since its key was shown then. The key hangs on the appointment: when that
 * ends, so does the key, and another appointment to the same office does not bring it back.
 */
export async function makeKey(
  services: AccountServices,
  signedIn: SignedIn,
  { name, officeId, lifeDays }: KeyAsked,
  options: ActOptions = {},
): Promise<Result<string | undefined, MakeKeyRefusal>> {
  const { account } = signedIn;
  if (account === undefined) return refuse('no-account');
  const today = services.clock.today();
  const office = (await officesOf(services, account.id, today)).find((each) => each.officeId === officeId);
  if (office === undefined) return refuse('not-your-office');
  const key = newKey();
  const lastDay = lastDayOf(today, lifeDays);
  let isMade = false;

  const made = await act<void, MakeKeyRefusal>(
    services,
    { ...office, accountId: account.id },
    options,
    async (sql) => {
      const outcome = await asSignIn(sql, async (tables) => {
        // Locked, so that two keys made in one moment are counted one after the other.
        await tables
          .selectFrom('identity.account')
          .select('id')
          .where('id', '=', account.id)
          .forUpdate()
          .executeTakeFirst();
        const living = await tables
          .selectFrom('identity.api_key')
          .select('id')
          .where('account_id', '=', account.id)
          .where('revoked_at', 'is', null)
          .where('last_day', '>=', today)
          .execute();
        if (living.length >= mostKeys) return refuse('too-many-keys');
        const appointment = await tables
          .selectFrom('identity.appointment')
          .select('id')
          .where('account_id', '=', account.id)
          .where('office_id', '=', officeId)
          .where('ended_at', 'is', null)
          .where('held_from', '<=', today)
          .where((where) => where.or([where('held_to', 'is', null), where('held_to', '>=', today)]))
          .executeTakeFirst();
        if (appointment === undefined) return refuse('not-your-office');
        const id = randomUUID();
        await tables
          .insertInto('identity.api_key')
          .values({
            id,
            key_hash: tokenHash(key),
            account_id: account.id,
            appointment_id: appointment.id,
            body_id: office.bodyId,
            office_id: officeId,
            name,
            made_at: services.clock.now(),
            last_day: lastDay,
            revoked_at: null,
            last_used_on: null,
          })
          .execute();
        return ok(id);
      });
      if (!outcome.ok) return outcome;
      isMade = true;
      return ok({
        value: undefined,
        entry: {
          act: 'identity.key.made',
          subject: accountsPath(office.bodyId),
          summary: `A key for programs made for an office: ${office.officeTitle}, to ${formatDate(lastDay)}`,
          facts: { keyId: outcome.value, name, officeId, lastDay },
          visibility: 'private',
        },
      });
    },
  );
  if (!made.ok) return made;
  return ok(isMade ? key : undefined);
}
