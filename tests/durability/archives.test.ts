import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { withTables } from '#platform/tabular';
import { afterAll, expect, test } from 'vitest';
import { zip } from '../../src/platform/files/samples.testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'accord-archives-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, bytes: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const book = utils.book_new();
utils.book_append_sheet(book, utils.aoa_to_sheet([['Amount'], [1234.56], [-0.3]]), 'April');
utils.book_append_sheet(book, utils.aoa_to_sheet([]), 'Empty');
const workbook = Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);

test('of an archive every file is read, workbooks too, and what cannot be is told by its name', async () => {
  const table = 'Date,Supplier,Amount\n05/04/2017,Example Ltd,1.00\n';
  const encrypted = 1;
  const path = written(
    'months.zip',
    zip([
      { name: 'april.csv', holds: table },
      { name: '../../may.csv', holds: table },
      { name: 'C:\\june.csv', holds: table },
      { name: 'books\\july.xlsx', holds: workbook },
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
  expect(await withTables(written('locked.zip', locked), async () => 'used')).toEqual({
    ok: false,
    error: 'encrypted',
  });
  expect(
    await withTables(written('bare.zip', zip([{ name: '.hidden', holds: 'x' }])), async () => 'used'),
  ).toEqual({
    ok: false,
    error: 'nothing-inside',
  });
});
