import { randomUUID } from 'node:crypto';
import { type Actor, ok, refuse } from '#platform/kernel';
import type { Sql } from '#platform/db';
import { describe, expect, test } from 'vitest';
import { act, actTogether, type ActOptions, type ActServices } from './act.ts';
import { correction, type NoteTables, recordForTest, swale, thanet } from './kent.testing.ts';
import { headState } from './head.ts';

const write = (sql: Sql, words: string) =>
  sql.tables<NoteTables>().insertInto('notes.note').values({ words }).execute();
const noteDown = (services: ActServices, words: string, options: ActOptions = {}, actor: Actor = swale) =>
  act(services, actor, options, async (sql) => {
    await write(sql, words);
    return ok({ value: `noted ${words}`, entry: correction(words.length) });
  });
const submission = (fingerprint = 'as typed') => ({ submission: { key: randomUUID(), fingerprint } });

describe('an act', () => {
  test('and its entry are kept together, and the head moves before it returns', async () => {
    const { services, asOwner } = await recordForTest();
    expect(services.head.current()?.size).toBe(0);
    expect(await noteDown(services, 'one')).toEqual(ok('noted one'));
    expect(services.head.current()?.size).toBe(1);
    expect(await asOwner('SELECT words FROM notes.note')).toEqual([{ words: 'one' }]);
    expect(
      await asOwner('SELECT seq, act, subject, body_id, office_title, decision, at FROM record.entry'),
    ).toEqual([
      {
        seq: 0n,
        act: 'register.rule.corrected',
        subject: '/bodies/swale/rules',
        body_id: 'swale',
        office_title: 'Monitoring Officer, Swale Borough Council',
        decision: '/decisions/2008/14',
        at: new Date('2008-07-15T09:30:00.000Z'),
      },
    ]);
  });

  test('that is refused, or fails, leaves nothing, not even its submission key', async () => {
    const { services, asSuperuser } = await recordForTest();
    const form = submission();
    const refused = await act(services, swale, form, async (sql) => {
      await write(sql, 'half');
      return refuse('not-in-office');
    });
    expect(refused).toEqual(refuse('not-in-office'));
    await expect(
      act(services, swale, form, async (sql) => {
        await write(sql, 'half');
        throw new Error('a bug');
      }),
    ).rejects.toThrow('a bug');
    expect(await asSuperuser('SELECT words FROM notes.note')).toEqual([]);
    expect(await asSuperuser('SELECT seq FROM record.entry')).toEqual([]);
    expect(services.head.current()?.size).toBe(0);
    // The form is corrected and sent again under the same key.
    const corrected = { submission: { ...form.submission, fingerprint: 'corrected' } };
    expect(await noteDown(services, 'whole', corrected)).toEqual(ok('noted whole'));
  });

  test('by the platform itself names no body', async () => {
    const { services, asOwner } = await recordForTest();
    const loader = { officeTitle: 'Accord example loader', bodyId: undefined };
    await act(services, loader, {}, async () => ok({ value: undefined, entry: correction(3) }));
    expect(await asOwner('SELECT body_id, office_title FROM record.entry')).toEqual([
      { body_id: null, office_title: 'Accord example loader' },
    ]);
  });

  test('tells later modules after it is committed, and a listener that fails undoes nothing', async () => {
    const { services } = await recordForTest();
    const told: unknown[] = [];
    services.head.onEntry(() => {
      throw new Error('a broken listener');
    });
    const stop = services.head.onEntry((appended) => told.push(appended));
    expect(await noteDown(services, 'one')).toEqual(ok('noted one'));
    stop();
    await noteDown(services, 'two');
    expect(told).toEqual([{ size: 1, entries: [correction(3)] }]);
  });
});

describe('many acts at once', () => {
  test.each(['read committed', 'serializable'] as const)(
    'are numbered without gaps, %s',
    async (isolation) => {
      const { services, asOwner } = await recordForTest();
      const words = Array.from({ length: 50 }, (_, index) => `note ${index}`);
      const outcomes = await Promise.all(words.map((each) => noteDown(services, each, { isolation })));
      expect(outcomes).toEqual(words.map((each) => ok(`noted ${each}`)));
      expect(await asOwner('SELECT count(*)::int, max(seq)::int AS last FROM record.entry')).toEqual([
        { count: 50, last: 49 },
      ]);
      expect(services.head.current()?.size).toBe(50);
    },
  );

  test('of both isolations beside each other all go through', async () => {
    const { services } = await recordForTest();
    const outcomes = await Promise.all(
      Array.from({ length: 150 }, (_, index) =>
        noteDown(services, `note ${index}`, index % 3 === 0 ? { isolation: 'serializable' } : {}),
      ),
    );
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(services.head.current()?.size).toBe(150);
  });

  test('of one loader are one transaction', async () => {
    const { services, asOwner } = await recordForTest();
    const loader = { officeTitle: 'Accord example loader', bodyId: undefined };
    const entries = Array.from({ length: 2500 }, (_, index) => correction(index));
    await actTogether(services, loader, {}, async () => ok({ value: undefined, entries }));
    expect(services.head.current()?.size).toBe(2500);
    expect(await asOwner('SELECT count(*)::int FROM record.node')).toEqual([{ count: 2495 }]);
    await expect(
      actTogether(services, loader, {}, async (sql) => {
        await write(sql, 'half');
        return ok({
          value: undefined,
          entries: [correction(1), { ...correction(2), facts: { amount: 0.5 } }],
        });
      }),
    ).rejects.toThrow('$.facts.amount');
    expect(await asOwner('SELECT words FROM notes.note')).toEqual([]);
  });
});

