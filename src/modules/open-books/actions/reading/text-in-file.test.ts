import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalytics, openWorkshop } from '#platform/analytics';
import { withTables } from '#platform/tabular';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '../../domain/reading/roles.ts';
import { completeTexts } from '../publishing/complete-texts.ts';
import { lookInStaged } from '../../queries/publishing/look-in-staged.ts';
import { listOf } from '../../store/staged/find-in-staged.ts';
import { lookedFor, lookFor } from '../../store/staged/look-for.ts';
import { copyPublic } from '../publishing/copy-public.ts';
import { payeeReader, stagedPayee } from '../../domain/import/staged-payee.ts';
import { openRows } from '../../store/staged/rows-of-parts.ts';
import { openStaging } from '../../store/staged/stage-rows.ts';
import { takeRows } from '../../store/staged/take-rows.ts';
import { howFar } from './how-far.ts';
import { readByColumns } from './read-by-columns.ts';
import { readFiles } from './read-files.ts';
import { understandTable } from './understand-table.ts';

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
  expect(report.tables[0]?.parts).toEqual([{ part: 0, firstLine: 2, rows: 3, rowsAside: 0 }]);
  expect(readdirSync(folder).toSorted()).toEqual(['columns-0.db', 'text-0.csv']);
  expect(statSync(join(folder, 'text-0.csv')).ino).toBe(statSync(path).ino);
  const to = join(base, 'public');
  await copyPublic(folder, to, report);
  expect(readdirSync(to).toSorted()).toEqual(['raw-0.parquet', 'rows-0.parquet']);
  expect(await textsIn(to)).toEqual(rows);
});

test('payments of a text that several processors read stay on their lines', async () => {
  const count = 130_000;
  const purpose = 'Care of the parks and gardens of the borough as agreed '.repeat(2);
  const { report, folder } = await read(
    headings.replace('\r\n', '\n') +
      Array.from({ length: count }, (_, n) => `01/04/2017,Supplier ${n % 40},${n}.00,${purpose}`).join('\n'),
  );
  const to = join(base, 'large');
  await copyPublic(folder, to, report);
  const analytics = await openAnalytics({ folder: to });
  const astray = await analytics.ask(
    `SELECT count(*)::INTEGER AS rows, (count(*) FILTER (pence <> 100 * file_row_number OR payee <> 'supplier ' || file_row_number % 40))::INTEGER AS astray
     FROM read_parquet('${to}/rows-0.parquet', file_row_number = true)`,
  );
  analytics.close();
  expect(astray).toEqual([{ rows: count, astray: 0 }]);
}, 120_000);

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

