import { type Actor, type Clock, date, londonDate } from '#platform/kernel';
import { migrations as recordMigrations, openRecordHead } from '#platform/record';
import { testDatabase } from '#platform/testing';
import { expect, onTestFinished, test } from 'vitest';
import { addAccount, disableAccount } from '../accounts.ts';
import { appoint, endAppointment } from '../keeping/appoint.ts';
import { accountsKept } from '../keeping/accounts-kept.ts';
import { closeAccount } from '../keeping/close-account.ts';
import { invite } from '../keeping/invite.ts';
import { migrations } from '../migrations.ts';
import type { ActingOffice } from '../office-directory.ts';
import type { SignedIn } from '../signed-in.ts';
import { newKey } from './key-text.ts';
import { mostKeys } from './key.ts';
import { makeKey } from './make-key.ts';
import { listKeys, revokeKey } from './own-keys.ts';
import { whoHoldsKey } from './who-holds-key.ts';

const office = (bodyId: string, role: Actor['role'], title: string): ActingOffice => ({
  officeId: `${bodyId}.${role}`,
  officeTitle: `${title}, ${bodyId}`,
  role,
  bodyId,
  bodyName: bodyId,
});
const performance = office('maidstone', 'performance', 'Performance Officer');
const monitoring = office('maidstone', 'monitoring-officer', 'Monitoring Officer');
const all = [performance, monitoring, office('swale', 'performance', 'Performance Officer')];
const keeper: Actor = { ...monitoring, accountId: undefined };
const address = '192.0.2.1';

/** A clock that stands until it is moved. */
function clockAt(instant: string): Clock & { move(days: number): void } {
  let now = new Date(instant);
  return {
    now: () => now,
    today: () => londonDate(now),
    move: (days) => {
      now = new Date(now.getTime() + days * 24 * 60 * 60_000);
    },
  };
}

async function house() {
  const made = await testDatabase([
    { name: 'record', migrations: recordMigrations },
    { name: 'identity', migrations },
  ]);
  const head = await openRecordHead({ url: made.appUrl, onError: () => undefined });
  onTestFinished(() => head.close());
  const clock = clockAt('2026-03-02T09:00:00Z');
  const offices = {
    officesOn: async () => all,
    officeOn: async (id: string) => all.find(({ officeId }) => officeId === id),
  };
  const services = { ...made, head, clock, offices, openOffices: false };
  const email = 'performance@maidstone.example';
  const added = await addAccount(services, {
    email,
    password: 'plum kettle harbour',
    officeId: performance.officeId,
    heldFrom: date('2026-01-01'),
  });
  if (!added.ok) throw new Error(added.error);
  const { accountId } = added.value;
  const holder: SignedIn = { tokenHash: '', account: { id: accountId, email }, actor: undefined };
  const make = async (asked: Partial<Parameters<typeof makeKey>[2]> = {}) => {
    const wanted = {
      name: 'Housing system',
      officeId: performance.officeId,
      lifeDays: 90,
      ...asked,
    } as const;
    const outcome = await makeKey(services, holder, wanted);
    return outcome.ok ? (outcome.value ?? '') : outcome.error;
  };
  const ask = async (key: string, from = address) => {
    const outcome = await whoHoldsKey(services, { key, address: from });
    return outcome.ok ? outcome.value.actor.officeTitle : outcome.error;
  };
  const keys = () => listKeys(services, holder);
  const entries = async () =>
    (await made.asSuperuser('SELECT payload FROM record.private_entry ORDER BY seq')).map(
      ({ payload }) => (JSON.parse(String(payload)) as { act: string }).act,
    );
  return { ...made, services, clock, accountId, holder, email, make, ask, keys, entries };
}

const acting = 'Performance Officer, maidstone, by key “Housing system”';

test('a key acts in its office under its own name, is kept as a hash, and is in the record', async () => {
  const { make, ask, keys, entries, asSuperuser } = await house();
  const key = await make();
  expect(await ask(key)).toBe(acting);
  expect(await keys()).toMatchObject([
    { name: 'Housing system', lastUsedOn: '2026-03-02', lastDay: '2026-05-31', standing: 'works' },
  ]);
  const tables = ['identity.api_key', 'record.entry', 'record.private_entry', 'record.submission'];
  for (const table of tables)
    expect(
      await asSuperuser(
        `SELECT * FROM ${table} AS row WHERE to_jsonb(row)::text LIKE '%${key.slice(7, 40)}%'`,
      ),
    ).toEqual([]);
  expect(await entries()).toEqual(['identity.key.made']);
});

test('a key is for an office one holds, made by whoever has an account, and twenty are enough', async () => {
  const { make, services, holder } = await house();
  expect(await make({ officeId: 'swale.performance' })).toBe('not-your-office');
  const nobody = { ...holder, account: undefined };
  const asked = { name: 'x', officeId: performance.officeId, lifeDays: 30 } as const;
  expect(await makeKey(services, nobody, asked)).toEqual({ ok: false, error: 'no-account' });
  const made = await Promise.all(Array.from({ length: mostKeys + 5 }, () => make()));
  expect(made.filter((outcome) => outcome === 'too-many-keys')).toHaveLength(5);
});

