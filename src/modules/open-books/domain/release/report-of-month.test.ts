import { date } from '#platform/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportReport, TableReport } from '../import/report.ts';
import { type MonthOfPart, reportsByMonth } from './report-of-month.ts';

const table = (
  file: number,
  aside: number,
  parts: readonly number[],
  own: readonly MonthOfPart[],
): TableReport => ({
  file,
  parts: parts.map((part) => ({ part, firstLine: 2, rows: 1, rowsAside: 0 })),
  filename: `file-${file}.csv`,
  sheet: null,
  encoding: 'UTF-8',
  way: 'by-columns',
  headings: [],
  headingLine: 1,
  preambleRows: 1,
  columns: [],
  columnsBy: 'reading',
  amountIs: 'net',
  rowsRead: 1 + aside,
  rowsBlank: 0,
  rowsIn: aside + own.reduce((sum, { rows }) => sum + rows, 0),
  rowsUnderstood: own.reduce((sum, { rows }) => sum + rows, 0),
  rowsSetAside: aside,
  reasons: aside === 0 ? {} : { 'no-amount': aside },
  penceUnderstood: own.reduce((sum, { pence }) => sum + pence, 0),
  penceSetAside: aside * 7,
  periodFrom: null,
  periodTo: null,
  controlTotals: [],
  repairs: {},
  inDoubt: null,
  refused: null,
});

/** Tables of one or two parts, each with payments in some of four months. */
const imports = fc
  .array(
    fc.record({
      aside: fc.nat({ max: 3 }),
      parts: fc.array(
        fc.array(fc.tuple(fc.nat({ max: 9 }), fc.integer({ min: -900, max: 900 })), {
          minLength: 4,
          maxLength: 4,
        }),
        {
          maxLength: 2,
        },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((files) => {
    let part = -1;
    const sums: MonthOfPart[] = [];
    const tables = files.map(({ aside, parts }, file) => {
      const own = parts.map((months) => {
        part += 1;
        const here = months.flatMap(([rows, pence], month): readonly MonthOfPart[] => {
          const on = date(`2026-0${month + 1}-01`);
          return rows === 0
            ? []
            : [{ month: on, part, rows, pence, from: on, to: on, repairs: { brackets: rows } }];
        });
        sums.push(...here);
        return { part, here };
      });
      return table(
        file,
        aside,
        own.map((each) => each.part),
        own.flatMap(({ here }) => here),
      );
    });
    const all = (key: 'rowsIn' | 'rowsUnderstood' | 'rowsSetAside' | 'penceUnderstood' | 'penceSetAside') =>
      tables.reduce((sum, { [key]: own }) => sum + own, 0);
    const report: ImportReport = {
      tables,
      rowsIn: all('rowsIn'),
      rowsUnderstood: all('rowsUnderstood'),
      rowsSetAside: all('rowsSetAside'),
      penceUnderstood: all('penceUnderstood'),
      penceSetAside: all('penceSetAside'),
      periodFrom: null,
      periodTo: null,
      findings: [],
    };
    return { report, sums };
  })
  .filter(({ sums }) => sums.length > 0);

test('the reports of the months are the whole report, each table with its own file', () => {
  fc.assert(
    fc.property(imports, ({ report, sums }) => {
      const months = reportsByMonth(report, sums);
      expect(months.map(({ month }) => month)).toEqual(
        [...new Set(sums.map(({ month }) => month))].toSorted(),
      );
      for (const { month, files, report: own } of months) {
        expect(own.rowsIn).toBe(own.rowsUnderstood + own.rowsSetAside);
        for (const { file, filename, rowsUnderstood, elsewhere, parts } of own.tables) {
          const whole = report.tables.find((each) => each.filename === filename);
          expect(files[file]).toBe(whole?.file);
          expect(rowsUnderstood + (elsewhere?.rows ?? 0)).toBe(whole?.rowsUnderstood);
          expect(parts.map(({ part }) => part)).toEqual(
            sums
              .filter((sum) => sum.month === month && whole?.parts.some(({ part }) => part === sum.part))
              .map(({ part }) => part),
          );
        }
      }
      const all = months.flatMap(({ report: { tables } }) => tables);
      expect(all.reduce((sum, { rowsUnderstood }) => sum + rowsUnderstood, 0)).toBe(report.rowsUnderstood);
      expect(all.reduce((sum, { penceSetAside }) => sum + penceSetAside, 0)).toBe(report.penceSetAside);
    }),
  );
});

test('a payment that no month has is a fault, and throws', () => {
  fc.assert(
    fc.property(imports, ({ report, sums: [first, ...others] }) => {
      if (first === undefined) return;
      const lost = [{ ...first, rows: first.rows + 1 }, ...others];
      expect(() => reportsByMonth(report, lost)).toThrow(/Parted by month, rows/);
    }),
  );
});

test('what was rounded is told with the months whose payments were rounded, and with no other', () => {
  const ofMonth = (month: number, rounded: number, part = 0): MonthOfPart => {
    const on = date(`2026-0${month}-01`);
    return { month: on, part, rows: 5, pence: 500, from: on, to: on, repairs: { 'part-pence': rounded } };
  };
  const roundings = (sums: readonly MonthOfPart[]) => {
    const rounding = { rows: 3, apart: '0.004' };
    const tables = [{ ...table(0, 0, [0], sums.slice(0, 3)), rounding }, table(1, 0, [1], sums.slice(3))];
    const pence = sums.length * 500;
    const rows = sums.length * 5;
    const none = { rowsSetAside: 0, penceSetAside: 0, periodFrom: null, periodTo: null, findings: [] };
    const report = { ...none, tables, rowsIn: rows, rowsUnderstood: rows, penceUnderstood: pence };
    return reportsByMonth(report, sums).map((each) => each.report.tables.map((own) => own.rounding ?? null));
  };
  const own = { rows: 3, apart: '0.004' };
  expect(roundings([ofMonth(4, 3), ofMonth(5, 0), ofMonth(6, 0)])).toEqual([[own], [null], [null, null]]);
  const together = { ...own, ofAllMonths: 1500 };
  expect(roundings([ofMonth(4, 2), ofMonth(5, 0), ofMonth(6, 1)])).toEqual([
    [together],
    [null],
    [together, null],
  ]);
  // Another table’s roundings are its own.
  expect(roundings([ofMonth(4, 0), ofMonth(5, 3), ofMonth(6, 0), ofMonth(6, 2, 1)])).toEqual([
    [null],
    [own],
    [null, null],
  ]);
});
