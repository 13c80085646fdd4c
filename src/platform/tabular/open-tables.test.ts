import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write, type BookType } from '@e965/xlsx';
import { afterAll, expect, test } from 'vitest';
import { zip } from '../files/samples.testing.ts';
import { withTables } from './open-tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'accord-tables-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function rowsOf(path: string) {
  return withTables(path, async (tables) => {
    const read = [];
    for (const table of tables) {
      const rows: (readonly string[])[] = [];
      for await (const some of table.rows()) rows.push(...some.map(({ cells }) => cells));
      read.push({ sheet: table.sheet, written: table.written, rows });
    }
    return read;
  });
}

const day = new Date(Date.UTC(2017, 3, 5));
const cells = [
  ['Date', 'Supplier', 'Amount'],
  [day, 'Example Ltd', 1234.56],
  [day, '=1+1', -0.1 - 0.2],
];

function workbook(type: BookType): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells, { UTC: true, cellDates: true }), 'April');
  utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Empty');
  return write(book, { type: 'buffer', bookType: type }) as Uint8Array;
}

test.each(['xlsx', 'ods', 'xls'] as const)(
  'a workbook (%s) is read sheet by sheet, days and figures as typed',
  async (type) => {
    // Its name says nothing: what it holds decides.
    const read = await rowsOf(written(`${type}.csv`, workbook(type)));
    expect(read).toMatchObject({
      ok: true,
      value: [
        {
          sheet: 'April',
          written: type,
          rows: [
            ['Date', 'Supplier', 'Amount'],
            ['2017-04-05', 'Example Ltd', '1234.56'],
            ['2017-04-05', '=1+1', '-0.3'],
          ],
        },
        { sheet: 'Empty' },
      ],
    });
  },
);

test('a text file is read in its own encoding', async () => {
  const read = await rowsOf(written('old.csv', Buffer.from('Net Amount (£)\n5\n', 'latin1')));
  expect(read).toMatchObject({
    ok: true,
    value: [{ written: 'windows-1252', rows: [['Net Amount (£)'], ['5']] }],
  });
});

test.each([
  ['a picture', Buffer.from('\u{89}PNG\r\n\u{1a}\n', 'latin1'), 'not-a-table'],
  ['a paper', '%PDF-1.7 …', 'not-a-table'],
  ['half an archive', Buffer.from('PK\u{3}\u{4}half', 'latin1'), 'damaged'],
])('%s is refused', async (name, bytes, refusal) => {
  expect(await rowsOf(written(name, bytes))).toEqual({ ok: false, error: refusal });
});

test('of an archive every file is read, workbooks too, and what cannot be is told by its name', async () => {
  const table = 'Date,Supplier,Amount\n05/04/2017,Example Ltd,1.00\n';
  const encrypted = 1;
  const path = written(
    'months.zip',
    zip([
      { name: 'april.csv', holds: table },
      { name: '../../may.csv', holds: table },
      { name: 'C:\\june.csv', holds: table },
      { name: 'books\\july.xlsx', holds: Buffer.from(workbook('xlsx')) },
      { name: 'all.zip', holds: zip([{ name: 'a.csv', holds: table }]), stored: true },
      { name: 'secret.csv', holds: table, flags: encrypted },
      { name: 'letter.pdf', holds: '%PDF-1.7 …' },
      { name: '__MACOSX/._april.csv', holds: 'x' },
      { name: 'april.csv', holds: table.replace('1.00', '2.00') },
    ]),
  );
  const read = await withTables(path, async (tables) => {
    const found = [];
    for (const { file, sheet, unread, rows } of tables) {
      const cells: string[] = [];
      for await (const some of rows()) cells.push(...some.flatMap((row) => row.cells.at(-1) ?? ''));
      found.push([file, sheet, unread ?? cells.join(' ')]);
    }
    return found;
  });
  expect(read).toEqual({
    ok: true,
    value: [
      ['months.zip/april.csv', undefined, 'Amount 1.00'],
      ['months.zip/../../may.csv', undefined, 'leaves-folder'],
      ['months.zip/C:/june.csv', undefined, 'leaves-folder'],
      ['months.zip/books/july.xlsx', 'April', 'Amount 1234.56 -0.3'],
      ['months.zip/books/july.xlsx', 'Empty', ''],
      ['months.zip/all.zip', undefined, 'archive-in-archive'],
      ['months.zip/secret.csv', undefined, 'encrypted'],
      ['months.zip/letter.pdf', undefined, 'not-a-table'],
      // Two files of one name are two files.
      ['months.zip/april.csv', undefined, 'Amount 2.00'],
    ],
  });
});

test('an archive that holds nothing to read is refused as a whole', async () => {
  const locked = zip([{ name: 'a.csv', holds: 'x', flags: 1 }]);
  expect(await rowsOf(written('locked.zip', locked))).toEqual({ ok: false, error: 'encrypted' });
  expect(await rowsOf(written('bare.zip', zip([{ name: '.hidden', holds: 'x' }])))).toEqual({
    ok: false,
    error: 'not-a-table',
  });
});