test('the same form sent twice makes one key, and shows it once', async () => {
  const { services, holder, keys } = await house();
  const asked = { name: 'x', officeId: performance.officeId, lifeDays: 30 } as const;
  const twice = { submission: { key: 'form', fingerprint: 'same' } };
  const [one, two] = [
    await makeKey(services, holder, asked, twice),
    await makeKey(services, holder, asked, twice),
  ];
  expect([one.ok && one.value?.slice(0, 7), two]).toEqual(['accord_', { ok: true, value: undefined }]);
  expect(await keys()).toHaveLength(1);
});

test('a key ends on its day, when it is revoked, and then for good', async () => {
  const { make, ask, keys, services, holder, clock, entries } = await house();
  const [ended, other] = [await make({ lifeDays: 30 }), await make()];
  const shortest = (await keys()).find(({ lastDay }) => lastDay === '2026-04-01');
  expect(await revokeKey(services, holder, shortest?.id ?? '')).toEqual({ ok: true, value: undefined });
  expect(await revokeKey(services, holder, shortest?.id ?? '')).toEqual({ ok: true, value: undefined });
  expect(await entries()).toEqual(['identity.key.made', 'identity.key.made', 'identity.key.revoked']);
  expect(await ask(ended)).toBe('revoked');
  clock.move(30);
  expect(await ask(other)).toBe(acting);
  clock.move(61);
  expect(await ask(other)).toBe('expired');
  expect((await keys()).map(({ standing }) => standing).toSorted()).toEqual(['expired', 'revoked']);
});

test('nobody revokes the key of another account', async () => {
  const { make, ask, keys, services } = await house();
  const key = await make();
  const [listed] = await keys();
  const stranger = { account: { id: '00000000-0000-4000-8000-000000000000', email: 'x@swale.example' } };
  expect(await revokeKey(services, stranger, listed?.id ?? '')).toEqual({ ok: false, error: 'no-such-key' });
  expect(await ask(key)).toBe(acting);
});

test('a key ends with its office, and another appointment to it does not bring the key back', async () => {
  const { make, ask, services, accountId } = await house();
  const key = await make();
  const [account] = await accountsKept(services.database, keeper);
  const [appointment] = account?.appointments ?? [];
  const ending = { accountId, appointmentId: appointment?.id ?? '' };
  expect((await endAppointment(services, keeper, ending)).ok).toBe(true);
  expect(await ask(key)).toBe('office-ended');
  const again = { officeId: performance.officeId, from: date('2026-03-02'), to: undefined };
  expect((await appoint(services, keeper, accountId, again)).ok).toBe(true);
  expect(await ask(key)).toBe('office-ended');
  expect(await ask(await make())).toBe(acting);
});

test.each(['by its keeper', 'by the command line'])(
  'a key dies with an account closed %s, and stays dead when that opens again',
  async (how) => {
    const { make, ask, services, accountId, email } = await house();
    const key = await make();
    const closed =
      how === 'by its keeper'
        ? await closeAccount(services, keeper, accountId)
        : await disableAccount(services, email);
    expect(closed.ok).toBe(true);
    expect(await ask(key)).toBe('account-closed');
    expect((await invite(services, keeper, { accountId, token: 'x'.repeat(43) })).ok).toBe(true);
    expect(await ask(key)).toBe('revoked');
  },
);

test('keys that open nothing are counted, and never keep one that works from working', async () => {
  const { make, ask } = await house();
  const [key, unknown] = [await make(), newKey()];
  const again = await Promise.all(Array.from({ length: 15 }, () => ask(unknown)));
  expect(again.filter((outcome) => outcome === 'unknown')).toHaveLength(10);
  expect(again.filter((outcome) => outcome === 'too-many-tries')).toHaveLength(5);
  for (let tries = 0; tries < 45; tries += 1) await ask(newKey());
  expect(await ask(newKey())).toBe('too-many-tries');
  expect(await ask(newKey(), '192.0.2.2')).toBe('unknown');
  expect(await ask(key)).toBe(acting);
  // Not written as a key is: nothing is looked up, so nothing is counted.
  expect(await ask(unknown.slice(0, -1))).toBe('not-a-key');
});

test('that a key was used is written once a day', async () => {
  const { make, ask, asSuperuser, clock } = await house();
  const key = await make();
  const version = async () => (await asSuperuser('SELECT xmin::text AS version FROM identity.api_key'))[0];
  await ask(key);
  const before = await version();
  await ask(key);
  expect(await version()).toEqual(before);
  clock.move(1);
  await ask(key);
  expect(await version()).not.toEqual(before);
});
