import { addDays, addMonths, date, type IsoDate } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ReadingPeriod } from '../reading/reading.ts';
import { periodName } from './period-name.ts';
import {
  isOver,
  isPeriodOf,
  lastPeriodBefore,
  periodAfter,
  periodBefore,
  periodsBetween,
  readingDue,
  type Rhythm,
  samePeriodLastYear,
} from './periods.ts';
import { accumulations, frequencies } from './series.ts';

const period = (from: string, to: string): ReadingPeriod => ({ from: date(from), to: date(to) });
const rhythm = (
  frequency: Rhythm['frequency'],
  accumulation: Rhythm['accumulation'],
  fromDay?: string,
): Rhythm => ({
  frequency,
  accumulation,
  fromDay: fromDay === undefined ? undefined : date(fromDay),
});
const names = (series: Rhythm, first: string, last: string) =>
  periodsBetween(series, date(first), date(last)).map((each) => periodName(each));

describe('the periods of a series', () => {
  it('are the months, each by itself or with the year so far', () => {
    expect(names(rhythm('monthly', 'point'), '2008-02-01', '2008-04-29')).toEqual([
      'February 2008',
      'March 2008',
    ]);
    expect(names(rhythm('monthly', 'cumulative'), '2008-03-31', '2008-05-31')).toEqual([
      '2007-08',
      'April 2008',
      'April to May 2008',
    ]);
  });

  it('are there however long ago they were asked for', () => {
    expect(names(rhythm('monthly', 'point'), '0999-04-01', '0999-05-31')).toEqual(['April 999', 'May 999']);
  });

  it('are the quarters of the financial year, and what is counted from April in each', () => {
    expect(names(rhythm('quarterly', 'point'), '2008-04-01', '2009-03-31')).toEqual([
      'April to June 2008',
      'July to September 2008',
      'October to December 2008',
      'January to March 2009',
    ]);
    expect(names(rhythm('quarterly', 'cumulative'), '2008-07-01', '2009-03-31')).toEqual([
      'April to September 2008',
      'April to December 2008',
      '2008-09',
    ]);
    expect(names(rhythm('quarterly', 'rolling'), '2008-06-01', '2008-06-30')).toEqual([
      'the 12 months to June 2008',
    ]);
  });

  it('are the three terms, which tile the year', () => {
    expect(periodsBetween(rhythm('termly', 'point'), date('2008-09-01'), date('2009-08-31'))).toEqual([
      period('2008-09-01', '2008-12-31'),
      period('2009-01-01', '2009-03-31'),
      period('2009-04-01', '2009-08-31'),
    ]);
    expect(names(rhythm('termly', 'academic-year'), '2008-09-01', '2009-08-31')).toEqual([
      'September to December 2008',
      'September 2008 to March 2009',
      'academic year 2008-09',
    ]);
  });

  it('are years: financial, academic, or of the calendar where the series begins with one', () => {
    expect(names(rhythm('annual', 'point'), '2008-01-01', '2010-01-01')).toEqual(['2007-08', '2008-09']);
    expect(names(rhythm('annual', 'academic-year'), '2008-01-01', '2009-12-31')).toEqual([
      'academic year 2007-08',
      'academic year 2008-09',
    ]);
    expect(names(rhythm('annual', 'point', '2005-01-01'), '2008-01-01', '2009-12-31')).toEqual([
      '2008',
      '2009',
    ]);
  });

  it('are every second year for a survey, as the Place Survey fell or from the year in which it begins', () => {
    expect(names(rhythm('biennial', 'point'), '2007-04-01', '2011-12-31')).toEqual(['2008-09', '2010-11']);
    expect(names(rhythm('biennial', 'point', '2009-10-01'), '2007-01-01', '2012-12-31')).toEqual([
      '2007-08',
      '2009-10',
      '2011-12',
    ]);
  });

  it('know what came before and what the year before', () => {
    const quarter = period('2009-04-01', '2009-06-30');
    expect(periodBefore(rhythm('quarterly', 'point'), quarter)).toEqual(period('2009-01-01', '2009-03-31'));
    expect(periodBefore(rhythm('quarterly', 'cumulative'), quarter)).toEqual(
      period('2008-04-01', '2009-03-31'),
    );
    expect(periodBefore(rhythm('annual', 'point'), period('2008-01-01', '2008-12-31'))).toEqual(
      period('2007-01-01', '2007-12-31'),
    );
    expect(samePeriodLastYear(period('2008-02-01', '2008-02-29'))).toEqual(
      period('2007-02-01', '2007-02-28'),
    );
  });

  it('are due so many days after they end, and over the day after', () => {
    expect(readingDue({ lagDays: 30 }, period('2008-04-01', '2008-06-30'))).toBe('2008-07-30');
    expect(isOver(period('2008-04-01', '2008-06-30'), date('2008-06-30'))).toBe(false);
    expect(isOver(period('2008-04-01', '2008-06-30'), date('2008-07-01'))).toBe(true);
  });

  it('may be any twelve whole months for a yearly series, and nothing but its own for another', () => {
    expect(isPeriodOf(rhythm('annual', 'point'), period('2008-01-01', '2008-12-31'))).toBe(true);
    expect(isPeriodOf(rhythm('annual', 'point'), period('2008-01-01', '2008-12-30'))).toBe(false);
    expect(isPeriodOf(rhythm('quarterly', 'point'), period('2008-04-01', '2008-06-30'))).toBe(true);
    expect(isPeriodOf(rhythm('quarterly', 'cumulative'), period('2008-07-01', '2008-09-30'))).toBe(false);
    expect(isPeriodOf(rhythm('quarterly', 'point'), period('2008-05-01', '2008-07-31'))).toBe(false);
  });

  it('name what is no round period from day to day', () => {
    expect(periodName(period('2008-07-01', '2008-07-01'))).toBe('1 July 2008');
    expect(periodName(period('2008-07-02', '2008-07-09'))).toBe('2 July 2008 to 9 July 2008');
  });
});

describe('for any rhythm and any day', () => {
  const rhythms = fc.record({
    frequency: fc.constantFrom(...frequencies),
    accumulation: fc.constantFrom(...accumulations),
    fromDay: fc.constantFrom(undefined, date('2001-04-01'), date('2006-11-05')),
  });
  const days: fc.Arbitrary<IsoDate> = fc.nat(9000).map((number) => addDays(date('2000-01-01'), number));

  test('each period is one of the series, follows the one before it, and is the last before the day after it', () => {
    fc.assert(
      fc.property(rhythms, days, (series, first) => {
        const found = periodsBetween(series, first, addMonths(first, 50));
        expect(found.length).toBeGreaterThan(1);
        expect(found.slice(1).map((each) => periodBefore(series, each))).toEqual(found.slice(0, -1));
        expect(found.slice(0, -1).map((each) => periodAfter(series, each))).toEqual(found.slice(1));
        expect(found.map(({ to }) => lastPeriodBefore(series, addDays(to, 1)))).toEqual(found);
        expect(found.every((each) => isPeriodOf(series, each))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('periods that stand by themselves tile the days without a gap', () => {
    fc.assert(
      fc.property(fc.constantFrom('monthly', 'quarterly', 'termly', 'annual'), days, (frequency, first) => {
        const found = periodsBetween(rhythm(frequency, 'point'), first, addMonths(first, 40));
        found
          .slice(1)
          .forEach((each, index) => expect(each.from).toBe(addDays(found[index]?.to ?? first, 1)));
      }),
    );
  });
});
