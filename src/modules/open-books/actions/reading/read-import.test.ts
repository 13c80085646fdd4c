import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReadingAsked, ReadingProgress } from '../../domain/import/reading-asked.ts';
import { readImport } from './read-import.ts';

let base = '';
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'accord-import-'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function asked(text: string, more: Partial<ReadingAsked> = {}): ReadingAsked {
  const path = join(base, '0');
  writeFileSync(path, text);
  return {
    files: [{ path, filename: 'april.csv' }],
    folder: join(base, 'staged'),
    decided: () => undefined,
    thresholdPence: 50_000,
    progress: () => undefined,
    ...more,
  };
}

const row = (n: number): string =>
  `0${1 + (n % 9)}/04/2017,Acme ${n} Ltd,${n}.50,25.00,Parks and open spaces of the district\n`;
const large = `Date,Supplier,Net amount,Gross,Purpose\n${Array.from({ length: 6000 }, (_, n) => row(n)).join('')}`;

test('a large file is read apart, as an officer said, and how far it is is told', async () => {
  const told: ReadingProgress[] = [];
  const signatures: string[] = [];
  // What a reading that was killed left there.
  mkdirSync(join(base, 'staged'), { recursive: true });
  writeFileSync(join(base, 'staged', 'rows-7.parquet'), 'half');
  const report = await readImport(
    asked(large, {
      decided(signature) {
        signatures.push(signature);
        const columns = [
          { at: 0, role: 'date' },
          { at: 1, role: 'supplier' },
          { at: 3, role: 'amount' },
        ] as const;
        return { reads: { columns, dayOrder: 'day-first' }, by: 'officer' };
      },
      progress: (progress) => void told.push(progress),
    }),
  );
  expect(signatures).toEqual(['date | supplier | net amount | gross | purpose']);
  expect(report.tables[0]).toMatchObject({
    filename: 'april.csv',
    columnsBy: 'officer',
    rowsUnderstood: 6000,
  });
  expect(report.penceUnderstood).toBe(6000 * 2500);
  expect(report.findings.map(({ kind }) => kind)).toEqual(['under-threshold']);
  expect(told.at(-1)).toEqual({ bytes: large.length, rows: 6000, pence: 15_000_000 });
  expect(existsSync(join(base, 'staged', 'rows-7.parquet'))).toBe(false);
});

test('a reading that is stopped throws, and so does one whose progress cannot be kept', async () => {
  const stop = new AbortController();
  const stopped = readImport(asked(large, { signal: stop.signal }));
  setTimeout(() => stop.abort(new Error('No longer wanted')), 50);
  await expect(stopped).rejects.toThrow('No longer wanted');
  const failing = asked(large, { progress: () => Promise.reject(new Error('The database is gone')) });
  await expect(readImport(failing)).rejects.toThrow('The database is gone');
});

test('a file that is gone is a fault of the machine, told as such', async () => {
  const gone = { ...asked(''), files: [{ path: join(base, 'gone'), filename: 'gone.csv' }] };
  await expect(readImport(gone)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a line without end, a file that is no table and an empty one are refused in a sentence, beside one that is read', async () => {
  const texts = [
    `Date,Supplier,Amount\n${'x'.repeat(3_000_000)}`,
    '%PDF-1.4 and so on',
    '',
    large.slice(0, 500),
  ];
  const files = texts.map((text, n) => {
    writeFileSync(join(base, `hostile-${n}`), text);
    return { path: join(base, `hostile-${n}`), filename: `${n}.csv` };
  });
  const { tables, rowsUnderstood } = await readImport({ ...asked(''), files });
  expect(tables.map(({ refused }) => refused)).toEqual([
    expect.stringContaining('does not end within a million characters'),
    expect.stringContaining('is no table'),
    'The table is empty.',
    null,
  ]);
  expect(rowsUnderstood).toBe(tables[3]?.rowsUnderstood);
});
