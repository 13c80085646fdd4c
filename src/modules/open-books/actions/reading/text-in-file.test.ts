import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalytics } from '#platform/analytics';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../domain/reading/roles.ts';
import { completeTexts } from '../publishing/complete-texts.ts';
import { copyPublic } from '../publishing/copy-public.ts';
import { isEveryByteIn } from './every-byte.ts';
import { readFiles } from './read-files.ts';

let base = '';
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'accord-text-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const roles: readonly Role[] = ['date', 'supplier', 'amount', 'purpose'];

async function read(text: string, known: readonly (Role | '')[] = roles) {
  const [path, folder] = [join(base, 'payments.csv'), join(base, 'staged')];
  writeFileSync(path, text);
  const columns = known.flatMap((role, at) => (role === '' ? [] : [{ at, role }]));
  const report = await readFiles(
    {
      files: [{ path, filename: 'payments.csv' }],
      folder,
      decided: () => ({ reads: { columns, dayOrder: 'day-first' }, by: 'officer' }),
      thresholdPence: null,
      progress: () => undefined,
    },
    { byColumnsFromBytes: 0 },
  );
  expect(report.tables[0]?.way).toBe('by-columns');
  return { report, path, folder };
}

async function textsIn(folder: string): Promise<readonly (string | null)[]> {
  const analytics = await openAnalytics({ folder });
  const rows = await analytics.ask<{ raw: string | null }>(
    `SELECT raw FROM read_parquet('${folder}/raw-0.parquet', file_row_number = true) ORDER BY file_row_number`,
  );
  analytics.close();
  return rows.map(({ raw }) => raw);
}

const headings = 'Date,Supplier,Amount,Purpose\r\n';
const rows = [
  '01/04/2017,"Jones, Son & Co",100.00,Parks',
  '02/04/2017,Café Müller,200.00,Care',
  '01/04/2017,"Jones, Son & Co",100.00,Parks',
];

test('the text of tidy payments stays in the brought file, and is public as it stands there', async () => {
  const { report, path, folder } = await read(headings + rows.join('\r\n'));
  expect(report.tables[0]?.parts).toEqual([
    { part: 0, firstLine: 2, rows: 3, rowsAside: 0, textInFile: true },
  ]);
  expect(readdirSync(folder).toSorted()).toEqual(['rows-0.parquet', 'text-0.csv']);
  expect(statSync(join(folder, 'text-0.csv')).ino).toBe(statSync(path).ino);
  const to = join(base, 'public');
  await copyPublic(folder, to, report);
  expect(readdirSync(to).toSorted()).toEqual(['raw-0.parquet', 'rows-0.parquet']);
  expect(await textsIn(to)).toEqual(rows);
});

test('payments that repeat another are found by the lines of the file', async () => {
  const { report } = await read(headings + rows.join('\r\n'));
  expect(report.findings).toContainEqual(
    expect.objectContaining({
      kind: 'exact-duplicates',
      rows: 1,
      pence: 10_000,
      samples: [expect.objectContaining({ line: 4 })],
    }),
  );
});

test('of a text that stays in its file no cell is published that no column is for', async () => {
  const { report, folder } = await read(headings + rows.join('\r\n'), ['date', 'supplier', 'amount', '']);
  expect(report.tables[0]?.parts[0]?.textInFile).toBe(true);
  const to = join(base, 'struck');
  await copyPublic(folder, to, report);
  expect(await textsIn(to)).toEqual([
    '01/04/2017,"Jones, Son & Co",100.00,[not published]',
    '02/04/2017,Café Müller,200.00,[not published]',
    '01/04/2017,"Jones, Son & Co",100.00,[not published]',
  ]);
});

test.each([
  ['a row is set aside', `${headings}${rows[0]}\r\nTotal,,100.00,\r\n`],
  ['a line ends open', `${headings}${rows[0]}\r\n02/04/2017,Acme,5.00,\r\n`],
  ['a line at the end is blank', `${headings}${rows[0]}\r\n\r\n`],
  ['the lines above end otherwise', `${headings.replace('\r\n', '\n')}${rows[0]}\r\n${rows[1]}\n`],
])('the text is staged apart from the file where %s', async (_why, text) => {
  const path = join(base, 'apart.csv');
  writeFileSync(path, text);
  const folder = join(base, 'apart');
  const report = await readFiles(
    {
      files: [{ path, filename: 'apart.csv' }],
      folder,
      decided: () => undefined,
      thresholdPence: null,
      progress: () => undefined,
    },
    { byColumnsFromBytes: 0 },
  );
  expect(report.tables.flatMap(({ parts }) => parts).some(({ textInFile }) => textInFile)).toBe(false);
  expect(existsSync(join(folder, 'raw-0.parquet'))).toBe(true);
  expect(existsSync(join(folder, 'text-0.csv'))).toBe(false);
});

test('a file that has other lines than its payments is not published with them', async () => {
  const { report, path, folder } = await read(headings + rows.join('\r\n'));
  writeFileSync(path, headings + rows.slice(1).join('\r\n'));
  await expect(completeTexts(folder, report.tables)).rejects.toThrow('3 rows, and its file 2 lines');
});

test.each([
  ['a\nbb\ncc\n', 1, { lines: 2, bytes: 4 }, true],
  ['a\nbb\ncc', 1, { lines: 2, bytes: 4 }, true],
  ['a\r\r\nbb\r\ncc\r\n', 2, { lines: 2, bytes: 4 }, true],
  ['a\nbb\r\ncc\n', 1, { lines: 2, bytes: 4 }, false],
  ['a\nbb\ncc\ndd\n', 1, { lines: 2, bytes: 4 }, false],
  ['a\nbb\ncc\n', 2, { lines: 2, bytes: 4 }, false],
  ['a', 1, { lines: 0, bytes: 0 }, false],
])('whether all bytes of %j below line %d are in %j: %s', async (text, linesAbove, counted, isIt) => {
  const path = join(base, 'bytes.csv');
  writeFileSync(path, text);
  expect(await isEveryByteIn({ path, linesAbove }, counted)).toBe(isIt);
});
