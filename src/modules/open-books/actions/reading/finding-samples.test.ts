import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFiles } from './read-files.ts';

test('what is found is told with days and amounts as the pages write them', async () => {
  const base = mkdtempSync(join(tmpdir(), 'accord-samples-'));
  try {
    const path = join(base, 'payments.csv');
    writeFileSync(path, 'Date,Supplier,Amount\n07/05/2017,Acme Ltd,1153.29\n08/05/2017,Oak Ltd,9000.00\n');
    const report = await readFiles({
      files: [{ path, filename: 'payments.csv' }],
      folder: join(base, 'staged'),
      decided: () => undefined,
      thresholdPence: 200_000,
      progress: () => undefined,
    });
    expect(report.findings.find(({ kind }) => kind === 'under-threshold')?.samples).toEqual([
      { file: 0, line: 2, says: '7 May 2017 · Acme Ltd · £1,153.29' },
    ]);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});

test('the same is found in many small files as in one, each with its file and line', async () => {
  const base = mkdtempSync(join(tmpdir(), 'accord-found-'));
  const rows = [
    '17/05/2017,Acme Ltd,1153.29',
    '18/05/2017,Total,9000.00',
    ',Oak Ltd,12.00',
    '19/05/2017,,700.00',
    '17/05/2017,Acme Ltd,1153.29',
    '20/05/2017,Mrs J Roe,800.00',
    '21/05/2017,Elm Ltd,900.00',
    '17/05/2017,Acme Ltd,1153.29',
  ];
  const found = async (texts: readonly string[]) => {
    const files = texts.map((text, n) => {
      const path = join(base, `${texts.length}-${n}`);
      writeFileSync(path, `Date,Supplier,Amount\n${text}\n`);
      return { path, filename: `${n}.csv` };
    });
    const folder = join(base, 'staged');
    const asked = { files, folder, decided: () => undefined, progress: () => undefined };
    return (await readFiles({ ...asked, thresholdPence: 50_000 })).findings;
  };
  try {
    const [inOne, inMany] = [await found([rows.join('\n')]), await found(rows)];
    const told = inOne.map(({ kind, rows: count, pence }) => [kind, count, pence]);
    expect(told).toEqual([
      ['under-threshold', 1, 1200],
      ['exact-duplicates', 2, 230_658],
      ['looks-personal', 1, 80_000],
      ['looks-like-total', 1, 900_000],
      ['without-date', 1, 1200],
      ['without-supplier', 1, 70_000],
    ]);
    expect(inMany.map(({ kind, rows: count, pence }) => [kind, count, pence])).toEqual(told);
    const again = (all: typeof inOne) =>
      all.find(({ kind }) => kind === 'exact-duplicates')?.samples.map(({ file, line }) => [file, line]);
    expect([again(inOne), again(inMany)]).toEqual([
      [
        [0, 6],
        [0, 9],
      ],
      [
        [4, 2],
        [7, 2],
      ],
    ]);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});
