import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFigure, readRow } from './read-row.ts';
import type { ReadingColumn } from './reading-columns.ts';

const right: Partial<Record<ReadingColumn, string>> = {
  series: 'decent-homes',
  area: 'maidstone',
  from: '01/04/2026',
  to: '30 June 2026',
  status: 'Provisional',
  value: '61.9%',
};
const read = (change: Partial<Record<ReadingColumn, string>> = {}) => {
  const cells = { ...right, ...change };
  return readRow({ line: 2, text: (key) => cells[key] ?? '' });
};
const faults = (change: Partial<Record<ReadingColumn, string>>) =>
  read(change).faults.map(({ column, fault }) => `${column}: ${fault.is}`);

test('a row is read as spreadsheets write it', () => {
  expect(read({ note: "'=1+1", sample: '1,204', low: '60', high: '63' })).toMatchObject({
    faults: [],
    brought: {
      period: { from: '2026-04-01', to: '2026-06-30' },
      status: 'provisional',
      value: '61.9',
      sample: 1204,
      confidence: { low: '60', high: '63' },
      note: '=1+1',
    },
  });
  expect(
    ['p', '(r)', 'NOT AVAILABLE', 'n/a', 'Final'].map((status) => read({ status }).brought?.status),
  ).toEqual(['provisional', 'revised', 'not-available', 'not-available', 'final']);
});

test.each([
  ['1,234.50', '1234.50'],
  ['£12,345,678', '12345678'],
  ['−4.1', '-4.1'],
  ["'-4.1", '-4.1'],
  ['007', '7'],
  ['-0.00', '0.00'],
  ['1,23', undefined],
  ['12.3.4', undefined],
  ['=1+1', undefined],
  ['1e9', undefined],
  ['nil', undefined],
  ['9'.repeat(31), undefined],
])('the figure %s is %s', (text, expected) => {
  expect(readFigure(text)).toBe(expected);
});

test('everything that cannot be read in a row is told at once', () => {
  expect(
    faults({ series: '', area: 'Not A Place', from: '31 June 2026', status: 'sure', value: 'x' }),
  ).toEqual([
    'series: missing',
    'area: unknown-area',
    'from: not-a-day',
    'status: not-a-status',
    'value: not-a-figure',
  ]);
  for (const on of ['9999-12-31', '0001-01-01', '1799-12-31'])
    expect(faults({ from: on, to: on })).toEqual(['from: not-a-day', 'to: not-a-day']);
  expect(faults({ low: '1' })).toEqual(['high: limits-come-together']);
  expect(faults({ sample: '-3', revises: 'x', note: 'x'.repeat(2001) })).toEqual([
    'sample: not-a-count',
    'revises: not-a-count',
    'note: too-long',
  ]);
});

test('a row that was not filled in is empty, and one that says why it has no figure is not', () => {
  expect(read({ value: '' }).isEmpty).toBe(true);
  expect(read({ value: '', status: 'suppressed' }).isEmpty).toBe(false);
  expect(read({ value: '', numerator: '3' }).isEmpty).toBe(false);
});

test('no cell of any kind is more than a fault', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(right)), fc.string()), (cells) => {
      const { brought, faults: found } = read(cells);
      expect(brought === undefined).toBe(found.length > 0);
    }),
  );
});
