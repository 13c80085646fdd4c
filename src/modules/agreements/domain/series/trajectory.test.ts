import { addMonths, compareFractions, date, decimalFraction, fraction, sumFractions } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { periodEnding, periodsBetween } from './periods.ts';
import { courseOf, periodOf, seriesOf } from './series.testing.ts';
import type { Series } from './series.ts';
import { shareOfYear } from './share-of-year.ts';
import { type Course, trajectory } from './trajectory.ts';

const at = (series: Series, course: Course | undefined, to: string) =>
  trajectory(series, course, periodEnding(series, date(to)));

describe('the course of a figure of the moment', () => {
  const series = seriesOf();
  const course = courseOf('50', ['54', '52'], '60');

  it('goes straight from the baseline through each year’s value', () => {
    expect(at(series, course, '2008-06-30')).toMatchObject({ value: fraction(51), how: 'on-the-way' });
    expect(at(series, course, '2008-12-31')).toMatchObject({ value: fraction(53), isYearEnd: false });
    expect(at(series, course, '2009-03-31')).toMatchObject({
      value: fraction(54),
      how: 'target',
      isYearEnd: true,
    });
    expect(at(series, course, '2009-09-30')).toMatchObject({ value: fraction(57), floor: undefined });
  });

  it('keeps the floor as far from it as the year’s', () => {
    expect(at(series, course, '2008-06-30')).toMatchObject({ floor: fraction(49) });
    expect(at(series, course, '2009-03-31')).toMatchObject({ floor: fraction(52) });
  });

  it('expects nothing before its baseline, after its last year, or where there is no target', () => {
    expect(at(series, course, '2007-12-31')).toBe('before-the-baseline');
    expect(at(series, course, '2010-06-30')).toBe('after-the-last-year');
    expect(at(series, courseOf('50'), '2008-06-30')).toBe('no-target');
    expect(at(series, undefined, '2008-06-30')).toBe('no-target');
  });

  it('waits for a baseline that is to be set, and judges the year’s end all the same', () => {
    expect(at(series, courseOf(undefined, '54'), '2008-06-30')).toBe('baseline-to-be-set');
    expect(at(series, courseOf(undefined, '54'), '2009-03-31')).toMatchObject({ value: fraction(54) });
  });

  it('goes by days where a period is not of whole months', () => {
    const half = trajectory(series, courseOf('50', '53.65'), periodOf('2008-07-01', '2008-07-15'));
    expect(half).toMatchObject({ value: decimalFraction('51.06') });
  });
});

describe('the course of a count that grows through the year', () => {
  const homes = seriesOf({ measuredAs: 'count', accumulation: 'cumulative', decimals: 0 });

  it('is its part of the year’s sum, never the whole of it', () => {
    const course = courseOf('1000', ['1200', '1000']);
    expect(at(homes, course, '2008-06-30')).toMatchObject({
      value: fraction(300),
      floor: fraction(250),
      share: fraction(1, 4),
      how: 'part-of-year',
    });
    expect(at(homes, course, '2009-03-31')).toMatchObject({ value: fraction(1200), floor: fraction(1000) });
  });

  it('follows the seasons where its profile knows them, and goes evenly within one', () => {
    const seasonal = seriesOf({ ...homes, frequency: 'monthly', profile: ['1', '2', '3', '4'] });
    const course = courseOf('1000', '1000');
    expect(at(seasonal, course, '2008-06-30')).toMatchObject({ value: fraction(100) });
    expect(at(seasonal, course, '2008-07-31')).toMatchObject({ value: fraction(500, 3) });
    expect(at(seasonal, course, '2008-12-31')).toMatchObject({ value: fraction(600) });
  });

  it('takes a third of the profile with each term, long or short', () => {
    const absences = seriesOf({
      measuredAs: 'count',
      accumulation: 'academic-year',
      frequency: 'termly',
      profile: ['0.5', '0.3', '0.2'],
    });
    const year = periodOf('2008-09-01', '2009-08-31');
    const shares = ['2008-12-31', '2009-03-31', '2009-08-31'].map((to) =>
      shareOfYear(absences, year, periodOf('2008-09-01', to)),
    );
    expect(shares).toEqual([fraction(1, 2), fraction(4, 5), fraction(1)]);
  });

  it('refuses a reading that does not begin with the year', () => {
    const alone = trajectory(homes, courseOf('1000', '1200'), periodOf('2008-07-01', '2008-09-30'));
    expect(alone).toBe('not-from-the-start-of-the-year');
  });

  it('needs no baseline', () => {
    expect(at(homes, courseOf(undefined, '1200'), '2008-09-30')).toMatchObject({ value: fraction(600) });
    expect(at(homes, courseOf('1000', '1200'), '2008-03-31')).toBe('before-the-baseline');
  });

  it('is the year’s own value for a percentage of the year so far, which does not grow', () => {
    const paidInTime = seriesOf({ accumulation: 'cumulative' });
    expect(at(paidInTime, courseOf('88', '92'), '2008-06-30')).toMatchObject({
      value: fraction(92),
      how: 'year-so-far',
      isYearEnd: false,
    });
  });
});

describe('for any profile', () => {
  const part = fc.integer({ min: 0, max: 500 });
  const profiles = fc
    .oneof(fc.array(part, { minLength: 12, maxLength: 12 }), fc.array(part, { minLength: 4, maxLength: 4 }))
    .filter((parts) => parts.some((each) => each > 0));

  test('the months’ parts never fall, and sum to the year', () => {
    fc.assert(
      fc.property(profiles, (parts) => {
        const series = seriesOf({
          measuredAs: 'count',
          accumulation: 'cumulative',
          frequency: 'monthly',
          profile: parts.map(String),
        });
        const first = date('2008-04-01');
        const shares = periodsBetween(series, first, addMonths(first, 12))
          .slice(0, 12)
          .map((period) => shareOfYear(series, periodOf('2008-04-01', '2009-03-31'), period));
        const steps = shares.map((share, index) => compareFractions(share, shares[index - 1] ?? fraction(0)));
        expect(steps.every((step) => step >= 0)).toBe(true);
        expect(shares.at(-1)).toEqual(sumFractions([fraction(1)]));
      }),
    );
  });
});
