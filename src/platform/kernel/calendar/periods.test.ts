import { describe, expect, it } from 'vitest';
import { date } from '../iso-date.ts';
import { explain } from './explain.ts';
import { monthsBeginningWith, weeksBeginningWith } from './periods.ts';

describe('a period beginning with a day', () => {
  it('has the day as its first: six weeks beginning with 2 March 2026 end with 12 April', () => {
    const end = weeksBeginningWith(date('2026-03-02'), 6);
    expect(end.date).toBe('2026-04-12');
    expect(explain(end.explanation)).toBe(
      '6 weeks beginning with Monday 2 March 2026, which is the first day, end with Sunday 12 April 2026.',
    );
  });

  it.each([
    ['2026-03-02', 6, '2026-09-01'],
    ['2026-03-01', 6, '2026-08-31'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-30', 6, '2028-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-01-01', 12, '2026-12-31'],
  ])('of months: from %s for %d ends with %s', (first, months, last) => {
    expect(monthsBeginningWith(date(first), months).date).toBe(last);
  });

  it('cannot be empty', () => {
    expect(() => weeksBeginningWith(date('2026-03-02'), 0)).toThrow(RangeError);
  });
});
