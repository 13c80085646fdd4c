import { describe, expect, it } from 'vitest';
import { type DateInput, explainDateInput, parseDateInput } from './date-input.ts';
import { formatDate } from './format-date.ts';
import { date } from './iso-date.ts';

const input = (day: string, month: string, year: string): DateInput => ({ day, month, year });

describe('a date typed into three boxes', () => {
  it.each([
    ['9', '7', '2008'],
    ['09', '07', '2008'],
    [' 9 ', ' July ', ' 2008 '],
    ['9', 'jul', '2008'],
    ['9', 'JULY', '2008'],
  ])('%s %s %s is 9 July 2008', (day, month, year) => {
    expect(parseDateInput(input(day, month, year))).toEqual({ ok: true, value: '2008-07-09' });
  });

  it('may name September in four letters, and the leap day', () => {
    expect(parseDateInput(input('1', 'sept', '2008'))).toMatchObject({ value: '2008-09-01' });
    expect(parseDateInput(input('29', 'Feb', '2008'))).toMatchObject({ value: '2008-02-29' });
  });

  it.each([
    [
      input('', '', ''),
      { day: 'missing', month: 'missing', year: 'missing' },
      'Enter the date of the decision',
    ],
    [
      input('9', ' ', ''),
      { month: 'missing', year: 'missing' },
      'The date of the decision must include a month and a year',
    ],
    [
      input('32', '13', '08'),
      { day: 'not-a-day', month: 'not-a-month', year: 'not-four-digits' },
      'The date of the decision must be a real date: the day must be a number from 1 to 31, the month must be a ' +
        'number from 1 to 12 or a name like July and the year must have four digits, like 2008',
    ],
    [
      input('29', 'Feb', '2009'),
      { day: 'not-in-that-month' },
      'The date of the decision must be a real date: February 2009 has only 28 days',
    ],
    [
      input('0', '7', '2008'),
      { day: 'not-a-day' },
      'The date of the decision must be a real date: the day must be a number from 1 to 31',
    ],
    [
      input('9', 'ju', '2008'),
      { month: 'not-a-month' },
      'The date of the decision must be a real date: the month must be a number from 1 to 12 or a name like July',
    ],
    [
      input('9', 'julio', '0008'),
      { month: 'not-a-month', year: 'not-four-digits' },
      'The date of the decision must be a real date: the month must be a number from 1 to 12 or a name like July and ' +
        'the year must have four digits, like 2008',
    ],
  ])('is refused box by box (case %#)', (typed, faults, sentence) => {
    const parsed = parseDateInput(typed);
    expect(parsed).toEqual({ ok: false, error: faults });
    expect(parsed.ok ? '' : explainDateInput('the date of the decision', typed, parsed.error)).toBe(sentence);
  });
});

describe('a date on the page', () => {
  it('is written out, with its weekday where asked', () => {
    expect(formatDate(date('2008-07-09'))).toBe('9 July 2008');
    expect(formatDate(date('2008-07-09'), { weekday: 'short' })).toBe('Wed 9 July 2008');
    expect(formatDate(date('2008-07-09'), { weekday: 'long' })).toBe('Wednesday 9 July 2008');
  });
});
