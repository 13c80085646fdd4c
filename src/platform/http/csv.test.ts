import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, datasetJson } from './csv.ts';

const listOf = (...values: (string | number | bigint | null)[]) => ({
  name: 'list',
  source: 'a test',
  columns: [{ key: 'value', title: 'Value' }],
  rows: values.map((value) => ({ value })),
});
const cellOf = (value: string | number | bigint | null) =>
  csv(listOf(value)).split('\r\n').slice(1, -1).join('\r\n');

describe('a list opened in a spreadsheet', () => {
  test.each(['=1+1', '+44 1622', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u200B=1', '\n@x'])(
    'never runs %j as a formula',
    (hostile) => {
      expect(cellOf(hostile).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  test('keeps numbers as numbers, minus sign and all', () => {
    expect(cellOf(-600)).toBe('-600');
    expect(cellOf(-60_000_000_000_000_000_000n)).toBe('-60000000000000000000');
    expect(cellOf('-600.50')).toBe('-600.50');
    expect(cellOf('-600.50+1')).toBe(`'-600.50+1`);
    expect(cellOf('-600.50\n')).toBe(`"'-600.50\n"`);
  });

  test('keeps commas, quotes and line ends inside their cell', () => {
    expect(cellOf('Folkestone, "Hythe"')).toBe('"Folkestone, ""Hythe"""');
    expect(cellOf('one\ntwo')).toBe('"one\ntwo"');
  });

  test('begins with a byte order mark, so that Excel reads the pound sign', () => {
    expect(csv(listOf('£'))).toMatch(/^\uFEFFValue\r\n£\r\n$/);
  });

  test('has no live formula, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (anything) => {
        expect(cellOf(anything)).not.toMatch(/^"?\s*[=+\-@＝＋－＠]/u);
      }),
    );
  });
});

describe('the same list as JSON', () => {
  test('holds every value exactly', () => {
    const values = ['=1+1', -600, 9_007_199_254_740_993n, null];
    const { rows } = JSON.parse(datasetJson(listOf(...values)));
    expect(rows.map((row: { value: unknown }) => row.value)).toEqual([
      '=1+1',
      -600,
      '9007199254740993',
      null,
    ]);
  });
});
