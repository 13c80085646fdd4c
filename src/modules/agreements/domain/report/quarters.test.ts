import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { quartersBefore } from './quarters.ts';

test.each([
  ['2026-07-15', '2026-04-01', '2026-06-30'],
  ['2026-07-01', '2026-04-01', '2026-06-30'],
  ['2026-06-30', '2026-01-01', '2026-03-31'],
  ['2026-01-01', '2025-10-01', '2025-12-31'],
])('on %s the last quarter that is over runs from %s to %s', (on, from, to) => {
  expect(quartersBefore(date(on), 8)[0]).toEqual({ from, to });
});

test('each quarter ends the day before the next begins', () => {
  const quarters = quartersBefore(date('2026-07-15'), 8);
  expect(quarters).toHaveLength(8);
  expect(quarters.map(({ from }) => from.slice(5))).toEqual([
    '04-01',
    '01-01',
    '10-01',
    '07-01',
    '04-01',
    '01-01',
    '10-01',
    '07-01',
  ]);
});
