import { date, decimalFraction, fraction, negateFraction } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readingStatuses, type ReadingStatus } from '../reading/reading.ts';
import { periodEnding } from './periods.ts';
import { courseOf, measured, periodOf, seriesOf } from './series.testing.ts';
import type { Polarity, Series } from './series.ts';
import { statusOf } from './status.ts';
import { type Course, trajectory } from './trajectory.ts';

const yearEnd = '2009-03-31';

function judge(
  series: Series,
  course: Course | undefined,
  value: string | undefined,
  { on = yearEnd, status = 'final' }: Readonly<{ on?: string; status?: ReadingStatus }> = {},
) {
  const period = periodEnding(series, date(on));
  return statusOf(series, measured(value, period, { status }), trajectory(series, course, period));
}

const colours = (series: Series, course: Course, ...values: readonly string[]) =>
  values.map((value) => judge(series, course, value).colour);

describe('the colour of a reading', () => {
  it('is green at the target, amber down to the floor, red below it', () => {
    const course = courseOf('50', ['61.9', '59.9']);
    expect(colours(seriesOf(), course, '62', '61.9', '61.8', '59.9', '59.8')).toEqual([
      'green',
      'green',
      'amber',
      'amber',
      'red',
    ]);
  });

  it('turns round where less is better', () => {
    const crimes = seriesOf({ polarity: { better: 'lower' }, measuredAs: 'rate' });
    const course = courseOf('20', ['15', '16']);
    expect(colours(crimes, course, '14.9', '15', '15.1', '16', '16.1')).toEqual([
      'green',
      'green',
      'amber',
      'amber',
      'red',
    ]);
  });

  it('gives two points to a percentage and a twentieth to anything else, where nobody set a floor', () => {
    const course = courseOf('50', '80');
    expect(colours(seriesOf(), course, '78', '77.9')).toEqual(['amber', 'red']);
    expect(colours(seriesOf({ measuredAs: 'count' }), course, '76', '75.9')).toEqual(['amber', 'red']);
    expect(judge(seriesOf(), course, '78')).toMatchObject({
      margin: { by: 'default', rule: { basis: 'points', margin: '2' } },
      floor: fraction(78),
    });
  });

  it('takes the series’ own margin before the default, and the target’s floor before both', () => {
    const strict = seriesOf({ floorMargin: '0.5' });
    expect(colours(strict, courseOf('50', '80'), '79.5', '79.4')).toEqual(['amber', 'red']);
    expect(colours(strict, courseOf('50', ['80', '70']), '70', '69.9')).toEqual(['amber', 'red']);
    expect(judge(strict, courseOf('50', '80'), '79')).toMatchObject({ margin: { by: 'series-margin' } });
    expect(judge(strict, courseOf('50', ['80', '70']), '79')).toMatchObject({
      margin: { by: 'target-floor' },
    });
  });

  it('is green inside a band and goes by the nearer end outside, with or without a target', () => {
    const occupied = seriesOf({ polarity: { better: 'band', low: '80', high: '90' } });
    expect(
      ['77.9', '78', '80', '90', '92', '92.1'].map((value) => judge(occupied, undefined, value).colour),
    ).toEqual(['red', 'amber', 'green', 'green', 'amber', 'red']);
    expect(judge(occupied, undefined, '92.1')).toMatchObject({
      expected: fraction(90),
      ahead: decimalFraction('-2.1'),
    });
  });

  it('holds the year so far against its part of the year', () => {
    const homes = seriesOf({
      measuredAs: 'count',
      accumulation: 'cumulative',
      decimals: 0,
      floorMargin: '100',
    });
    const quarter = (value: string) => judge(homes, courseOf('1000', '1200'), value, { on: '2008-06-30' });
    expect(quarter('300')).toMatchObject({ colour: 'green', isAchieved: false, how: 'part-of-year' });
    expect(quarter('275').colour).toBe('amber');
    expect(quarter('274').colour).toBe('red');
  });

  it('holds a figure on the way against what the page shows of it', () => {
    const course = courseOf('50', '54.1');
    const status = judge(seriesOf(), course, '51', { on: '2008-06-30' });
    expect(status).toMatchObject({ colour: 'green', expected: fraction(51) });
  });

  it('is exact where binary numbers are not: 0.3 is three times 0.1', () => {
    const thirds = courseOf('0', '0.3');
    expect(judge(seriesOf({ decimals: 2 }), thirds, '0.3').colour).toBe('green');
    expect(judge(seriesOf({ floorMargin: '0.1' }), thirds, '0.2').colour).toBe('amber');
  });

  it('is grey without a figure or a target, and says why', () => {
    const course = courseOf('50', '60');
    const period = periodOf('2009-01-01', yearEnd);
    const without = (status: ReadingStatus) =>
      statusOf(seriesOf(), measured(undefined, period, { status }), trajectory(seriesOf(), course, period));
    expect(without('suppressed')).toEqual({ colour: 'grey', why: 'suppressed' });
    expect(without('not-available')).toEqual({ colour: 'grey', why: 'not-available' });
    expect(statusOf(seriesOf(), undefined, 'no-target')).toEqual({ colour: 'grey', why: 'no-reading' });
    expect(judge(seriesOf(), undefined, '60')).toEqual({ colour: 'grey', why: 'no-target' });
    expect(judge(seriesOf(), course, '60', { on: '2010-06-30' })).toEqual({
      colour: 'grey',
      why: 'after-the-last-year',
    });
  });
});

