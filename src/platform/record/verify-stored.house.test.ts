import { connect, type Sql } from '#platform/db';
import { refuse, type Result } from '#platform/kernel';
import * as fc from 'fast-check';
import { sql as raw } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { appendCorrections, keyForTest, recordForTest, thanet } from './kent.testing.ts';
import { latestCheckpoint } from './latest-checkpoint.ts';
import { append, emptyTree, rootOf } from './merkle/tree.ts';
import { readEntries, readHead } from './store/reads.ts';
import { type StoredFault, type StoredReport, verifyStored } from './verify-stored.ts';

/** How many tamperings to try; a longer run is asked for as TAMPERINGS=10000. */
const tamperings = Number(process.env['TAMPERINGS'] ?? 400);
const size = 24;

/** A record with private acts of two bodies and three checkpoints, and a way in past every lock. */
async function recordToTamperWith() {
  const made = await recordForTest();
  const key = keyForTest();
  const withKey = { database: made.database, clock: made.services.clock, key };
  await appendCorrections(made.services, 9);
  await latestCheckpoint(withKey);
  await appendCorrections(made.services, 7, { actor: thanet, from: 10 });
  await latestCheckpoint(withKey);
  await appendCorrections(made.services, size - 16, { from: 20 });
  await latestCheckpoint(withKey);
  const administrator = connect({ url: made.superuserUrl, connections: 1 });
  onTestFinished(() => administrator.close());

  /** Judges the record as the statement leaves it, and then undoes the statement. */
  async function judge(statement: string, verifier: Verifier): Promise<Result<unknown, unknown>> {
    let verdict: Result<unknown, unknown> | undefined;
    await administrator.transaction(undefined, {}, async (sql) => {
      const tables = sql.tables<unknown>();
      await raw`set local session_replication_role = replica`.execute(tables);
      await raw.raw(statement).execute(tables);
      verdict = await verifier(sql);
      return refuse('undo');
    });
    return verdict ?? refuse('not judged');
  }
  return { judge, strong: (sql: Sql) => verifyStored(sql, key.verifier) };
}
type Verifier = (sql: Sql) => Promise<Result<StoredReport, StoredFault> | Result<unknown, unknown>>;

describe('the stored record', () => {
  test('that nobody touched is in order, to the superuser and after housekeeping', async () => {
    const { judge, strong } = await recordToTamperWith();
    for (const harmless of ['SELECT 1', 'UPDATE record.entry SET seq = seq', 'DELETE FROM record.submission'])
      expect(await judge(harmless, strong)).toMatchObject({
        ok: true,
        value: { size, openedCommitments: 4 },
      });
  });

  test.each([
    [`UPDATE record.entry SET leaf = replace(leaf, 'Call-in', 'Call-out') WHERE seq = 5`, 'entry 5'],
    [`UPDATE record.entry SET summary = 'nothing to see' WHERE seq = 6`, 'entry 6'],
    [`UPDATE record.entry SET at = at + interval '1 ms' WHERE seq = 6`, 'entry 6'],
    [`DELETE FROM record.entry WHERE seq = 7; UPDATE record.head SET size = size - 1`, 'entry 7'],
    [`UPDATE record.node SET hash = repeat('0', 64) WHERE level = 2 AND index = 1`, 'node 2/1'],
    [
      `UPDATE record.private_entry SET payload = payload || ' ' WHERE seq = 3`,
      'the private content of entry 3',
    ],
    [`DELETE FROM record.about WHERE seq = 4 AND kind = 'things'`, 'entry 4'],
    [`INSERT INTO record.about VALUES ('bodies', 'thanet', 5)`, 'entry 5'],
    [`INSERT INTO record.about VALUES ('bodies', 'swale', 3)`, 'entry 3'],
    [`INSERT INTO record.about VALUES ('bodies', 'swale', ${size})`, 'what entries are about'],
    [`UPDATE record.head SET root = repeat('0', 64)`, 'the head'],
    [`UPDATE record.checkpoint SET root = repeat('0', 64) WHERE size = 9`, 'checkpoint 9'],
  ])('after %s names the place', async (statement, where) => {
    const { judge, strong } = await recordToTamperWith();
    expect(await judge(statement, strong)).toMatchObject({ ok: false, error: { where } });
  });

  test(
    `tampered with in any way is found, ${tamperings} times of ${tamperings}`,
    { timeout: 3_600_000 },
    async () => {
      const { judge, strong } = await recordToTamperWith();
      const missed: string[] = [];
      await fc.assert(
        fc.asyncProperty(tampering(), async (statement) => {
          if ((await judge(statement, strong)).ok) missed.push(statement);
        }),
        { numRuns: tamperings },
      );
      expect(missed).toEqual([]);
      expect((await judge('SELECT 1', strong)).ok).toBe(true);
    },
  );

  test('tampered with gets past a verifier that trusts stored hashes, so the harness can tell', async () => {
    const { judge } = await recordToTamperWith();
    const trusting = async (sql: Sql): Promise<Result<unknown, unknown>> => {
      const head = await readHead(sql);
      let tree = emptyTree;
      for await (const rows of readEntries(sql, { start: 0, end: head.size }))
        for (const row of rows) tree = append(tree, row.leaf_hash);
      return rootOf(tree) === head.root ? { ok: true, value: head } : refuse('wrong root');
    };
    const verdicts = [];
    for (const statement of fc.sample(tampering(), 60)) verdicts.push(await judge(statement, trusting));
    expect(verdicts.some(({ ok }) => ok)).toBe(true);
    expect(verdicts.some(({ ok }) => !ok)).toBe(true);
  });
});

