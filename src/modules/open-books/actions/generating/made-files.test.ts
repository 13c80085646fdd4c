import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { date } from '#platform/kernel';
import { encode } from '#platform/tabular';
import { afterAll, expect, test } from 'vitest';
import { checkJson } from '../../web/check-json.ts';
import type { FileAsked } from '../../domain/generating/clean.ts';
import { type Mess, messIds } from '../../domain/generating/messes.ts';
import { messyFile } from '../../domain/generating/messy.ts';
import { waysOfWriting } from './written-as.ts';
import { checkFile } from '../check-file.ts';
import { makeFile } from './make-file.ts';
import { readAgainstTruth } from './read-against-truth.ts';

const folder = mkdtempSync(join(tmpdir(), 'accord-made-files-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const files = Number(process.env['MADE_FILES'] ?? 150);
const asked = (seed: number, rows: number): FileAsked => ({
  rows,
  seed,
  body: 'Example Borough Council (illustrative)',
  from: date('2024-04-01'),
  to: date('2024-06-30'),
});

/** Makes a file and reads it: how it stands, and what is misread. */
async function readMade(seed: number, rows: number, messes: readonly Mess[]) {
  const made = messyFile(asked(seed, rows), new Set(messes));
  const pieces = [...made.pieces];
  const { mark, encoding } = waysOfWriting[made.shape.writtenAs];
  const path = join(folder, 'made.csv');
  const text = pieces.map((piece) => piece.text).join('');
  writeFileSync(path, Buffer.concat([Buffer.from(mark), encode(text, encoding)]));
  const read = await readAgainstTruth(
    path,
    pieces.flatMap((piece) => piece.rows),
  );
  return { ...read, shape: made.shape, truth: made.truth() };
}

test('what is true of a messy file is what its reading finds, row by row and to the penny', async () => {
  const faults: string[] = [];
  let [understood, spoilt, payments] = [0, 0, 0];
  for (let seed = 1; seed <= files; seed += 1) {
    const {
      standing,
      differences,
      shape,
      spoiltAside,
      payments: read,
    } = await readMade(seed, 20 + ((seed * 37) % 120), messIds);
    // With headings a file is read. Without them it may be left to an officer, and is not misread.
    const mayDoubt = shape.headings === 'none' || shape.headings === 'foot';
    if (standing !== 'understood') {
      if (!mayDoubt) faults.push(`seed ${seed}: ${standing}`);
      continue;
    }
    understood += 1;
    spoilt += spoiltAside;
    payments += read;
    faults.push(...differences.map((difference) => `seed ${seed}, ${difference}`));
  }
  expect(faults).toEqual([]);
  expect(understood).toBeGreaterThan(files * 0.75);
  expect(spoilt).toBeLessThan(payments * 0.01);
}, 600_000);

test.each(messIds)('%s, alone in a file, is read', async (mess) => {
  const faults: string[] = [];
  for (let seed = 1; seed <= 8; seed += 1) {
    const { standing, differences } = await readMade(seed, 60, [mess]);
    if (standing === 'refused') faults.push(`seed ${seed}: refused`);
    if (standing === 'understood')
      faults.push(...differences.map((difference) => `seed ${seed}, ${difference}`));
  }
  expect(faults).toEqual([]);
});

test('a long file sorted by days in the American order is not read in the British', async () => {
  const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1);
  const american = seeds.find((seed) => {
    const { shape } = messyFile(asked(seed, 4000), new Set(['dates']));
    return shape.date.write(date('2024-04-03')) === '04/03/2024';
  });
  const { standing, differences, payments } = await readMade(american ?? 0, 4000, ['dates']);
  expect([standing, differences.slice(0, 3), payments]).toEqual(['understood', [], 4000]);
});

test('a reading that is wrong is seen', async () => {
  const made = messyFile(asked(3, 30), new Set());
  const [piece] = [...made.pieces];
  const path = join(folder, 'planted.csv');
  // One payment is lost, and one is a penny more than was paid.
  const lines = (piece?.text ?? '').split('\r\n');
  const more = (lines[5] ?? '').replace(/(\d)\.(\d\d),/, (_, before: string) => `${before}.999,`);
  writeFileSync(path, [...lines.slice(0, 5), more, ...lines.slice(6, -2), ''].join('\r\n'));
  const { differences } = await readAgainstTruth(path, piece?.rows ?? []);
  expect(differences).toHaveLength(2);
  expect(differences[1]).toContain('lost');
});

test('a clean file is made again by its seed, and comes to what is said of it', async () => {
  const [one, other] = [
    await makeFile(asked(7, 3000), new Set(), join(folder, 'a')),
    await makeFile(asked(7, 3000), new Set(), join(folder, 'b')),
  ];
  expect(readFileSync(one.path).equals(readFileSync(other.path))).toBe(true);
  const [check] = (await checkFile(one.path)).map(checkJson);
  const { truth } = one;
  expect(check).toMatchObject({
    rowsIn: truth.rowsIn,
    rowsUnderstood: 3000,
    penceUnderstood: truth.pence,
    periodFrom: truth.from,
    periodTo: truth.to,
  });
  expect(check?.columns.map(({ role }) => role)).toEqual([
    'body-name',
    'date',
    'supplier',
    'transaction',
    'amount',
    'department',
    'category',
    'purpose',
  ]);
});

test('a messy file comes to what is said of it', async () => {
  const made = await makeFile(asked(4, 500), new Set(['totals', 'gaps', 'amounts', 'redactions']), folder);
  const [check] = (await checkFile(made.path)).map(checkJson);
  const { rowsIn, payments, reasons, pence, penceSetAside } = made.truth;
  expect(check).toMatchObject({
    rowsIn,
    rowsUnderstood: payments,
    reasons,
    penceUnderstood: pence,
    penceSetAside,
  });
  expect(check?.controlTotals.filter(({ agrees }) => !agrees)).toEqual([]);
  const lines = readFileSync(made.path.replace(/csv$/, 'truth.csv'), 'utf8').trim().split('\r\n');
  expect(lines).toHaveLength(rowsIn + 1);
});