describe('what counts as achieved', () => {
  it.each(readingStatuses.filter((status) => status !== 'suppressed' && status !== 'not-available'))(
    'a %s figure at the year’s end keeps its colour',
    (status) => {
      const isFirm = status === 'final' || status === 'revised';
      expect(judge(seriesOf(), courseOf('50', '60'), '60', { status })).toMatchObject({
        colour: 'green',
        isProvisional: !isFirm,
        isAchieved: isFirm,
      });
    },
  );

  it('is nothing before the end of the year', () => {
    expect(judge(seriesOf(), courseOf('50', '60'), '70', { on: '2008-12-31' })).toMatchObject({
      colour: 'green',
      isAchieved: false,
    });
  });
});

describe('for any figures', () => {
  const figures = fc.integer({ min: -5000, max: 5000 }).map((tenths) => tenths / 10);
  const text = (value: number) => value.toFixed(1);
  const higher: Polarity = { better: 'higher' };
  const lower: Polarity = { better: 'lower' };
  const given = fc.record({
    baseline: figures,
    target: figures,
    floor: fc.option(figures, { nil: undefined }),
    actual: figures,
    measuredAs: fc.constantFrom('percentage' as const, 'rate' as const, 'count' as const),
    accumulation: fc.constantFrom('point' as const, 'rolling' as const, 'cumulative' as const),
    on: fc.constantFrom('2008-06-30', '2008-12-31', yearEnd),
    status: fc.constantFrom(...readingStatuses),
  });

  test('the colour is the same when polarity and every figure are turned round', () => {
    fc.assert(
      fc.property(given, ({ baseline, target, floor, actual, measuredAs, accumulation, on }) => {
        const turned = (polarity: Polarity, sign: number) => {
          const value = (figure: number) => text(figure * sign);
          const year: [string, string] | string =
            floor === undefined ? value(target) : [value(target), value(floor)];
          const series = seriesOf({ polarity, measuredAs, accumulation });
          return judge(series, courseOf(value(baseline), year), value(actual), { on });
        };
        const [up, down] = [turned(higher, 1), turned(lower, -1)];
        expect(down.colour).toBe(up.colour);
        expect(down).toMatchObject(
          up.colour === 'grey' ? up : { ahead: up.ahead, actual: negateFraction(up.actual) },
        );
      }),
    );
  });

  test('where one way a reading is worse than expected, the other way it is better', () => {
    fc.assert(
      fc.property(given, ({ baseline, target, actual, measuredAs, on }) => {
        const either = [higher, lower].map((polarity) =>
          judge(seriesOf({ polarity, measuredAs }), courseOf(text(baseline), text(target)), text(actual), {
            on,
          }),
        );
        expect(either.map(({ colour }) => colour)).toContain('green');
      }),
    );
  });

  test('a better figure never has a worse colour', () => {
    const rank = { grey: 0, red: 1, amber: 2, green: 3 };
    fc.assert(
      fc.property(given, fc.nat(1000), ({ baseline, target, floor, actual, accumulation, on }, more) => {
        const series = seriesOf({ accumulation });
        const year: [string, string] | string =
          floor === undefined ? text(target) : [text(target), text(floor)];
        const course = courseOf(text(baseline), year);
        const [worse, better] = [actual, actual + more / 10].map((figure) =>
          judge(series, course, text(figure), { on }),
        );
        expect(rank[better?.colour ?? 'grey']).toBeGreaterThanOrEqual(rank[worse?.colour ?? 'grey']);
      }),
    );
  });

  test('an estimate or provisional figure is never achieved', () => {
    fc.assert(
      fc.property(given, ({ baseline, target, actual, on, status }) => {
        const judged = judge(seriesOf(), courseOf(text(baseline), text(target)), text(actual), {
          on,
          status,
        });
        const isAchieved = judged.colour !== 'grey' && judged.isAchieved;
        expect(isAchieved && status !== 'final' && status !== 'revised').toBe(false);
      }),
    );
  });
});
