import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, date, dateOfDayNumber, dateParts, dayNumber, isoDate } from './iso-date.ts';

describe('a date', () => {
  it('is accepted when the calendar has it', () => {
    expect(isoDate('2008-07-09')).toEqual({ ok: true, value: '2008-07-09' });
    expect(isoDate('2008-02-29').ok).toBe(true);
    expect(isoDate('2000-02-29').ok).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-13-01',
    '2024-00-10',
    '2024-01-00',
    '0000-01-01',
    '2024-1-1',
    '2008-07-09T00:00:00Z',
    ' 2008-07-09',
    '9 July 2008',
    '20080709',
    '',
  ])('is refused when the calendar has no “%s”', (text) => {
    expect(isoDate(text)).toEqual({ ok: false, error: 'not-a-date' });
  });

  it('throws when code names a date that does not exist', () => {
    expect(() => date('2023-02-29')).toThrow('“2023-02-29” is not a calendar date');
  });

  it('is refused from parts that are not whole or not in the calendar', () => {
    expect(civilDate(2026, 2, 29).ok).toBe(false);
    expect(civilDate(2026, 1.5, 1).ok).toBe(false);
    expect(civilDate(10_000, 1, 1).ok).toBe(false);
  });

  it('has parts', () => {
    expect(dateParts(date('2011-03-31'))).toEqual({ year: 2011, month: 3, day: 31 });
  });
});

describe('day numbers', () => {
  it('count from 1 January 1970', () => {
    expect(dayNumber(date('1970-01-01'))).toBe(0);
    expect(dayNumber(date('1969-12-31'))).toBe(-1);
    expect(dayNumber(date('2000-03-01'))).toBe(11_017);
  });

  it('agree with the calendar of the platform on every day of four centuries', () => {
    const wrong: string[] = [];
    for (let number = dayNumber(date('1800-01-01')); number <= dayNumber(date('2200-12-31')); number += 1) {
      const independent = new Date(number * 86_400_000).toISOString().slice(0, 10);
      const ours = dateOfDayNumber(number);
      if (ours !== independent || dayNumber(ours) !== number) wrong.push(independent);
    }
    expect(wrong).toEqual([]);
  });

  it('go there and back over all written years', () => {
    const first = dayNumber(date('0001-01-01'));
    const last = dayNumber(date('9999-12-31'));
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: last }),
        (number) => dayNumber(dateOfDayNumber(number)) === number,
      ),
    );
    expect(() => dateOfDayNumber(last + 1)).toThrow(RangeError);
    expect(() => dateOfDayNumber(first - 1)).toThrow(RangeError);
  });
});
