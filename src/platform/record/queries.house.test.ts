import { ok, refuse } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { act } from './act.ts';
import { appendCorrections, correction, keyForTest, recordForTest, swale, thanet } from './kent.testing.ts';
import { latestCheckpoint } from './latest-checkpoint.ts';
import { verifyConsistency, verifyInclusion } from './merkle/verify-proof.ts';
import {
  consistencyProof,
  entriesFrom,
  entriesOfAct,
  entriesPage,
  entry,
  erasePrivateContent,
  inclusionProof,
  privateContent,
} from './queries.ts';
import { downloadRecord } from './record-file.ts';
import { verifyFile } from './verify-file.ts';
import { verifyStored } from './verify-stored.ts';

const secret = {
  ...correction(1, 'private'),
  subject: '/bodies/swale/meetings/12',
  summary: 'Exempt report added under paragraph 3',
};
const valueOf = <Value>(outcome: { ok: true; value: Value } | { ok: false }): Value | undefined =>
  outcome.ok ? outcome.value : undefined;

describe('the record', () => {
  test('is read newest first, a page at a time, by body and by page', async () => {
    const { services, database } = await recordForTest();
    await appendCorrections(services, 7);
    await act(services, thanet, {}, async () =>
      ok({ value: undefined, entry: { ...correction(9), subject: '/bodies/thanet' } }),
    );
    const first = await entriesPage(database, { limit: 3 });
    expect(first.entries.map(({ seq }) => seq)).toEqual([7, 6, 5]);
    expect(first.next).toBe(5);
    const last = await entriesPage(database, { limit: 5, before: 5 });
    expect(last.entries.map(({ seq, visibility }) => `${seq} ${visibility}`)).toEqual([
      '4 public',
      '3 private',
      '2 public',
      '1 public',
      '0 public',
    ]);
    expect(last.next).toBeUndefined();
    expect((await entriesPage(database, { limit: 9, body: 'thanet' })).entries).toMatchObject([
      { seq: 7, office: 'Monitoring Officer, Thanet District Council', facts: { to: 9 } },
    ]);
    expect((await entriesPage(database, { limit: 9, subject: '/bodies/swale/rules' })).entries).toHaveLength(
      6,
    );
    expect(await entriesOfAct(database, 'register.rule.corrected')).toBe(7);
    expect(await entry(database, 0)).toMatchObject({ visibility: 'public', facts: { to: 0 } });
    for (const nowhere of [8, -1, 0.5, Number.NaN, 1e300])
      expect(await entry(database, nowhere)).toBeUndefined();
  });

  test('is read by what its entries are about, whoever acted', async () => {
    const { services, database } = await recordForTest();
    const about = {
      bodies: ['swale', 'thanet'],
      places: [],
      topics: ['waste'],
      things: ['/proposals/waste'],
    };
    const joint = { ...correction(1), facts: { about } };
    await act(services, swale, {}, async () => ok({ value: undefined, entry: joint }));
    await appendCorrections(services, 5, { from: 2 });
    await act(services, thanet, {}, async () => ok({ value: undefined, entry: joint }));
    await act(services, thanet, {}, async () =>
      ok({ value: undefined, entry: { ...joint, visibility: 'private' } }),
    );

    const numbersOf = async (kind: 'bodies' | 'topics' | 'things', id: string, before?: number) => {
      const query = { limit: 3, about: { kind, id } };
      const found = await entriesPage(database, before === undefined ? query : { ...query, before });
      return [found.entries.map(({ seq }) => seq), found.next];
    };
    expect(await numbersOf('bodies', 'thanet')).toEqual([[6, 0], undefined]);
    expect(await numbersOf('topics', 'waste')).toEqual([[6, 0], undefined]);
    expect(await numbersOf('things', '/proposals/waste', 6)).toEqual([[0], undefined]);
    expect((await numbersOf('bodies', 'swale'))[0]).toHaveLength(3);
    expect(await numbersOf('things', '/proposals/other')).toEqual([[], undefined]);
  });

  test('is read on, oldest first, from where a reader had come to: public entries alone', async () => {
    const { services, database } = await recordForTest();
    await appendCorrections(services, 6);
    const first = await entriesFrom(database, 1, 4);
    expect([first.entries.map(({ entry: { seq } }) => seq), first.next]).toEqual([[1, 2, 4], 5]);
    expect(first.entries[0]?.about).toEqual([
      { kind: 'bodies', id: 'swale' },
      { kind: 'things', id: '/bodies/swale/rules' },
    ]);
    expect(await entriesFrom(database, 6, 4)).toEqual({ entries: [], next: 6 });
  });

  test('proves every entry and every growth, at sizes on both sides of a power of two', async () => {
    const { services, database } = await recordForTest();
    const roots: string[] = [services.head.current()?.root ?? ''];
    for (let n = 0; n < 19; n += 1) {
      await act(services, swale, {}, async () => ok({ value: undefined, entry: correction(n) }));
      roots.push(services.head.current()?.root ?? '');
    }
    const rootAt = (size: number) => roots[size] ?? '';
    for (const to of [1, 2, 7, 8, 9, 16, 19]) {
      for (let seq = 0; seq < to; seq += 1) {
        const proof = valueOf(await inclusionProof(database, seq, to)) ?? [];
        const leaf = (await entry(database, seq))?.leafHash ?? '';
        expect(verifyInclusion({ index: seq, size: to, leaf, proof, root: rootAt(to) })).toBe(true);
      }
      for (let from = 0; from <= to; from += 3) {
        const proof = valueOf(await consistencyProof(database, from, to)) ?? [];
        expect(verifyConsistency({ from, to, oldRoot: rootAt(from), newRoot: rootAt(to), proof })).toBe(true);
      }
    }
    expect(await inclusionProof(database, 19, 19)).toEqual(refuse('no-such-entry'));
    expect(await inclusionProof(database, 0, 20)).toEqual(refuse('no-such-size'));
    expect(await inclusionProof(database, Number.NaN, 3)).toEqual(refuse('no-such-entry'));
    expect(await consistencyProof(database, 3, 20)).toEqual(refuse('no-such-size'));
    expect(await consistencyProof(database, 4, 3)).toEqual(refuse('no-such-size'));
  });

  test('can be taken away whole and checked without us', async () => {
    const { services, database } = await recordForTest();
    const key = keyForTest();
    const withKey = { database, clock: services.clock, key };
    await appendCorrections(services, 2100);
    const earlier = (await latestCheckpoint(withKey)).note;
    await appendCorrections(services, 7);

    const texts: string[] = [];
    for await (const text of downloadRecord(database, await latestCheckpoint(withKey), key.publicKey)) {
      texts.push(text);
      // Entries that arrive while somebody downloads wait for the next download.
      if (texts.length === 2) await appendCorrections(services, 1);
    }
    const file = async function* () {
      for (const text of texts) yield Buffer.from(text);
    };
    expect(await verifyFile(file(), { key: key.verifier, earlier })).toMatchObject({
      ok: true,
      value: { checkpoint: { size: 2107 }, privateEntries: 421, earlier: { size: 2100 } },
    });
  });
});

