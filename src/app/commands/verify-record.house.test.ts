import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, IsoDate } from '#platform/kernel';
import { ok } from '#platform/kernel';
import { actTogether, latestCheckpoint, migrations, openLogKey, openRecordHead } from '#platform/record';
import { testDatabase } from '#platform/testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { exportRecord } from './export-record.ts';
import { verifyRecord } from './verify-record.ts';

const clock: Clock = { now: () => new Date('2008-07-15T09:30:00Z'), today: () => '2008-07-15' as IsoDate };

/** A record of some entries, exported to a file, and a way to ask `accord record verify` about files. */
async function exported(count: number) {
  const made = await testDatabase([{ name: 'record', migrations }]);
  const folder = mkdtempSync(join(tmpdir(), 'accord-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const head = await openRecordHead({ url: made.appUrl, onError: () => undefined });
  onTestFinished(() => head.close());
  const key = openLogKey({ folder, name: 'accord.example.gov.uk/record' });
  const services = { database: made.database, clock, key, head };
  const append = (size: number) =>
    actTogether(services, { officeTitle: 'Accord example loader', bodyId: undefined }, {}, async () =>
      ok({
        value: undefined,
        entries: Array.from({ length: size }, (_, n) => ({
          act: 'register.body.listed',
          subject: `/bodies/${n}`,
          summary: `Body ${n} listed`,
          facts: { n },
          visibility: 'public' as const,
        })),
      }),
    );
  await append(count);
  const file = join(folder, 'record.jsonl');
  await exportRecord(services, file);
  return { services, folder, file, key, append };
}

async function verify(
  file: string,
  given: Omit<Parameters<typeof verifyRecord>[0], 'file'> = {},
): Promise<Readonly<{ status: number; said: string }>> {
  const said: string[] = [];
  const status = await verifyRecord({ file, ...given }, (line) => said.push(line));
  return { status, said: said.join('\n') };
}

describe('accord record verify', () => {
  test('says that an exported record is whole, and continues an earlier one', async () => {
    const { services, folder, file, key, append } = await exported(30);
    const note = join(folder, 'checkpoint');
    writeFileSync(note, (await latestCheckpoint(services)).note);
    await append(12);
    const later = join(folder, 'later.jsonl');
    await exportRecord(services, later);

    const alone = await verify(file);
    expect(alone.status).toBe(0);
    expect(alone.said).toContain('Holds: 30 entries');
    for (const earlier of [note, file]) {
      const continued = await verify(later, { key: key.publicKey, checkpoint: earlier });
      expect(continued.said).toContain('Continues the checkpoint of 30');
      expect(continued.said).toContain('Signed with the key you gave');
      expect(continued.status).toBe(0);
    }
    const backwards = await verify(file, { checkpoint: later });
    expect(backwards).toMatchObject({
      status: 1,
      said: expect.stringContaining('older than the checkpoint'),
    });
  });

  test('names the line that was changed', async () => {
    const { file } = await exported(9);
    const lines = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, lines.with(4, (lines[4] ?? '').replace('listed"', 'removed" ')).join('\n'));
    expect(await verify(file)).toMatchObject({
      status: 1,
      said: expect.stringContaining('Line 5: this is not an entry'),
    });
  });

  test('says when it could not check, which is not the same as finding fault', async () => {
    const { file, folder } = await exported(1);
    expect(await verify(join(folder, 'nowhere'))).toMatchObject({
      status: 2,
      said: expect.stringContaining('ENOENT'),
    });
    expect(await verify(file, { key: 'nonsense' })).toMatchObject({
      status: 2,
      said: expect.stringContaining('The key'),
    });
    expect(await verify(file, { checkpoint: join(folder, 'nowhere') })).toMatchObject({ status: 2 });
  });

  test('takes no file for a checkpoint that is none', async () => {
    const { file, folder } = await exported(1);
    const junk = join(folder, 'junk');
    for (const text of ['', '{', '{"a":1}', 'hello\n']) {
      writeFileSync(junk, text);
      expect(await verify(file, { checkpoint: junk })).toMatchObject({
        status: 1,
        said: expect.stringContaining('The earlier checkpoint is not signed'),
      });
    }
  });
});

test('an export that cannot be finished leaves no file behind', async () => {
  const { services, folder } = await exported(1);
  await expect(exportRecord(services, join(folder, 'no', 'such', 'folder'))).rejects.toThrow('ENOENT');
});
