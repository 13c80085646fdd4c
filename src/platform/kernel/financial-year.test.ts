import { describe, expect, it } from 'vitest';
import { financialYear, financialYearDates, parseFinancialYear } from './financial-year.ts';
import { date } from './iso-date.ts';

describe('the financial year', () => {
  it.each([
    ['2009-03-31', '2008-09'],
    ['2009-04-01', '2009-10'],
    ['2008-12-31', '2008-09'],
    ['2000-03-31', '1999-00'],
    ['2008-02-29', '2007-08'],
  ])('of %s is %s', (on, year) => {
    expect(financialYear(date(on))).toBe(year);
  });

  it('runs from 1 April to 31 March', () => {
    expect(financialYearDates(financialYear(date('2008-07-09')))).toEqual({
      first: '2008-04-01',
      last: '2009-03-31',
    });
  });

  it('has its days however long ago it was', () => {
    expect(financialYearDates(financialYear(date('1000-01-01')))).toEqual({
      first: '0999-04-01',
      last: '1000-03-31',
    });
  });

  it('can be read, if its halves follow one another', () => {
    expect(parseFinancialYear('1999-00')).toEqual({ ok: true, value: '1999-00' });
    for (const text of ['2008-10', '2008', '2008/09', '08-09', '2008-2009', '9999-00', '']) {
      expect(parseFinancialYear(text)).toEqual({ ok: false, error: 'not-a-financial-year' });
    }
  });
});
