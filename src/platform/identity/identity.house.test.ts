import { describe, expect, test } from 'vitest';
import { type Actor, type Clock, date, londonDate } from '#platform/kernel';
import { testDatabase } from '#platform/testing';
import { addAccount, changePassword, disableAccount } from './accounts.ts';
import { migrations } from './migrations.ts';
import type { ActingOffice, OfficeDirectory } from './office-directory.ts';
import { actIn } from './act-in.ts';
import type { IdentityServices } from './identity-services.ts';
import { endOwnSessions, listSessions } from './own-sessions.ts';
import { endSession } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { whoHolds } from './who-holds.ts';
import type { IdentityTables } from './tables.ts';

const office = (bodyId: string, role: Actor['role'], title: string): ActingOffice => ({
  officeId: `${bodyId}.${role}`,
  officeTitle: title,
  role,
  bodyId,
  bodyName: `${bodyId} council`,
});
const all = [
  office('maidstone', 'monitoring-officer', 'Monitoring Officer'),
  office('maidstone', 'democratic-services', 'Democratic Services Officer'),
  office('swale', 'leader', 'Leader'),
];
const offices: OfficeDirectory = {
  officesOn: async () => all,
  officeOn: async (id) => all.find(({ officeId }) => officeId === id),
};

/** A clock that stands until it is moved. */
function clockAt(instant: string): Clock & { move(minutes: number): void } {
  let now = new Date(instant);
  return {
    now: () => now,
    today: () => londonDate(now),
    move: (minutes) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
  };
}

const password = 'plum kettle harbour';
const email = 'monitoring@maidstone.example';
const here = { address: '127.0.0.1', device: 'Firefox on Linux' };

async function house(openOffices = false) {
  const { database, asSuperuser } = await testDatabase([{ name: 'identity', migrations }]);
  const clock = clockAt('2026-03-02T09:00:00Z');
  const services: IdentityServices = { database, clock, offices, openOffices };
  const added = await addAccount(services, {
    email,
    password,
    officeId: 'maidstone.monitoring-officer',
    heldFrom: date('2026-01-01'),
  });
  expect(added.ok).toBe(true);
  const enter = async (given: Partial<{ email: string; password: string; address: string }> = {}) => {
    const outcome = await signIn(services, { email, password, ...here, ...given });
    return outcome.ok ? outcome.value : outcome.error;
  };
  return { services, clock, database, asSuperuser, enter };
}

describe('signing in', () => {
  test('with the right password acts in the one office that is held', async () => {
    const { services, enter } = await house();
    const token = await enter({ email: ' Monitoring@Maidstone.example ' });
    const signedIn = await whoHolds(services, token);
    expect(signedIn?.actor).toMatchObject({ officeTitle: 'Monitoring Officer', bodyId: 'maidstone' });
  });

  test('is refused in the same words for a wrong password, an unknown e-mail and a closed account', async () => {
    const { services, enter } = await house();
    expect(await enter({ password: 'plum kettle harbor' })).toBe('not-recognised');
    expect(await enter({ email: 'nobody@maidstone.example' })).toBe('not-recognised');
    await disableAccount(services, email);
    expect(await enter()).toBe('not-recognised');
  });

  test('lets ten guesses through, also when they come at once, and then waits a quarter of an hour', async () => {
    const { clock, enter } = await house();
    const guesses = await Promise.all(
      Array.from({ length: 40 }, (_, n) => enter({ password: `guess ${n}` })),
    );
    expect(guesses.filter((outcome) => outcome === 'not-recognised')).toHaveLength(10);
    expect(await enter()).toBe('too-many-tries');
    clock.move(16);
    expect(await enter()).toHaveLength(43);
  });

  test('counts by address too, whichever account is guessed', async () => {
    const { enter } = await house();
    for (let n = 0; n < 50; n += 1) await enter({ email: `guess${n}@maidstone.example`, password: 'x' });
    expect(await enter()).toBe('too-many-tries');
    expect(await enter({ address: '192.0.2.7' })).toHaveLength(43);
  });
});

