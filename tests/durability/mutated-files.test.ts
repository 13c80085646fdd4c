import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readRow } from '../../src/modules/open-books/domain/reading/read-row.ts';
import { judgeMany, madeSamples } from './mutated-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'accord-mutated-files-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'mutated.csv');
const samples = madeSamples(40);

test('whatever happens to a file of payments, it is read in time, and every row and penny is accounted for', async () => {
  const verdict = await judgeMany({ samples, files: 400, seed: 20100512, path });
  expect(verdict.wrong).toEqual([]);
  expect(verdict.files).toBe(400);
}, 120_000);

test.each([
  ['loses a row', (row, reading) => (row.line === 9 ? { kind: 'blank' } : readRow(row, reading))],
  [
    'loses the pennies of what it sets aside',
    (row, reading) => {
      const read = readRow(row, reading);
      return read.kind === 'set-aside' && read.reason !== 'total' ? { ...read, amount: undefined } : read;
    },
  ],
] satisfies [string, typeof readRow][])('a reader that %s is found out', async (_, planted) => {
  const verdict = await judgeMany({ samples, files: 400, seed: 5, path, read: planted });
  expect(verdict.wrong).toHaveLength(1);
});
