import { expect, test } from 'vitest';
import { everyMonth, type Month, monthText, readMonth, undated } from './month.ts';

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