describe('a session', () => {
  test('ends when signed out, when idle for 90 minutes, and after 12 hours at the latest', async () => {
    const { services, clock, enter } = await house();
    const ended = await enter();
    await endSession(services, (await whoHolds(services, ended))?.tokenHash ?? '');
    expect(await whoHolds(services, ended)).toBeUndefined();

    const idle = await enter();
    clock.move(91);
    expect(await whoHolds(services, idle)).toBeUndefined();

    const long = await enter();
    for (let hour = 0; hour < 11; hour += 1) {
      clock.move(60);
      expect(await whoHolds(services, long)).toBeDefined();
    }
    clock.move(61);
    expect(await whoHolds(services, long)).toBeUndefined();
  });

  test('is kept as a hash: the token is nowhere in the database', async () => {
    const { asSuperuser, enter } = await house();
    const token = await enter();
    const rows = await asSuperuser('SELECT * FROM identity.session');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('of a closed account is dead at once', async () => {
    const { services, enter } = await house();
    const token = await enter();
    await disableAccount(services, email);
    expect(await whoHolds(services, token)).toBeUndefined();
  });

  test('can be seen and ended from another, and another account’s cannot', async () => {
    const { services, enter } = await house();
    await addAccount(services, {
      email: 'leader@swale.example',
      password,
      officeId: 'swale.leader',
      heldFrom: date('2026-01-01'),
    });
    const [one, two, other] = [await enter(), await enter(), await enter({ email: 'leader@swale.example' })];
    const me = await whoHolds(services, one);
    if (me === undefined) throw new Error('the first session should be alive');
    expect((await listSessions(services, me)).map(({ current }) => current)).toEqual([true, false]);

    const otherHash = (await whoHolds(services, other))?.tokenHash ?? '';
    await endOwnSessions(services, me, { id: otherHash });
    expect(await whoHolds(services, other)).toBeDefined();
    await endOwnSessions(services, me, 'all-others');
    expect(await whoHolds(services, two)).toBeUndefined();
    expect(await whoHolds(services, one)).toBeDefined();
  });

  test('without an account opens an office only where offices are open, and none once they are closed', async () => {
    const { services } = await house(true);
    const entered = await actIn(services, undefined, 'swale.leader', here.device);
    if (!entered.ok) throw new Error(entered.error);
    expect((await whoHolds(services, entered.value))?.actor?.officeTitle).toBe('Leader');

    const closed = { ...services, openOffices: false };
    expect(await whoHolds(closed, entered.value)).toBeUndefined();
    expect(await actIn(closed, undefined, 'swale.leader', here.device)).toEqual({
      ok: false,
      error: 'not-your-office',
    });
  });
});

describe('an office', () => {
  test('that is not one’s own cannot be acted in, and one’s own begins a new session', async () => {
    const { services, enter } = await house(true);
    const token = await enter();
    const me = await whoHolds(services, token);
    expect(await actIn(services, me, 'swale.leader', here.device)).toEqual({
      ok: false,
      error: 'not-your-office',
    });

    const changed = await actIn(services, me, 'maidstone.monitoring-officer', here.device);
    if (!changed.ok) throw new Error(changed.error);
    expect(await whoHolds(services, token)).toBeUndefined();
    expect((await whoHolds(services, changed.value))?.actor?.bodyId).toBe('maidstone');
  });

  test('held from next month, or until yesterday, lets nobody act', async () => {
    const { services, enter } = await house();
    const hold = (heldFrom: string, heldTo: string | undefined, who: string) =>
      addAccount(services, {
        email: who,
        password,
        officeId: 'swale.leader',
        heldFrom: date(heldFrom),
        ...(heldTo !== undefined && { heldTo: date(heldTo) }),
      });
    await hold('2026-04-01', undefined, 'next@swale.example');
    await hold('2025-01-01', '2026-03-01', 'last@swale.example');
    for (const who of ['next@swale.example', 'last@swale.example']) {
      const signedIn = await whoHolds(services, await enter({ email: who }));
      expect(signedIn).toBeDefined();
      expect(signedIn?.actor).toBeUndefined();
    }
  });
});

describe('a password', () => {
  test.each([
    ['only fourteen!', 'too-short'],
    ['a'.repeat(129), 'too-long'],
    ['abcabcabcabcabcabc', 'too-plain'],
    ['Password123456789!', 'too-plain'],
    ['monitoring-2026-monitoring', 'too-plain'],
  ])('%s is %s', async (wanted, refusal) => {
    const { services } = await house();
    const added = await addAccount(services, {
      email: 'monitoring@swale.example',
      password: wanted,
      officeId: 'swale.leader',
      heldFrom: date('2026-01-01'),
    });
    expect(added).toEqual({ ok: false, error: refusal });
  });

  test('is changed only with the present one, and then every other session ends', async () => {
    const { services, enter } = await house();
    const [here1, elsewhere] = [await enter(), await enter()];
    const me = await whoHolds(services, here1);
    if (me === undefined) throw new Error('signed in');
    const wanted = 'otter lantern meadow';
    const address = '192.0.2.1';
    expect(await changePassword(services, me, { present: 'wrong', wanted, address })).toEqual({
      ok: false,
      error: 'wrong-password',
    });
    expect((await changePassword(services, me, { present: password, wanted, address })).ok).toBe(true);
    expect(await whoHolds(services, elsewhere)).toBeUndefined();
    expect(await enter()).toBe('not-recognised');
    expect(await enter({ password: wanted })).toHaveLength(43);
  });

  test('cannot be guessed from a session that was left open', async () => {
    const { services, enter } = await house();
    const me = await whoHolds(services, await enter());
    if (me === undefined) throw new Error('signed in');
    const guess = (present: string, number: number) =>
      changePassword(services, me, {
        present,
        wanted: 'otter lantern meadow',
        address: `192.0.2.${number}`,
      });
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, number) => guess(`guess ${number}`, number)),
    );
    const refusals = outcomes.map((outcome) => (outcome.ok ? 'changed' : outcome.error));
    expect(refusals.filter((refusal) => refusal === 'wrong-password')).toHaveLength(10);
    expect(refusals.filter((refusal) => refusal === 'too-many-tries')).toHaveLength(20);
    expect(await guess(password, 99)).toEqual({ ok: false, error: 'too-many-tries' });
  });
});

test('the second wall: with no purpose set, no account, session or try can be read', async () => {
  const { database, enter } = await house();
  await enter();
  const tables = database.tables<IdentityTables>();
  expect(await tables.selectFrom('identity.session').selectAll().execute()).toEqual([]);
  expect(await tables.selectFrom('identity.sign_in_attempt').selectAll().execute()).toEqual([]);
  const seenBySwale = await database.as({ bodyId: 'swale' }, (sql) =>
    sql.tables<IdentityTables>().selectFrom('identity.account').selectAll().execute(),
  );
  expect(seenBySwale).toEqual([]);
  const seenByMaidstone = await database.as({ bodyId: 'maidstone' }, (sql) =>
    sql.tables<IdentityTables>().selectFrom('identity.account').select('email').execute(),
  );
  expect(seenByMaidstone).toEqual([{ email }]);
});