describe('a form sent twice', () => {
  test.each(['read committed', 'serializable'] as const)(
    'or fifty times at once acts once, %s',
    async (isolation) => {
      const { services, asOwner } = await recordForTest();
      const form = { ...submission(), isolation };
      const outcomes = await Promise.all(Array.from({ length: 50 }, () => noteDown(services, 'once', form)));
      expect(outcomes).toEqual(outcomes.map(() => ok('noted once')));
      expect(await asOwner('SELECT words FROM notes.note')).toEqual([{ words: 'once' }]);
      expect(services.head.current()?.size).toBe(1);
    },
  );

  test('is answered as the first time, with nothing too', async () => {
    const { services } = await recordForTest();
    const form = submission();
    const silently = () =>
      act(services, swale, form, async () => ok({ value: undefined, entry: correction(3) }));
    expect(await silently()).toEqual(ok(undefined));
    expect(await silently()).toEqual(ok(undefined));
    expect(services.head.current()?.size).toBe(1);
  });

  test('with other answers, or by another office of the body, is refused', async () => {
    const { services } = await recordForTest();
    const form = submission();
    await noteDown(services, 'first', form);
    const changed = { submission: { ...form.submission, fingerprint: 'otherwise' } };
    expect(await noteDown(services, 'second', changed)).toEqual(refuse('already-submitted'));
    const leader = { ...swale, officeId: 'swale-leader' };
    expect(await noteDown(services, 'third', form, leader)).toEqual(refuse('already-submitted'));
    expect(services.head.current()?.size).toBe(1);
  });

  test('by another body is a form of its own, since bodies cannot see each other’s', async () => {
    const { services } = await recordForTest();
    const form = submission();
    await noteDown(services, 'ours', form);
    expect(await noteDown(services, 'theirs', form, thanet)).toEqual(ok('noted theirs'));
  });
});

describe('the application', () => {
  test.each([
    'UPDATE record.entry SET summary = summary',
    'DELETE FROM record.entry',
    'TRUNCATE record.entry CASCADE',
    'UPDATE record.node SET hash = hash',
    'DELETE FROM record.node',
    'UPDATE record.checkpoint SET note = note',
    'DELETE FROM record.checkpoint',
    'DELETE FROM record.head',
    "INSERT INTO record.head VALUES (false, 0, '', '{}')",
    'UPDATE record.private_entry SET payload = payload',
    'DELETE FROM record.submission',
    'ALTER TABLE record.entry DISABLE TRIGGER ALL',
  ])('may not %s', async (statement) => {
    const { appUrl } = await recordForTest();
    const { Client } = await import('pg');
    const client = new Client({ connectionString: appUrl });
    await client.connect();
    await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner/u);
    await client.end();
  });
});

describe('the head', () => {
  test('is followed from other processes', async () => {
    const { services } = await recordForTest();
    const elsewhere = { ...services, head: { ...headState(() => undefined), close: async () => undefined } };
    await noteDown(elsewhere, 'from elsewhere');
    await expect.poll(() => services.head.current()?.size).toBe(1);
  });

  test('is unknown while the connection is down, and known again after', async () => {
    const { services, asSuperuser, heard } = await recordForTest();
    await noteDown(services, 'before');
    await asSuperuser(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'accord record head'",
    );
    await expect.poll(() => heard.length, { interval: 1 }).toBeGreaterThan(0);
    await noteDown(services, 'meanwhile');
    await expect.poll(() => services.head.current()?.size).toBe(2);
  });

  test('says nothing until it listens, and takes no old news', () => {
    const head = headState(() => undefined);
    head.heard({ size: 5, root: 'five' });
    expect(head.current()).toBeUndefined();
    head.listening({ size: 4, root: 'four' });
    expect(head.current()).toEqual({ size: 5, root: 'five' });
    head.heard({ size: 3, root: 'three' });
    expect(head.current()).toEqual({ size: 5, root: 'five' });
    head.lost();
    expect(head.current()).toBeUndefined();
  });
});
