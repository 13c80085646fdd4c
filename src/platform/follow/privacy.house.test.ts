import { ok } from '#platform/kernel';
import { post } from '#platform/mail';
import { describe, expect, test } from 'vitest';
import { tellAtOnce } from './alerts.ts';
import { addressed, tokenIn, useFollowHouse } from './follow.testing.ts';
import { askForList, askToFollow } from './index.ts';
import { tidy } from './tidy.ts';

const house = useFollowHouse();
const resident = 'resident@example.org';
const council = ['bodies', 'maidstone'] as const;
const ask = (who = resident, visitor = '203.0.113.7') =>
  askToFollow(house.services, {
    address: addressed(who),
    followed: [{ kind: 'bodies', id: 'maidstone' }],
    cadence: 'at-once',
    visitor,
  });
const published = { summary: 'Mid Kent partnership agreed', facts: {} };

describe('whoever wants to fill a mailbox', () => {
  test('gets at most six letters a day to it, from however many places, and is told the same', async () => {
    for (let asked = 0; asked < 12; asked += 1) {
      const who = asked % 2 === 0 ? resident : `resident+${asked}@example.org`;
      expect(await ask(who, `203.0.113.${asked}`)).toEqual(ok());
    }
    expect(await house.letters()).toHaveLength(6);
    house.clock.set('2026-07-16', '10:01');
    expect(await ask(resident, '203.0.113.99')).toEqual(ok());
    expect(await house.letters()).toHaveLength(1);
  });

  test('asks at most twenty times an hour from one place, also in parallel and over IPv6', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 25 }, (_, at) => ask(`r${at}@example.org`, `2001:db8:1:2:${at}::1`)),
    );
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(20);
    expect(await house.letters()).toHaveLength(20);
    house.clock.set('2026-07-15', '11:01');
    expect(await ask('late@example.org', '2001:db8:1:2::9')).toEqual(ok());
  });

  test('learns nothing of who follows what', async () => {
    await house.follow(resident, [council]);
    const both = await Promise.all([
      askForList(house.services, { address: addressed(resident), visitor: 'a' }),
      askForList(house.services, { address: addressed('nobody@example.org'), visitor: 'a' }),
    ]);
    expect(both).toEqual([ok(), ok()]);
    expect((await house.letters()).map(({ recipient }) => recipient)).toEqual([resident]);
    expect(await ask()).toEqual(await ask('nobody@example.org'));
  });
});

test('what need not be kept is forgotten: an unconfirmed address after three days, counts after one', async () => {
  await ask();
  await house.follow('other@example.org', [council]);
  const kept = async () =>
    (
      await house.made.asSuperuser(`
        SELECT (SELECT count(email)::int FROM follow.request) AS addresses, (SELECT count(*)::int FROM follow.request) AS requests,
          (SELECT count(*)::int FROM follow.asked) AS counts, (SELECT count(*)::int FROM follow.following) AS followings`)
    )[0];
  expect(await kept()).toEqual({ addresses: 1, requests: 2, counts: 4, followings: 1 });
  house.clock.set('2026-07-17', '10:00');
  await tidy(house.services);
  expect(await kept()).toEqual({ addresses: 1, requests: 2, counts: 0, followings: 1 });
  house.clock.set('2026-07-18', '10:00');
  await tidy(house.services);
  expect(await kept()).toEqual({ addresses: 0, requests: 0, counts: 0, followings: 1 });
});

describe('what is kept of people', () => {
  test('is seen for that purpose alone, by row-level security and nothing else', async () => {
    await house.follow(resident, [council]);
    await house.enter(published);
    await tellAtOnce(house.services);
    await askForList(house.services, { address: addressed(resident), visitor: 'v' });
    await ask('unconfirmed@example.org');
    for (const table of ['request', 'following', 'stop_link', 'list_link', 'asked']) {
      const count = async (viewer: Parameters<typeof house.made.database.as>[0]) =>
        house.made.database.as(viewer, async (sql) => {
          const rows = await sql
            .tables<Record<string, { x: 1 }>>()
            .selectFrom(`follow.${table}`)
            .selectAll()
            .execute();
          return rows.length;
        });
      expect([table, (await count({ purpose: 'follow' })) > 0]).toEqual([table, true]);
      for (const viewer of [
        undefined,
        { bodyId: 'maidstone' },
        { purpose: 'sign-in' },
        { purpose: 'mail' },
      ] as const)
        expect([table, viewer, await count(viewer)]).toEqual([table, viewer, 0]);
      expect([table, await house.made.asOwner(`SELECT * FROM follow.${table}`)]).toEqual([table, []]);
    }
  });

  test('holds no token that opens anything, and no address in the record', async () => {
    await house.follow(resident, [council]);
    await house.enter(published);
    await tellAtOnce(house.services);
    const token = tokenIn((await house.letters())[0]?.text ?? '');
    const rows = JSON.stringify(await house.made.asSuperuser('SELECT * FROM follow.stop_link'));
    expect(rows).not.toContain(token);
    expect(token).toHaveLength(43);
    const leaves = await house.made.asSuperuser("SELECT FROM record.entry WHERE leaf LIKE '%resident@%'");
    expect(leaves).toEqual([]);
  });

  test('cannot be read through the queue of letters by whoever follows', async () => {
    const seen = await house.made.database.transaction({ purpose: 'follow' }, {}, async (sql) => {
      await post(sql, [{ to: addressed(resident), subject: 's', text: 't', html: 'h' }], house.clock.now());
      return ok(await sql.tables<Record<string, { x: 1 }>>().selectFrom('mail.letter').selectAll().execute());
    });
    expect(seen).toEqual(ok([]));
  });
});
