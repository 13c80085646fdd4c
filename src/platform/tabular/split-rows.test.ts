import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectDialect } from './delimiter.ts';
import { RowSplitter, RowTooLong, splitRows } from './split-rows.ts';

const cellsOf = (text: string, width?: number) =>
  splitRows(text, ',', width === undefined ? {} : { width }).map(({ cells }) => cells);

test('rows end in any of the three ways, all in one file too', () => {
  expect(cellsOf('a,b\r\nc,d\re,f\ng,h')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
    ['g', 'h'],
  ]);
});

test('a cell may hold the separator, a line break and a doubled mark', () => {
  expect(cellsOf('"Smith, Jones","two\r\nlines","a ""quoted"" word"\r\n1,2,3')).toEqual([
    ['Smith, Jones', 'two\r\nlines', 'a "quoted" word'],
    ['1', '2', '3'],
  ]);
});

test('a mark that never closes costs one cell, not the rest of the file', () => {
  const lines = Array.from({ length: 40 }, (_, n) => `${n},12" PIPE,"UNCLOSED ${n},9.99`);
  expect(cellsOf(lines.join('\n')).map((cells) => cells.length)).toEqual(lines.map(() => 4));
});

test('two stray marks on two rows do not join them, once the usual width is known', () => {
  const text = 'one,"PIPE 12,9.99\ntwo,PIPE 14",1.00\nthree,PIPE,2.00';
  expect(cellsOf(text, 3)).toEqual([
    ['one', '"PIPE 12', '9.99'],
    ['two', 'PIPE 14"', '1.00'],
    ['three', 'PIPE', '2.00'],
  ]);
});

test('a line break in the last cell of a row is none of the table', () => {
  const text = 'one,two,"first line\r\nsecond line"\r\nthree,four,five\r\n';
  const rows = [
    ['one', 'two', 'first line\r\nsecond line'],
    ['three', 'four', 'five'],
  ];
  expect(cellsOf(text, 3)).toEqual(rows);
  for (let cut = 1; cut < text.length; cut += 1) {
    const splitter = new RowSplitter(',', { width: 3 });
    const read = [...splitter.push(text.slice(0, cut)), ...splitter.push(text.slice(cut)), ...splitter.end()];
    expect(read.map(({ cells }) => cells)).toEqual(rows);
  }
});

test('each row knows the line it begins on and how it was written', () => {
  const rows = splitRows('a,"x\ny"\n\nb,c', ',');
  expect(rows.map(({ line, raw }) => [line, raw])).toEqual([
    [1, 'a,"x\ny"'],
    [3, ''],
    [4, 'b,c'],
  ]);
});

test('marks at every turn that close nothing do not make it search without end', () => {
  // Were each mark searched for its end anew, this would take hours.
  const text = '""x,'.repeat(200_000) + '\n' + '"a '.repeat(100_000);
  const rows = splitRows(text, ',', { limits: { rowCharacters: 10_000_000, quotedLines: 30 } });
  expect(rows.map(({ raw }) => raw).join('\n')).toBe(text);
});

test('a line that does not end is refused before it fills the memory', () => {
  const splitter = new RowSplitter(',', { limits: { rowCharacters: 1000, quotedLines: 5 } });
  expect(() => {
    for (let piece = 0; piece < 100; piece += 1) splitter.push('x'.repeat(100));
  }).toThrow(RowTooLong);
});

test('any table comes back as it was written, however the pieces fall', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', '"', '\n', '\r', '£', 'é') });
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      table,
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.integer({ min: 1, max: 9 })),
      (rows, end, pieces) => {
        const text = rows
          .map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(','))
          .join(end);
        const splitter = new RowSplitter(',', { limits: { rowCharacters: 100_000, quotedLines: 1000 } });
        const read = [];
        let at = 0;
        for (const length of pieces) {
          read.push(...splitter.push(text.slice(at, at + length)));
          at += length;
        }
        read.push(...splitter.push(text.slice(at)), ...splitter.end());
        expect(read.map(({ cells }) => cells)).toEqual(rows);
        expect(read.map(({ raw }) => raw).join(end)).toBe(text);
      },
    ),
  );
});

test('nothing of a text is lost, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ') }), (text) => {
      expect(
        splitRows(text, ',')
          .map(({ raw }) => raw)
          .join('\n'),
      ).toBe(text.replace(/\n$/, ''));
    }),
  );
});

test('what separates the cells is seen from the rows', () => {
  expect(detectDialect('Date;Supplier;Amount\n1/2/2020;A, B and C;1,5\n1/2/2020;D;2,5\n')).toEqual({
    delimiter: ';',
    width: 3,
  });
  expect(detectDialect('Date\tSupplier\n1\tA, Ltd\n').delimiter).toBe('\t');
  expect(detectDialect('one column\nand no more').width).toBe(1);
});
