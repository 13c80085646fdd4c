import { compareFractions, decimalFraction, fraction, fractionText, sumFractions } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { aggregate, type Part } from './aggregate.ts';
import { seriesOf } from './series.testing.ts';

const households = seriesOf({
  ratio: { numerator: 'Households in need', denominator: 'Households', per: '100' },
});
const homes = seriesOf({ measuredAs: 'count', decimals: 0 });

const part = (areaId: string, numerator: string, denominator: string, value = '0'): Part => ({
  areaId,
  reading: { status: 'final', value, numerator, denominator },
});
const counted = (areaId: string, value: string): Part => ({
  areaId,
  reading: { status: 'final', value, numerator: undefined, denominator: undefined },
});

describe('the county from its districts', () => {
  it('adds up what was counted and out of what, never the percentages', () => {
    const county = aggregate(households, [
      part('ashford', '10', '100', '10'),
      part('swale', '10', '1000', '1'),
    ]);
    expect(county).toMatchObject({
      numerator: fraction(20),
      denominator: fraction(1100),
      value: fraction(20, 11),
      isWhole: true,
    });
  });

  it('adds up counts and money', () => {
    expect(aggregate(homes, [counted('ashford', '120'), counted('swale', '80')])).toMatchObject({
      value: fraction(200),
      isWhole: true,
    });
  });

  it('names the district that is missing and does not pass for the whole', () => {
    const county = aggregate(households, [
      part('ashford', '10', '100'),
      { areaId: 'swale', reading: undefined },
      {
        areaId: 'thanet',
        reading: { status: 'suppressed', value: undefined, numerator: undefined, denominator: undefined },
      },
      { ...counted('dover', '7') },
    ]);
    expect(county).toMatchObject({
      isWhole: false,
      counted: ['ashford'],
      value: fraction(10),
      missing: [
        { areaId: 'swale', why: 'no-reading' },
        { areaId: 'thanet', why: 'suppressed' },
        { areaId: 'dover', why: 'no-numerator-and-denominator' },
      ],
    });
  });

  it('is as weak as its weakest part', () => {
    const estimate: Part = {
      areaId: 'swale',
      reading: { status: 'estimate', value: '80', numerator: undefined, denominator: undefined },
    };
    expect(aggregate(homes, [counted('ashford', '120'), estimate])).toMatchObject({ status: 'estimate' });
  });

  it('cannot be had from averages, from nothing, or for nobody', () => {
    const average = seriesOf({ measuredAs: 'number' });
    expect(aggregate(average, [counted('ashford', '12')])).toMatchObject({ why: 'cannot-be-added-up' });
    expect(aggregate(seriesOf(), [counted('ashford', '12')])).toMatchObject({ why: 'cannot-be-added-up' });
    expect(aggregate(homes, [{ areaId: 'ashford', reading: undefined }])).toMatchObject({
      why: 'nothing-came',
    });
    expect(aggregate(households, [part('ashford', '0', '0')])).toMatchObject({ why: 'nobody-to-divide-by' });
  });
});

describe('for any districts', () => {
  const districts = fc.uniqueArray(
    fc.record({
      areaId: fc.string({ minLength: 1, maxLength: 3 }),
      of: fc.integer({ min: 1, max: 100_000 }),
      out: fc.nat(100_000),
    }),
    { selector: ({ areaId }) => areaId, minLength: 1, maxLength: 13 },
  );

  test('the whole is the sum of its parts, in whatever groups they are added', () => {
    fc.assert(
      fc.property(districts, fc.nat(12), (all, cut) => {
        const parts = all.map(({ areaId, of, out }) => part(areaId, String(Math.min(of, out)), String(of)));
        const whole = aggregate(households, parts);
        const halves = [parts.slice(0, cut), parts.slice(cut)]
          .filter(({ length }) => length > 0)
          .map((half, index) => {
            const sum = aggregate(households, half);
            const text = (figure: 'numerator' | 'denominator') =>
              sum.value === undefined ? '0' : fractionText(sum[figure] ?? fraction(0), 0);
            return part(`half-${index}`, text('numerator'), text('denominator'));
          });
        expect(aggregate(households, halves).value).toEqual(whole.value);
        const numerators = parts.map(({ reading }) => decimalFraction(reading?.numerator ?? '0'));
        expect(whole).toMatchObject({ numerator: sumFractions(numerators) });
      }),
    );
  });

  test('the whole lies between its least and its greatest part', () => {
    fc.assert(
      fc.property(districts, (all) => {
        const parts = all.map(({ areaId, of, out }) => part(areaId, String(Math.min(of, out)), String(of)));
        const value = aggregate(households, parts).value ?? fraction(-1);
        const each = parts
          .map((one) => aggregate(households, [one]).value ?? fraction(-1))
          .toSorted(compareFractions);
        expect(compareFractions(each[0] ?? fraction(0), value)).toBeLessThanOrEqual(0);
        expect(compareFractions(value, each.at(-1) ?? fraction(0))).toBeLessThanOrEqual(0);
      }),
    );
  });
});