/** Everything an administrator of the database might do to it. Every statement changes something. */
function tampering(): fc.Arbitrary<string> {
  const seq = fc.nat(size - 1);
  const two = fc.uniqueArray(seq, { minLength: 2, maxLength: 2 });
  const digit = fc.integer({ min: 1, max: 64 });
  const flip = (column: string, at: number) =>
    `${column} = overlay(${column} placing CASE substr(${column}, ${at}, 1) WHEN 'a' THEN 'b' ELSE 'a' END from ${at})`;
  const privateSeq = fc.constantFrom(3, 8, 12, 19);
  const node = fc.constantFrom('1/0', '1/5', '1/11', '2/2', '2/5', '3/1', '3/2', '4/0');
  const column = fc.constantFrom('act', 'subject', 'body_id', 'office_title', 'summary', 'decision');
  const at = (place: string) => `level = ${place.split('/')[0]} AND index = ${place.split('/')[1]}`;

  return fc.oneof(
    fc
      .tuple(seq, fc.integer({ min: 1, max: 90 }))
      .map(([n, i]) => `UPDATE record.entry SET ${flip('leaf', i)} WHERE seq = ${n}`),
    fc.tuple(seq, digit).map(([n, i]) => `UPDATE record.entry SET ${flip('leaf_hash', i)} WHERE seq = ${n}`),
    seq.map(
      (n) =>
        `UPDATE record.entry SET leaf = leaf || ' ', leaf_hash = encode(sha256('\\x00'::bytea || convert_to(leaf || ' ', 'UTF8')), 'hex') WHERE seq = ${n}`,
    ),
    fc
      .tuple(seq, column)
      .map(([n, name]) => `UPDATE record.entry SET ${name} = coalesce(${name}, '') || '!' WHERE seq = ${n}`),
    seq.map((n) => `UPDATE record.entry SET at = at + interval '1 day' WHERE seq = ${n}`),
    seq.map((n) => `DELETE FROM record.entry WHERE seq = ${n}`),
    seq.map(
      (n) =>
        `DELETE FROM record.entry WHERE seq = ${n}; UPDATE record.entry SET seq = seq + 1000 WHERE seq > ${n}; UPDATE record.entry SET seq = seq - 1001 WHERE seq > 1000; UPDATE record.head SET size = size - 1`,
    ),
    seq.map((n) => `DELETE FROM record.entry WHERE seq >= ${n}`),
    seq.map((n) => `DELETE FROM record.entry WHERE seq >= ${n}; UPDATE record.head SET size = ${n}`),
    seq.map(
      (n) =>
        `INSERT INTO record.entry SELECT ${size}, leaf, leaf_hash, at, act, subject, body_id, office_title, summary, decision FROM record.entry WHERE seq = ${n}`,
    ),
    seq.map(
      (n) =>
        `INSERT INTO record.entry SELECT ${size}, leaf, leaf_hash, at, act, subject, body_id, office_title, summary, decision FROM record.entry WHERE seq = ${n}; UPDATE record.head SET size = size + 1`,
    ),
    two
      .filter(([a, b]) => a !== b)
      .map(
        ([a = 0, b = 1]) =>
          `UPDATE record.entry SET seq = CASE seq WHEN ${a} THEN ${b} + 1000 ELSE ${a} + 1000 END WHERE seq IN (${a}, ${b}); UPDATE record.entry SET seq = seq - 1000 WHERE seq >= 1000`,
      ),
    two.map(
      ([a = 0, b = 1]) =>
        `UPDATE record.entry e SET leaf = f.leaf || '', leaf_hash = f.leaf_hash, summary = f.summary FROM record.entry f WHERE e.seq = ${a} AND f.seq = ${b}`,
    ),
    fc.tuple(node, digit).map(([place, i]) => `UPDATE record.node SET ${flip('hash', i)} WHERE ${at(place)}`),
    node.map((place) => `DELETE FROM record.node WHERE ${at(place)}`),
    fc.nat(50).map((n) => `INSERT INTO record.node VALUES (7, ${n}, repeat('a', 64))`),
    seq.map((n) => `INSERT INTO record.about VALUES ('topics', 'waste', ${n})`),
    digit.map((i) => `UPDATE record.head SET ${flip('root', i)}`),
    fc.constantFrom('size - 1', 'size + 1', '0').map((n) => `UPDATE record.head SET size = ${n}`),
    fc
      .constantFrom("'{}'", 'frontier[2:]', "array_append(frontier, 'a')")
      .map((to) => `UPDATE record.head SET frontier = ${to}`),
    fc
      .tuple(fc.constantFrom(9, 16, 24), digit)
      .map(([n, i]) => `UPDATE record.checkpoint SET ${flip('root', i)} WHERE size = ${n}`),
    fc
      .tuple(fc.constantFrom(9, 16, 24), fc.integer({ min: 1, max: 150 }))
      .map(([n, i]) => `UPDATE record.checkpoint SET ${flip('note', i)} WHERE size = ${n}`),
    fc.constantFrom(9, 16).map((n) => `UPDATE record.checkpoint SET size = size + 1 WHERE size = ${n}`),
    fc
      .tuple(privateSeq, digit)
      .map(([n, i]) => `UPDATE record.private_entry SET ${flip('salt', i)} WHERE seq = ${n}`),
    fc
      .tuple(privateSeq, digit)
      .map(([n, i]) => `UPDATE record.private_entry SET ${flip('payload', i)} WHERE seq = ${n}`),
    fc
      .tuple(privateSeq, fc.constantFrom(4, 5, 6))
      .map(([n, to]) => `UPDATE record.private_entry SET seq = ${to} WHERE seq = ${n}`),
  );
}
