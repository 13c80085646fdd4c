import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkshop } from '#platform/analytics';
import { expect, onTestFinished, test } from 'vitest';
import { readSaid, writeSaid } from './said-file.ts';
import { writeTables } from './writer.ts';

const payments = 5000;
const purpose = `CASE WHEN n % 7 = 0 THEN NULL ELSE 'Repair "' || n || '",' || chr(10) || 'é' || chr(31) || chr(30) END`;
const question = `SELECT n::INTEGER AS place, DATE '2026-04-01' + (n % 90)::INTEGER AS paid, 0::SMALLINT AS release, 1::SMALLINT AS part,
  (n * 3)::INTEGER AS row, 'Oak Ltd' AS supplier, 'oak' AS payee, NULL::VARCHAR AS name, 'Parks' AS unit, 'Repairs' AS what,
  ${purpose} AS purpose, NULL::VARCHAR AS redaction, (n * 100)::BIGINT AS pence FROM range(1, ${payments + 1}) AS numbers (n)`;

/** Writes what made-up payments say, after the copying was changed: as it is, or with a fault planted. */
async function written(change: (statement: string) => string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'accord-said-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const workshop = await openWorkshop({ folder });
  try {
    await writeTables(workshop, join(folder, 'view.db'), folder, async (writer) => {
      await writer.table('payment', question);
      await writeSaid({ ...writer, run: (statement) => writer.run(change(statement)) }, folder);
    });
  } finally {
    workshop.close();
  }
  return folder;
}

test('what a payment says is found by its place, whatever signs are in it', async () => {
  const folder = await written((statement) => statement);
  const places = [payments, 1, 16, 17, 4096, 7];
  const said = await readSaid({ folder }, places);
  expect(said.map(({ row, pence }) => [row, pence])).toEqual(
    places.map((place) => [place * 3, BigInt(place) * 100n]),
  );
  expect(said[2]?.purpose).toBe('Repair "16",\né\u{1F}\u{1E}');
  expect(said.at(-1)?.purpose).toBeNull();
});

test('lines in another order than their payments are never published', async () => {
  const turned = (statement: string) =>
    statement.replace(/FROM (made\.\w+)\)/u, 'FROM $1 ORDER BY place DESC)');
  await expect(written(turned)).rejects.toThrow('is another payment');
});
