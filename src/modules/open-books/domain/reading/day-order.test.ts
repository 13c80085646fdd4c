import { expect, test } from 'vitest';
import { decideDayOrder, isOpen, monthsNamed } from './day-order.ts';

test.each([
  ['July-26.csv', ['2026-07']],
  ['Payments_over_500_Sept_2026.csv', ['2026-09']],
  ['2026 March payments.xlsx', ['2026-03']],
  ['1704.csv', ['2017-04']],
  ['spend_2026_07.csv', ['2026-07']],
  ['07-2026.csv', ['2026-07']],
  ['summary-20.csv', []],
  ['payments.csv', []],
])('the name %s speaks of %j', (name, named) => {
  expect([...monthsNamed(name)]).toEqual(named);
});

test('days that could be read either way are read as the name of the file says', () => {
  const cells = ['03/04/2026', '05/04/2026'];
  expect(decideDayOrder(cells, { filename: 'april-2026.csv' })).toEqual({
    order: 'day-first',
    by: 'filename',
  });
  const american = ['04/03/2026', '04/05/2026'];
  expect(decideDayOrder(american, { filename: 'april-2026.csv' })).toEqual({
    order: 'month-first',
    by: 'filename',
  });
});

test('and where it says nothing, as the days then fall into few months', () => {
  const april = Array.from({ length: 9 }, (_, n) => `04/0${n + 1}/2026`);
  expect(decideDayOrder(april, { filename: 'payments.csv', earlier: 'day-first' })).toEqual({
    order: 'month-first',
    by: 'few-months',
  });
});

test('else as the body’s earlier files, else as is usual', () => {
  const few = { filename: 'payments.csv' };
  expect(decideDayOrder(['03/04/2026'], few)).toEqual({ order: 'day-first', by: 'usual' });
  const before = { ...few, earlier: 'month-first' } as const;
  expect(decideDayOrder(['03/04/2026'], before)).toEqual({ order: 'month-first', by: 'earlier' });
});

test('only two numbers that may both be months leave it open', () => {
  expect(['03/04/2026', '13/04/2026', '04/04/2026', '3 April 2026', '2026-04-03', ''].map(isOpen)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
