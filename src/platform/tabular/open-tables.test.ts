import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write, type BookType } from '@e965/xlsx';
import { afterAll, expect, test } from 'vitest';
import { withTables } from './open-tables.ts';
import { type RawRow, RowTooLong } from './split-rows.ts';

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

test('a text is read as often as it is asked for, also by two at once and where it does not end', async () => {
  const rows = Array.from({ length: 2500 }, (_, n) => `${n},Acme Ltd`).join('\n');
  const endless = `a,b\n1,2\n${'x'.repeat(1_000_001)}`;
  await withTables(written('often.csv', rows), async ([table]) => {
    const [one, other] = [table?.rows()[Symbol.asyncIterator](), table?.rows()[Symbol.asyncIterator]()];
    const lines = async (from: AsyncIterator<readonly RawRow[], void> | undefined) =>
      ((await from?.next())?.value ?? []).map(({ line }) => line);
    const first = await lines(one);
    expect([first[0], first.length]).toEqual([1, 1000]);
    expect(await lines(other)).toEqual(first);
    expect((await lines(other))[0]).toBe(1001);
    expect((await lines(one))[0]).toBe(1001);
    expect((await rowsOf(join(folder, 'often.csv'))).ok).toBe(true);
  });
  await withTables(written('endless.csv', endless), async ([table]) => {
    const all = async () => {
      for await (const some of table?.rows() ?? []) expect(some.length).toBeLessThan(3);
    };
    await expect(all()).rejects.toThrow(RowTooLong);
    await expect(all()).rejects.toThrow(RowTooLong);
  });
});

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
