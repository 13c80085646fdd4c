import { addDays, date, decimalFraction, fraction } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Measured } from '../reading/reading.ts';
import { directionOf } from './direction.ts';
import { samePeriodLastYear } from './periods.ts';
import { measured, periodOf, seriesOf } from './series.testing.ts';
import { confidenceOf, halfInterval, zSquared } from './survey.ts';

const quarter = periodOf('2008-07-01', '2008-09-30');
const before = periodOf('2008-04-01', '2008-06-30');
const survey = seriesOf({ method: { by: 'survey', designEffect: '1' }, frequency: 'biennial' });
const asked = (part: string, sample: number) => ({
  part: decimalFraction(part),
  sample,
  designEffect: fraction(1),
});
const today = date('2009-03-31');

describe('the direction of travel', () => {
  it('is improving or worsening by which way is better', () => {
    const [now, then] = [measured('61.9', quarter), measured('59.0', before)];
    expect(directionOf(seriesOf(), now, [then])).toMatchObject({
      direction: 'improving',
      change: decimalFraction('2.9'),
      compared: before,
      decidedBy: 'last-digit',
    });
    const fewer = seriesOf({ polarity: { better: 'lower' } });
    expect(directionOf(fewer, now, [then])).toMatchObject({ direction: 'worsening' });
  });

  it('goes by the nearness to a band', () => {
    const occupied = seriesOf({ polarity: { better: 'band', low: '80', high: '90' } });
    const from = (then: string, now: string) =>
      directionOf(occupied, measured(now, quarter), [measured(then, before)]);
    expect(from('95', '92')).toMatchObject({ direction: 'improving' });
    expect(from('85', '78')).toMatchObject({ direction: 'worsening' });
    expect(from('81', '89')).toMatchObject({ direction: 'steady' });
  });

  it('is steady where the last digit shown does not move', () => {
    const from = (then: string, now: string) =>
      directionOf(seriesOf(), measured(now, quarter), [measured(then, before)]);
    expect(from('61.90', '61.94')).toMatchObject({ direction: 'steady' });
    expect(from('61.9', '62.0')).toMatchObject({ direction: 'improving' });
  });

  it('compares a figure that grows through the year, or knows seasons, with the same months last year', () => {
    const homes = seriesOf({ accumulation: 'cumulative', measuredAs: 'count', decimals: 0 });
    const soFar = periodOf('2008-04-01', '2008-09-30');
    const lastYear = measured('500', samePeriodLastYear(soFar));
    const quarterAgo = measured('300', periodOf('2008-04-01', '2008-06-30'));
    expect(directionOf(homes, measured('480', soFar), [quarterAgo, lastYear])).toMatchObject({
      direction: 'worsening',
      change: fraction(-20),
    });
    const seasonal = seriesOf({ profile: ['1', '2', '2', '1'] });
    expect(directionOf(seasonal, measured('61', quarter), [measured('60', before)])).toMatchObject({
      direction: 'not-known',
      why: 'nothing-before',
      compared: periodOf('2007-07-01', '2007-09-30'),
    });
  });

  it('is not known without a figure now or before', () => {
    expect(directionOf(seriesOf(), measured(undefined, quarter), [])).toMatchObject({ why: 'no-figure' });
    expect(
      directionOf(seriesOf(), measured('61', quarter), [
        measured(undefined, before, { status: 'suppressed' }),
      ]),
    ).toMatchObject({ why: 'nothing-before' });
  });
});

describe('a survey', () => {
  it.each([
    ['0.45', 1100, 2.94],
    ['0.28', 1100, 2.65],
  ])('of %s among %d is so many points either way: ±%d', (part, sample, points) => {
    expect(100 * halfInterval(asked(part, sample), today)).toBeCloseTo(points, 2);
  });

  it('moves from 28 % of 1,100 to 32 % of 1,150 by more than chance: z is 2.07', () => {
    const z = Math.sqrt(
      Number(zSquared(asked('0.28', 1100), asked('0.32', 1150))?.numerator) /
        Number(zSquared(asked('0.28', 1100), asked('0.32', 1150))?.denominator),
    );
    expect(z).toBeCloseTo(2.07, 2);
  });

  it('of a thousand does not move with one point', () => {
    const [year, earlier] = [periodOf('2010-04-01', '2011-03-31'), periodOf('2008-04-01', '2009-03-31')];
    const from = (then: string, now: string, design = '1') =>
      directionOf(
        { ...survey, method: { by: 'survey', designEffect: design } },
        measured(now, year, { sample: 1150 }),
        [measured(then, earlier, { sample: 1100 })],
      );
    expect(from('28', '29')).toMatchObject({ direction: 'steady', decidedBy: 'two-proportions' });
    expect(from('28', '32')).toMatchObject({ direction: 'improving', decidedBy: 'two-proportions' });
    expect(from('28', '32', '1.5')).toMatchObject({ direction: 'steady' });
    expect(from('0', '0')).toMatchObject({ direction: 'steady' });
  });

  it('goes by the intervals given where nobody says how many answered, and is not known without either', () => {
    const [year, earlier] = [periodOf('2010-04-01', '2011-03-31'), periodOf('2008-04-01', '2009-03-31')];
    const between = (low: string, high: string): Partial<Measured> => ({ confidence: { low, high } });
    const from = (then: Measured, now: Measured) => directionOf(survey, now, [then]);
    expect(
      from(measured('28', earlier, between('25', '31')), measured('32', year, between('29', '35'))),
    ).toMatchObject({ direction: 'steady', decidedBy: 'intervals' });
    expect(
      from(measured('28', earlier, between('25', '31')), measured('33', year, between('30', '36'))),
    ).toMatchObject({ direction: 'improving' });
    expect(from(measured('28', earlier), measured('40', year))).toMatchObject({
      direction: 'not-known',
      why: 'survey-without-its-error',
    });
  });

  it('shows its interval, reckoned where the source gives none', () => {
    const reading = measured('45', periodOf('2008-04-01', '2009-03-31'), { sample: 1100 });
    expect(confidenceOf(survey, reading)).toEqual({ low: '42.1', high: '47.9' });
    expect(confidenceOf(survey, { ...reading, confidence: { low: '41', high: '49' } })).toEqual({
      low: '41',
      high: '49',
    });
    expect(confidenceOf(seriesOf(), reading)).toBeUndefined();
  });
});

test('for any two figures the direction turns round with polarity, and with the order of the figures', () => {
  const figures = fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1));
  const opposite = {
    improving: 'worsening',
    steady: 'steady',
    worsening: 'improving',
    'not-known': 'not-known',
  };
  fc.assert(
    fc.property(
      figures,
      figures,
      fc.integer({ min: 0, max: 2000 }),
      fc.boolean(),
      (a, b, sample, isSurvey) => {
        const method = isSurvey
          ? ({ by: 'survey', designEffect: '1.2' } as const)
          : ({ by: 'count' } as const);
        const go = (better: 'higher' | 'lower', then: string, now: string) =>
          directionOf(seriesOf({ polarity: { better }, method }), measured(now, quarter, { sample }), [
            measured(then, { from: before.from, to: addDays(quarter.from, -1) }, { sample }),
          ]).direction;
        expect(go('lower', a, b)).toBe(opposite[go('higher', a, b)]);
        expect(go('higher', b, a)).toBe(opposite[go('higher', a, b)]);
      },
    ),
  );
});
