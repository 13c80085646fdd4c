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
    const saysAgain = (all: typeof inOne) =>
      all
        .find(({ kind }) => kind === 'exact-duplicates')
        ?.samples.map(({ says }) => says.split(' · ').at(-1));
    expect(saysAgain(inOne)).toEqual(['the same as line 2', 'the same as line 2']);
    expect(saysAgain(inMany)).toEqual(['the same as line 2 of 0.csv', 'the same as line 2 of 0.csv']);
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

test('descriptions that may tell of an individual are found in whichever column they stand, with what is seen in them', async () => {
  const base = mkdtempSync(join(tmpdir(), 'accord-described-'));
  try {
    const holds = [
      'Date,Supplier,Amount,Description\n17/05/2017,Acme Ltd,900.00,Taxi re Mr J Sample\n18/05/2017,Acme Ltd,700.00,Taxis',
      'Date,Supplier,Amount,Expense type\n19/05/2017,Oak Ltd,800.00,"Support, DOB 04/05/2012"\n',
      'Date,Supplier,Amount\n20/05/2017,Elm Ltd,800.00\n',
    ];
    const files = holds.map((text, n) => {
      const path = join(base, `${n}.csv`);
      writeFileSync(path, text);
      return { path, filename: `${n}.csv` };
    });
    const report = await readFiles({
      files,
      folder: join(base, 'staged'),
      decided: () => undefined,
      thresholdPence: null,
      progress: () => undefined,
    });
    expect(report.findings).toEqual([
      {
        kind: 'purpose-personal',
        rows: 2,
        pence: 170_000,
        samples: [
          {
            file: 0,
            line: 2,
            says: '17 May 2017 · Acme Ltd · £900.00 · “Taxi re Mr J Sample”: the name of a person',
          },
          {
            file: 1,
            line: 2,
            says: '19 May 2017 · Oak Ltd · £800.00 · “Support, DOB 04/05/2012”: a date of birth',
          },
        ],
      },
    ]);
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
});
