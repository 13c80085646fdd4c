import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCheckpoint } from './checkpoint.ts';
import { appendCorrections, keyForTest, recordForTest } from './kent.testing.ts';
import { latestCheckpoint, LogForked } from './latest-checkpoint.ts';
import { openLogKey } from './log-key.ts';
import { verifyStored } from './verify-stored.ts';

async function signedRecord() {
  const made = await recordForTest();
  const key = keyForTest();
  const withKey = { database: made.database, clock: made.services.clock, key };
  await appendCorrections(made.services, 10);
  const first = await latestCheckpoint(withKey);
  return { ...made, key, withKey, first };
}

describe('a checkpoint', () => {
  test('is signed for the head, once, and can be checked with the published key', async () => {
    const { services, withKey, key, first, asOwner } = await signedRecord();
    expect(openCheckpoint(first.note, key.verifier)).toMatchObject({
      ok: true,
      value: services.head.current(),
    });
    expect(await latestCheckpoint(withKey)).toEqual(first);
    await appendCorrections(services, 3);
    expect((await latestCheckpoint(withKey)).size).toBe(13);
    expect(await asOwner('SELECT size::int FROM record.checkpoint ORDER BY size')).toEqual([
      { size: 10 },
      { size: 13 },
    ]);
    expect(await withKey.database.as(undefined, (sql) => verifyStored(sql, key.verifier))).toMatchObject({
      ok: true,
      value: { checkpoints: 2 },
    });
  });

  test('of an empty record can be signed', async () => {
    const { database, services } = await recordForTest();
    expect((await latestCheckpoint({ database, clock: services.clock, key: keyForTest() })).size).toBe(0);
  });

  test('asked for by many at once is signed for one history', async () => {
    const { withKey, services } = await signedRecord();
    await appendCorrections(services, 5);
    const signed = await Promise.all(Array.from({ length: 8 }, () => latestCheckpoint(withKey)));
    expect(new Set(signed.map(({ note }) => note)).size).toBe(1);
  });

  test('lost in a crash between memory and database is found again', async () => {
    const { withKey, first, asSuperuser } = await signedRecord();
    await asSuperuser('DELETE FROM record.checkpoint');
    expect(await latestCheckpoint(withKey)).toEqual(first);
    expect(await asSuperuser('SELECT size::int FROM record.checkpoint')).toEqual([{ size: 10 }]);
  });

  // The alarm goes off, and nothing is signed, whatever part of the database was changed to fit.
  test.each([
    [
      'an entry that is about to be signed was changed',
      `UPDATE record.entry SET leaf = replace(leaf, 'Swale', 'Medway') WHERE seq = 11`,
    ],
    [
      'an entry and its hash were changed',
      `UPDATE record.entry SET leaf = '{"at":"x"}', leaf_hash = repeat('a', 64) WHERE seq = 12`,
    ],
    ['an entry was deleted', 'DELETE FROM record.entry WHERE seq = 12'],
    [
      'two entries changed places',
      `UPDATE record.entry SET seq = CASE seq WHEN 11 THEN 112 WHEN 12 THEN 111 ELSE seq END; UPDATE record.entry SET seq = seq - 100 WHERE seq > 100`,
    ],
    ['the head was changed', `UPDATE record.head SET root = repeat('a', 64)`],
    [
      'a node of the signed part was changed',
      `UPDATE record.node SET hash = repeat('a', 64) WHERE level = 3`,
    ],
    [
      'a signed checkpoint was exchanged',
      `UPDATE record.checkpoint SET note = replace(note, E'\\n10\\n', E'\\n9\\n')`,
    ],
    [
      'an old copy was put back, with everything in it fitting',
      `DELETE FROM record.private_entry; DELETE FROM record.entry; DELETE FROM record.node; DELETE FROM record.checkpoint; UPDATE record.head SET size = 0, root = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', frontier = '{}'`,
    ],
  ])('is not signed when %s', async (_, statement) => {
    const { services, withKey, asSuperuser, key, first } = await signedRecord();
    await appendCorrections(services, 3);
    await asSuperuser(statement);
    await expect(latestCheckpoint(withKey)).rejects.toThrow(LogForked);
    expect(key.lastSigned()).toBe(first.note);
  });

  test('is not signed for a database that was put back and then went another way', async () => {
    const { services, withKey, asSuperuser } = await signedRecord();
    await asSuperuser(
      `DELETE FROM record.private_entry; DELETE FROM record.about; DELETE FROM record.entry; DELETE FROM record.node; DELETE FROM record.checkpoint; UPDATE record.head SET size = 0, root = '', frontier = '{}'`,
    );
    // Twelve entries again, so the size alone would not give it away.
    await appendCorrections(services, 12);
    await expect(latestCheckpoint(withKey)).rejects.toThrow('are not those that were signed');
  });

  test('is not signed by a new key over the old one’s log', async () => {
    const { withKey } = await signedRecord();
    await expect(latestCheckpoint({ ...withKey, key: keyForTest() })).rejects.toThrow('put back the key');
  });
});

describe('the key of the record', () => {
  test('is made once, for its owner alone, and stays the same', () => {
    const made = keyForTest();
    const file = join(made.folder, 'record.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(openLogKey({ folder: made.folder, name: made.signer.name }).publicKey).toBe(made.publicKey);
    expect(readFileSync(file, 'utf8')).toContain('PRIVATE KEY');
  });

  test('is refused when others can read it, or when it is no key', () => {
    const { folder, signer } = keyForTest();
    const file = join(folder, 'record.key');
    chmodSync(file, 0o644);
    expect(() => openLogKey({ folder, name: signer.name })).toThrow('chmod 600');
    rmSync(file);
    writeFileSync(file, 'not a key', { mode: 0o600 });
    expect(() => openLogKey({ folder, name: signer.name })).toThrow('from a backup');
  });
});
