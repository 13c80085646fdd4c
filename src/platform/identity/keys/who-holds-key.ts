import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { IdentityServices } from '../identity-services.ts';
import { tokenHash } from '../session-token.ts';
import { countTry, keyTryKeys } from '../sign-in-tries.ts';
import { read, write } from '../store.ts';
import { isKey } from './key-text.ts';

/** Whose key it is: the office it acts in, under a title that says that a key did it, and which. */
export type HeldByKey = Readonly<{ keyId: string; actor: Actor }>;

/**
 * `not-a-key`: not written as keys are, so cut short or mistyped. `unknown`: no key of ours. The others name what ended it.
 */
export type KeyRefusal =
  | 'not-a-key'
  | 'unknown'
  | 'revoked'
  | 'expired'
  | 'office-ended'
  | 'account-closed'
  | 'too-many-tries';

/**
 * Who asks with this key, judged now: a key that has expired or was revoked, a closed account or an ended appointment count no
 * more. Failures are counted as those at signing in are; a key that works is never made to wait for the failures of others.
 */
export async function whoHoldsKey(
  services: IdentityServices,
  { key, address }: Readonly<{ key: string; address: string }>,
): Promise<Result<HeldByKey, KeyRefusal>> {
  // No guess that anybody could make, so nothing is looked up and nothing counted.
  if (!isKey(key)) return refuse('not-a-key');
  const hash = tokenHash(key);
  const held = await judge(services, hash);
  if (held.ok) return held;
  return (await countTry(services, keyTryKeys({ key: hash, address }))) ? held : refuse('too-many-tries');
}

async function judge(services: IdentityServices, hash: string): Promise<Result<HeldByKey, KeyRefusal>> {
  const { database, clock, offices } = services;
  const today = clock.today();
  const found = await read(database, (tables) =>
    tables
      .selectFrom('identity.api_key as key')
      .innerJoin('identity.account as account', 'account.id', 'key.account_id')
      .innerJoin('identity.appointment as appointment', 'appointment.id', 'key.appointment_id')
      .select(['key.id', 'key.account_id', 'key.office_id', 'key.name', 'key.last_day', 'key.revoked_at'])
      .select(['key.last_used_on', 'account.disabled_at'])
      .select(['appointment.held_from', 'appointment.held_to', 'appointment.ended_at'])
      .where('key.key_hash', '=', hash)
      .executeTakeFirst(),
  );
  if (found === undefined) return refuse('unknown');
  if (found.disabled_at !== null) return refuse('account-closed');
  if (found.revoked_at !== null) return refuse('revoked');
  if (found.last_day < today) return refuse('expired');
  const isHeld =
    found.ended_at === null && found.held_from <= today && (found.held_to === null || found.held_to >= today);
  const office = isHeld ? await offices.officeOn(found.office_id, today) : undefined;
  if (office === undefined) return refuse('office-ended');

  // Once a day at most: asking is no act, and thousands of requests must not become thousands of writes.
  if (found.last_used_on !== today)
    await write(database, (tables) =>
      tables
        .updateTable('identity.api_key')
        .set({ last_used_on: today })
        .where('id', '=', found.id)
        .execute(),
    );
  const officeTitle = `${office.officeTitle}, by key “${found.name}”`;
  return ok({ keyId: found.id, actor: { ...office, officeTitle, accountId: found.account_id } });
}
