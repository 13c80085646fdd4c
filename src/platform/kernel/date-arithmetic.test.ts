import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  compareDates,
  dayRange,
  daysBetween,
  earliestOf,
  isWeekend,
  latestOf,
  weekday,
} from './date-arithmetic.ts';
import { date } from './iso-date.ts';

describe('arithmetic on dates', () => {
  it('steps over the leap day, the year end and both days when the clocks change', () => {
    expect(addDays(date('2008-02-28'), 1)).toBe('2008-02-29');
    expect(addDays(date('2009-02-28'), 1)).toBe('2009-03-01');
    expect(addDays(date('2025-12-31'), 1)).toBe('2026-01-01');
    expect(addDays(date('2026-03-28'), 1)).toBe('2026-03-29');
    expect(addDays(date('2026-03-29'), 1)).toBe('2026-03-30');
    expect(addDays(date('2026-10-25'), 1)).toBe('2026-10-26');
    expect(addDays(date('2026-04-01'), -1)).toBe('2026-03-31');
  });

  it('keeps to the last day of a shorter month', () => {
    expect(addMonths(date('2026-03-31'), 1)).toBe('2026-04-30');
    expect(addMonths(date('2008-01-31'), 1)).toBe('2008-02-29');
    expect(addMonths(date('2026-03-31'), -1)).toBe('2026-02-28');
    expect(addMonths(date('2026-01-15'), -13)).toBe('2024-12-15');
    expect(addMonths(date('2008-02-29'), 12)).toBe('2009-02-28');
    expect(() => addMonths(date('9999-12-01'), 1)).toThrow(RangeError);
  });

  it('counts the nights between two dates, both ways', () => {
    expect(daysBetween(date('2025-02-20'), date('2025-03-21'))).toBe(29);
    expect(daysBetween(date('2025-03-21'), date('2025-02-20'))).toBe(-29);
  });

  it('orders dates', () => {
    const days = [date('2008-07-18'), date('2008-07-09'), date('2008-07-11'), date('2008-07-09')];
    expect(days.toSorted(compareDates)).toEqual(['2008-07-09', '2008-07-09', '2008-07-11', '2008-07-18']);
    expect(earliestOf(date('2008-07-18'), date('2008-07-09'))).toBe('2008-07-09');
    expect(latestOf(date('2008-07-18'), date('2008-07-09'))).toBe('2008-07-18');
  });

  it('knows the weekday, also before 1970', () => {
    expect(weekday(date('2008-07-09'))).toBe('Wednesday');
    expect(weekday(date('2008-07-13'))).toBe('Sunday');
    expect(weekday(date('1945-05-08'))).toBe('Tuesday');
    expect(isWeekend(date('2008-07-12'))).toBe(true);
    expect(isWeekend(date('2008-07-14'))).toBe(false);
  });

  it('lists a range with both ends', () => {
    expect(dayRange(date('2024-02-28'), date('2024-03-01'))).toEqual([
      '2024-02-28',
      '2024-02-29',
      '2024-03-01',
    ]);
    expect(dayRange(date('2024-03-01'), date('2024-02-28'))).toEqual([]);
  });
});
