import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalytics } from '#platform/analytics';
import { afterAll, expect, test } from 'vitest';
import type { DecidedReading } from '../../domain/import/decided-reading.ts';
import { checkJson } from '../../web/check-json.ts';
import { checkFile } from '../check-file.ts';
import { type FilesAsked } from './read-file.ts';
import { openRows } from '../../store/staged/rows-of-parts.ts';
import { readFiles } from './read-files.ts';

const base = mkdtempSync(join(tmpdir(), 'accord-sections-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function read(lines: readonly string[], more: Partial<FilesAsked> = {}, filename = 'payments.csv') {
  const path = join(base, filename);
  writeFileSync(path, lines.join('\r\n'));
  const folder = join(base, 'staged');
  const report = await readFiles({
    files: [{ path, filename }],
    folder,
    decided: () => undefined,
    thresholdPence: null,
    progress: () => undefined,
    ...more,
  });
  const analytics = await openAnalytics({ folder });
  try {
    const parts = report.tables.flatMap((table) => table.parts);
    if (parts.length === 0) return { report, path, rows: [] };
    const rows = await analytics.ask<Record<string, unknown>>(
      `FROM ${await openRows(analytics, folder, parts)} ORDER BY part, line`,
    );
    return { report, path, rows };
  } finally {
    analytics.close();
  }
}

const moved = [
  'Date,Department,Supplier,Amount',
  '03/04/2026,Parks,Alder Ltd,900.00',
  '13/04/2026,Care,Beech Ltd,250.00',
  '',
  'Date,Supplier,Department,Amount',
  '23/04/2026,Cedar Ltd,Parks,100.00',
  '24/04/2026,Dogwood Ltd,Care,(20.00)',
];

test('below the same headings in another order every cell is read by these', async () => {
  const { report, rows, path } = await read(moved);
  expect(rows).toMatchObject([
    { line: 2, supplier: 'Alder Ltd', department: 'Parks', pence: 90_000n },
    { line: 3, supplier: 'Beech Ltd', department: 'Care', pence: 25_000n },
    { line: 6, supplier: 'Cedar Ltd', department: 'Parks', pence: 10_000n },
    { line: 7, supplier: 'Dogwood Ltd', department: 'Care', pence: -2000n },
  ]);
  expect(report).toMatchObject({ rowsIn: 4, rowsUnderstood: 4, penceUnderstood: 123_000 });
  expect(
    report.tables.map(({ headingLine, section, rowsRead }) => ({ headingLine, section, rowsRead })),
  ).toEqual([
    { headingLine: 1, section: undefined, rowsRead: 4 },
    { headingLine: 5, section: { row: 4, line: 5 }, rowsRead: 3 },
  ]);
  expect((await checkFile(path)).map(checkJson)).toMatchObject([
    { headerRow: 1, fromLine: null, rowsIn: 2, penceUnderstood: 115_000 },
    { headerRow: 5, fromLine: 5, rowsIn: 2, penceUnderstood: 8000 },
  ]);
});

test('a large text whose columns move is not read by columns as if they did not', async () => {
  const lines = moved.filter((line) => line !== '');
  const path = join(base, 'large.csv');
  writeFileSync(path, lines.join('\n'));
  const report = await readFiles(
    {
      files: [{ path, filename: 'large.csv' }],
      folder: join(base, 'staged'),
      decided: () => undefined,
      thresholdPence: null,
      progress: () => undefined,
    },
    { byColumnsFromBytes: 0 },
  );
  expect(report.tables.map(({ way, rowsUnderstood }) => [way, rowsUnderstood])).toEqual([
    ['by-rows', 2],
    ['by-rows', 2],
  ]);
});

test('other headings that head nothing are set aside, and those of another register end the payments', async () => {
  const last = await read([...moved.slice(0, 3), 'Date,Supplier,Department,Amount', '']);
  expect(last.report.tables.map(({ reasons }) => reasons)).toEqual([{ 'other-headings': 1 }]);
  const { report } = await read([
    ...moved.slice(0, 3),
    'Contract title,Supplier,Contract start date,Contract end date,Contract value,Department,Service',
    'Trees,Alder Ltd,01/04/2026,31/03/2027,5000,Parks,Trees',
  ]);
  expect(report.tables.map(({ rowsUnderstood, refused }) => [rowsUnderstood, refused?.slice(0, 31)])).toEqual(
    [
      [2, undefined],
      [0, 'This is a register of contracts'],
    ],
  );
  expect(report).toMatchObject({ rowsIn: 3, rowsSetAside: 1 });
});

const strange = ['Wann,Wer,Wieviel', '05/04/2026,Example Roofing,100', '06/04/2026,Example Gardens,12'];

test('a table in doubt keeps its rows in the balance until an officer says what its columns hold, or that it holds none', async () => {
  const { report } = await read(strange);
  expect(report).toMatchObject({ rowsIn: 2, rowsUnderstood: 0, rowsSetAside: 2 });
  expect(report.tables[0]).toMatchObject({ headings: ['Wann', 'Wer', 'Wieviel'], refused: null });
  expect(report.tables[0]?.inDoubt).toContain('the amount paid');
  const said = (reads: DecidedReading): Partial<FilesAsked> => ({
    decided: (signature) => (signature === 'wann | wer | wieviel' ? { reads, by: 'officer' } : undefined),
  });
  const roles = ['date', 'supplier', 'amount'] as const;
  const columns = roles.map((role, at) => ({ at, role }));
  const mended = await read(strange, said({ columns, dayOrder: 'day-first' }));
  expect(mended.rows).toMatchObject([{ pence: 10_000n }, { pence: 1200n }]);
  const left = await read(strange, said({ columns: [], dayOrder: 'day-first', isLeftOut: true }));
  expect(left.report.tables[0]).toMatchObject({
    rowsSetAside: 2,
    refused: 'An officer said that it holds no payments.',
  });
});

test('days that could be read either way are told, with what decided on them', async () => {
  const days = ['Date,Supplier,Amount', '04/03/2026,Alder Ltd,900.00', '04/05/2026,Beech Ltd,1.00'];
  const named = await read(days, {}, 'April-2026.csv');
  expect(named.report).toMatchObject({ periodFrom: '2026-04-03', periodTo: '2026-04-05' });
  expect(named.report.tables[0]?.days).toEqual({
    order: 'month-first',
    by: 'filename',
    example: '04/03/2026',
  });
  const before = await read(days, { daysBefore: 'month-first' });
  expect(before.report.tables[0]?.days).toMatchObject({ order: 'month-first', by: 'earlier' });
  const told = await read([...days, '04/13/2026,Cedar Ltd,1.00']);
  expect(told.report.tables[0]?.days).toEqual({ order: 'month-first', by: 'cells', example: null });
});
