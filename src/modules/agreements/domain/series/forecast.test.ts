import { addMonths, date } from '#platform/kernel';
import { describe, expect, it, test } from 'vitest';
import type { Measured } from '../reading/reading.ts';
import { forecast, type Foreseen } from './forecast.ts';
import { periodsBetween } from './periods.ts';
import { measured, seriesOf } from './series.testing.ts';

const from = date('2006-04-01');
const points = (series: Foreseen, values: readonly (number | undefined)[]): readonly Measured[] =>
  periodsBetween(series, from, addMonths(from, 240))
    .slice(0, values.length)
    .map((period, index) => measured(values[index]?.toFixed(series.decimals), period));

const quarterly = seriesOf();
const homes = seriesOf({ accumulation: 'cumulative', measuredAs: 'count', decimals: 0 });

describe('a forecast', () => {
  it('goes on as things have gone, with its uncertainty', () => {
    const seen = points(quarterly, [50, 51.1, 51.9, 53, 54.1, 54.9, 56]);
    const ahead = forecast(quarterly, seen, date('2008-12-31'));
    expect(ahead).toMatchObject({ is: 'forecast', at: { to: '2008-12-31' }, readings: 7, withinPerCent: 90 });
    expect(ahead).toMatchObject({ value: expect.stringMatching(/^60\.[01]$|^59\.9$/) as unknown });
  });

  it('says how few readings are too few, and counts only those without a gap', () => {
    const until = date('2009-03-31');
    expect(forecast(quarterly, points(quarterly, [50, 51, 52]), until)).toEqual({
      is: 'too-few-readings',
      held: 3,
      needed: 4,
    });
    expect(forecast(quarterly, points(quarterly, [50, 51, 52, undefined, 54, 55]), until)).toMatchObject({
      held: 2,
    });
    expect(forecast(quarterly, [], until)).toMatchObject({ held: 0 });
  });

  it('has nothing to say once the day is reached', () => {
    const seen = points(quarterly, [50, 51, 52, 53, 54]);
    expect(forecast(quarterly, seen, date('2007-06-30'))).toEqual({ is: 'already-there' });
    expect(forecast(quarterly, seen, date('2007-07-15'))).toEqual({ is: 'already-there' });
  });

  it('of a count that grows through the year is what it has and what the quarters left bring', () => {
    const seen = points(homes, [100, 200, 300, 400, 100, 200]);
    expect(forecast(homes, seen, date('2008-03-31'))).toMatchObject({
      value: '400',
      low: '400',
      high: '400',
    });
    expect(forecast(homes, seen, date('2009-03-31'))).toMatchObject({
      value: '400',
      at: { from: '2008-04-01' },
    });
    expect(forecast(homes, seen.slice(2), date('2008-03-31'))).toMatchObject({ held: 3 });
  });

  it('knows the seasons from the profile of its series', () => {
    const seasonal = { ...homes, profile: ['1', '2', '3', '4'] };
    const seen = points(seasonal, [100, 300, 600, 1000, 100]);
    expect(forecast(seasonal, seen, date('2008-03-31'))).toMatchObject({
      value: '1000',
      seasons: 'from-profile',
    });
  });

  it('learns the seasons from three years of readings', () => {
    const seen = points(quarterly, [10, 20, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40, 10]);
    expect(forecast(quarterly, seen, date('2010-03-31'))).toMatchObject({
      value: '40.0',
      seasons: 'from-readings',
    });
  });

  it('never leaves what a percentage or a count can be', () => {
    const rising = points(quarterly, [70, 82, 88, 99, 99]);
    expect(forecast(quarterly, rising, date('2010-03-31'))).toMatchObject({ high: '100.0' });
    const erratic = points(homes, [5, 90, 95, 200, 80]);
    const ahead = forecast(homes, erratic, date('2008-03-31'));
    expect(ahead.is === 'forecast' && Number(ahead.low)).toBeGreaterThanOrEqual(80);
  });

  it('of a yearly series keeps to the year its readings keep', () => {
    const yearly = seriesOf({ frequency: 'annual' });
    const seen = [60, 61, 62, 63.1, 64].map((value, index) =>
      measured(String(value), { from: date(`${2003 + index}-01-01`), to: date(`${2003 + index}-12-31`) }),
    );
    expect(forecast(yearly, seen, date('2009-03-31'))).toMatchObject({
      at: { to: '2008-12-31' },
      value: '65.0',
    });
  });
});

test('of years held back, nine in ten end where the count of homes was forecast to', () => {
  let state = 7;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const rounds = 500;
  let inside = 0;
  for (let round = 0; round < rounds; round += 1) {
    const weight = Math.floor(random() * 11) / 10;
    let level = 5000;
    const brought = Array.from({ length: 16 }, () => {
      const shock = 60 * normal();
      const value = level + shock;
      level += weight * shock;
      return Math.round(value);
    });
    const soFar = brought.map((_, index) =>
      brought.slice(index - (index % 4), index + 1).reduce((sum, each) => sum + each, 0),
    );
    const ahead = forecast(homes, points(homes, soFar.slice(0, 13)), date('2010-03-31'));
    const end = soFar[15] ?? 0;
    if (ahead.is === 'forecast' && Number(ahead.low) <= end && end <= Number(ahead.high)) inside += 1;
  }
  const share = (100 * inside) / rounds;
  expect(share).toBeGreaterThanOrEqual(87);
  expect(share).toBeLessThanOrEqual(93);
});
