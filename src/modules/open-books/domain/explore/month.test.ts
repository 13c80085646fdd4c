import { expect, test } from 'vitest';
import {
  everyMonth,
  type Month,
  monthInWords,
  monthOfKey,
  monthText,
  readMonth,
  somedayIn,
  spanOf,
  undated,
} from './month.ts';

const month = (text: string): Month => readMonth(text) ?? undated;

test('every month of a range has its place, whether anything was paid in it or not', () => {
  const months = everyMonth([
    { month: undated, value: 9 },
    { month: month('2025-11'), value: 1 },
    { month: month('2026-02'), value: 2 },
  ]);
  expect(months.map((each) => [monthText(each.month), each.value])).toEqual([
    ['2025-11', 1],
    ['2025-12', undefined],
    ['2026-01', undefined],
    ['2026-02', 2],
  ]);
  expect(everyMonth([{ month: undated, value: 9 }])).toEqual([]);
});

test('a payment without a day is of the months of its release, and comes back from its key', () => {
  const [april, june] = [month('2014-04'), month('2014-06')];
  const someday = somedayIn(april, june);
  expect(spanOf(someday)).toEqual({ from: april, to: june });
  expect(monthText(someday)).toBe('2014-04/2014-06');
  expect(monthOfKey(monthText(someday))).toBe(someday);
  expect(monthInWords(someday)).toBe('Day not stated, April to June 2014');
  expect(monthInWords(somedayIn(april, april))).toBe('Day not stated, April 2014');
  expect(monthInWords(somedayIn(month('2013-12'), month('2014-01')))).toBe(
    'Day not stated, December 2013 to January 2014',
  );
  expect(somedayIn(month('1950-01'), month('1950-02'))).toBe(undated);
  expect(monthOfKey('')).toBe(undated);
  expect(monthOfKey('2014-04')).toBe(april);
});