describe('a private act', () => {
  test('shows the public that there was one, and when, and nothing else', async () => {
    const { services, asSuperuser } = await recordForTest();
    await act(services, swale, {}, async () => ok({ value: undefined, entry: secret }));
    const [row] = await asSuperuser('SELECT * FROM record.entry');
    expect(JSON.parse(String(row?.['leaf']))).toEqual({
      at: '2008-07-15T09:30:00.000Z',
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/u),
      private: true,
    });
    const publicTables = await asSuperuser(
      'SELECT (SELECT json_agg(e) FROM record.entry e)::text || (SELECT json_agg(h) FROM record.head h)::text AS all',
    );
    for (const word of ['swale', 'Swale', 'Exempt', 'meetings'])
      expect(String(publicTables[0]?.['all'])).not.toContain(word);
  });

  test('twice the same commits to two different hashes, so nobody can compare', async () => {
    const { services, database } = await recordForTest();
    for (const _ of [1, 2])
      await act(services, swale, {}, async () => ok({ value: undefined, entry: secret }));
    const { entries } = await entriesPage(database, { limit: 2 });
    expect(new Set(entries.map((each) => each.visibility === 'private' && each.commitment)).size).toBe(2);
  });

  test('is read by its own body alone', async () => {
    const { services, database } = await recordForTest();
    await act(services, swale, {}, async () => ok({ value: undefined, entry: secret }));
    const readAs = (bodyId: string | undefined) =>
      database.as(bodyId === undefined ? undefined : { bodyId }, (sql) => privateContent(sql, 0));
    expect(await readAs('swale')).toMatchObject({
      body: 'swale',
      summary: secret.summary,
      subject: secret.subject,
    });
    expect(await readAs('thanet')).toBeUndefined();
    expect(await readAs(undefined)).toBeUndefined();
    expect(await privateContent(database, 0)).toBeUndefined();
  });

  test('of nobody cannot be', async () => {
    const { services } = await recordForTest();
    const loader = { officeTitle: 'Accord example loader', bodyId: undefined };
    await expect(
      act(services, loader, {}, async () => ok({ value: undefined, entry: secret })),
    ).rejects.toThrow('A private act needs a body');
    expect(services.head.current()?.size).toBe(0);
  });

  test('can be erased by its own body, and the record still verifies', async () => {
    const { services, database, asSuperuser } = await recordForTest();
    const key = keyForTest();
    await appendCorrections(services, 50);
    const erase = (bodyId: string, seq: number) =>
      database.transaction({ bodyId }, {}, async (sql) => ok(await erasePrivateContent(sql, seq)));
    expect(await erase('thanet', 3)).toEqual(ok(false));
    for (const seq of [3, 8, 13]) expect(await erase('swale', seq)).toEqual(ok(true));
    expect(await erase('swale', 3)).toEqual(ok(false));
    expect(await asSuperuser('SELECT count(*)::int FROM record.private_entry')).toEqual([{ count: 7 }]);
    expect(await database.as(swale, (sql) => verifyStored(sql, key.verifier))).toMatchObject({
      ok: true,
      value: { size: 50, openedCommitments: 7 },
    });
  });
});