test('whoever looks through such payments again finds the same, and what reads beside them changes nothing', async () => {
  const { report, folder } = await read(
    `${headings}${[...rows, '03/04/2017,Mr John Smith,5,Care of Mrs Jones', 'various,Acme,£7.00,Parks'].join('\r\n')}`,
  );
  expect(report.tables[0]?.parts).toMatchObject([
    { part: 0, firstLine: 2, rows: 5 },
    { part: 1, firstLine: null, rows: 1 },
  ]);
  const again = await lookInStaged(folder, report, async (staged) => {
    const found: string[] = [];
    for (const kind of lookedFor)
      await lookFor(staged, kind, { thresholdPence: 500 }, async (chosen) => {
        const some = await listOf(staged, chosen, { most: 9 });
        found.push(...some.map(({ line, supplier }) => `${kind} ${line} ${supplier}`));
      });
    return found;
  });
  expect(again).toEqual([
    'under-threshold 5 Mr John Smith',
    'exact-duplicates 4 Jones, Son & Co',
    'looks-personal 5 Mr John Smith',
    'purpose-personal 5 Mr John Smith',
    'without-date 6 Acme',
  ]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.wal'))).toEqual([]);
});

test('of a text that stays in its file no cell is published that no column is for', async () => {
  const { report, folder } = await read(headings + rows.join('\r\n'), ['date', 'supplier', 'amount', '']);
  const to = join(base, 'struck');
  await copyPublic(folder, to, report);
  expect(await textsIn(to)).toEqual([
    '01/04/2017,"Jones, Son & Co",100.00,[not published]',
    '02/04/2017,Café Müller,200.00,[not published]',
    '01/04/2017,"Jones, Son & Co",100.00,[not published]',
  ]);
});

test.each([
  ['a row is set aside', `${headings}${rows[0]}\r\nTotal,,100.00,\r\n`, [rows[0], null]],
  [
    'a line ends open',
    `${headings}${rows[0]}\r\n02/04/2017,Acme,5.00,\r\n`,
    [rows[0], '02/04/2017,Acme,5.00,'],
  ],
  ['lines at the end are blank', `${headings}${rows[0]}\r\n\r\n\r\n`, [rows[0]]],
])(
  'of a text that stays in its file the lines of its payments are public where %s',
  async (_why, text, lines) => {
    const { report, folder } = await read(text);
    expect(report.tables[0]?.parts[0]).toMatchObject({ part: 0, firstLine: 2, rows: lines.length });
    const to = join(base, 'lines');
    await copyPublic(folder, to, report);
    expect(await textsIn(to)).toEqual(lines);
  },
);

test('where the lines above end otherwise than the payments, no line is taken for another', async () => {
  const path = join(base, 'otherwise.csv');
  writeFileSync(path, `${headings.replace('\r\n', '\n')}${rows[0]}\r\n${rows[1]}\n`);
  const report = await readFiles(
    {
      files: [{ path, filename: 'otherwise.csv' }],
      folder: join(base, 'otherwise'),
      decided: () => undefined,
      thresholdPence: null,
      progress: () => undefined,
    },
    { byColumnsFromBytes: 0 },
  );
  expect(report.tables[0]).toMatchObject({ way: 'by-rows', rowsUnderstood: 2 });
});

test('a file that has other lines than its payments is not published with them', async () => {
  const { report, path, folder } = await read(headings + rows.join('\r\n'));
  writeFileSync(path, headings + rows.slice(1).join('\r\n'));
  await expect(completeTexts(folder, report.tables)).rejects.toThrow('3 rows, and its file 2 lines');
});

/** Reads a text by what a small sample of it says; gives its parts and payments in the order of their pence. */
async function readSampled(lines: readonly string[], columns: string, shown: string) {
  const folder = mkdtempSync(join(base, 'sampled-'));
  const path = join(base, 'sampled.csv');
  writeFileSync(path, `${columns}\r\n${lines.join('\r\n')}\r\n`);
  const workshop = await openWorkshop({ folder, reads: [path] });
  const read = await withTables(path, async ([table]) => {
    if (table === undefined) throw new Error('The file has no table');
    const { understanding, first } = await understandTable(table, {
      filename: 'sampled.csv',
      earlier: undefined,
    });
    if (understanding.standing === 'refused') throw new Error(understanding.says);
    const { reading } = understanding;
    const toRead = {
      table,
      reading,
      part: 0,
      staging: openStaging(join(folder, 'on-their-way')),
      payee: payeeReader(),
      howFar: howFar(() => undefined),
      mayEndAtHeadings: false,
    };
    const found = await readByColumns(workshop, toRead, {
      first: first.slice(reading.dataFrom),
      fromBytes: 0,
      sample: { stretches: 4, stretchBytes: 3000 },
    });
    await takeRows(workshop, [toRead.staging.end()]);
    return found;
  });
  const parts = (read.ok ? read.value?.parts : undefined) ?? [];
  const rows = await workshop.ask(
    `SELECT ${shown} FROM ${await openRows(workshop, folder, parts)} WHERE pence IS NOT NULL ORDER BY pence`,
  );
  workshop.close();
  return { parts, rows, folder };
}

test.each([
  ['holds', (n: number) => `Supplier ${n % 20} Ltd`, 'Plain', 0],
  [
    'lacks the names on some rows',
    (n: number) => (n % 300 === 7 ? `Once ${n}` : `Supplier ${n % 20} Ltd`),
    'Plain',
    19,
  ],
  [
    'lacks the names of a long stretch',
    (n: number) => `${n % 1500 < 300 ? 'Odd' : 'Even'} ${n % 20} Ltd`,
    'Plain',
    0,
  ],
  ['says nothing of odd blanks', (n: number) => `Supplier ${n % 20} Ltd`, 'Plain\u{a0}', 0],
])('where a sample of a text %s, its payments are read all the same', async (_how, name, purpose, apart) => {
  const lines = Array.from({ length: 6000 }, (_, n) => {
    const day = String(1 + (n % 9)).padStart(2, '0');
    return { says: `${day}/04/2017,${name(n)},${n}.50,${n === 4321 ? purpose : 'Plain'}`, n, day };
  });
  const { parts, rows } = await readSampled(
    lines.map(({ says }) => says),
    'Date,Supplier,Amount,Purpose',
    'supplier::VARCHAR AS supplier, payee, paid, pence, purpose::VARCHAR AS purpose',
  );
  expect(parts.map(({ rows: count }) => count)).toEqual(apart === 0 ? [6000] : [6000, apart]);
  expect(rows).toEqual(
    lines.map(({ n, day }) => ({
      supplier: name(n),
      payee: stagedPayee(name(n)).payee,
      paid: `2017-04-${day}`,
      pence: BigInt(n * 100 + 50),
      purpose: 'Plain',
    })),
  );
});

test('numbers of transactions are kept as numbers, and given as they are written wherever one is written otherwise', async () => {
  const odd = ['007', '+5', '1e3', ' 12 ', '-0', '1.0', '99999999999999999999', 'A7', ''];
  const written = Array.from({ length: 6000 }, (_, n) => odd[n - 5950] ?? String(1_000_000 + n));
  const { parts, rows, folder } = await readSampled(
    written.map((transaction, n) => `01/04/2017,Supplier ${n % 20} Ltd,${n}.50,${transaction}`),
    'Date,Supplier,Amount,Transaction number',
    'transaction',
  );
  expect(rows).toEqual(written.map((transaction) => ({ transaction: transaction.trim() || null })));
  // All but the blank one and the one that is a number with blanks around it are read by themselves.
  expect(parts.map(({ rows: count }) => count)).toEqual([6000, odd.length - 2]);
  const kept = await openAnalytics({ folder });
  await kept.attach([join(folder, 'columns-0.db')]);
  const [type] = await kept.ask<{ type: string }>(
    `SELECT data_type AS type FROM duckdb_columns() WHERE table_name = 'payment' AND column_name = 'transaction'`,
  );
  kept.close();
  expect(type).toEqual({ type: 'BIGINT' });
});
