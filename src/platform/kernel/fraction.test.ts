import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addFractions,
  compareFractions,
  decimalFraction,
  divideFractions,
  formatFraction,
  type Fraction,
  fraction,
  fractionNumber,
  fractionOfNumber,
  fractionText,
  greatestFraction,
  leastFraction,
  multiplyFractions,
  negateFraction,
  parseFraction,
  roundFraction,
  sizeOfFraction,
  subtractFractions,
  sumFractions,
  zero,
} from './fraction.ts';

const rationals: fc.Arbitrary<Fraction> = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => fraction(numerator, denominator));
const decimals = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(12));

describe('an exact number', () => {
  it('is read from a figure as it is kept, and not nearly', () => {
    expect(decimalFraction('61.9')).toEqual({ numerator: 619n, denominator: 10n });
    expect(decimalFraction('-4.50')).toEqual({ numerator: -9n, denominator: 2n });
    expect(decimalFraction('0.1')).toEqual(fractionOfNumber(0.1));
    expect(fractionOfNumber(1e21)).toEqual(fraction(10n ** 21n));
  });

  it.each(['', '-', '1.', '.5', '1e3', 'NaN', '1,234', '٣', ' 1', '−5', '9'.repeat(31)])(
    '“%s” is none',
    (text) => {
      expect(parseFraction(text)).toEqual({ ok: false, error: 'not-a-decimal' });
      expect(() => decimalFraction(text)).toThrow('Not a decimal number');
    },
  );

  it('is exactly 60 % at 62 between 59 and 64, where binary numbers may say a little less', () => {
    const achieved = divideFractions(
      subtractFractions(decimalFraction('62'), decimalFraction('59')),
      subtractFractions(decimalFraction('64'), decimalFraction('59')),
    );
    expect(achieved).toEqual(decimalFraction('0.6'));
  });

  it('is never over zero', () => {
    expect(() => fraction(1, 0)).toThrow('Division by zero');
    expect(() => divideFractions(fraction(1), zero)).toThrow('Division by zero');
  });

  it.each([
    ['61.949', 1, '61.9', '61.9'],
    ['61.95', 1, '62.0', '62.0'],
    ['-61.95', 1, '-62.0', '−62.0'],
    ['-0.04', 1, '0.0', '0.0'],
    ['0.05', 2, '0.05', '0.05'],
    ['1234567.5', 0, '1234568', '1,234,568'],
  ])('%s to %d decimals is %s, read as %s', (text, places, kept, read) => {
    expect(fractionText(decimalFraction(text), places)).toBe(kept);
    expect(formatFraction(decimalFraction(text), places)).toBe(read);
  });

  it('shows as many decimals as it has where nobody says how many', () => {
    expect(['57.950', '100', '-1200.5', '0'].map((text) => formatFraction(decimalFraction(text)))).toEqual([
      '57.95',
      '100',
      '−1,200.5',
      '0',
    ]);
    expect(formatFraction(fraction(1, 3))).toBe('0.333333');
  });
});

describe('for any exact numbers', () => {
  test('the laws of arithmetic hold', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(addFractions(a, b)).toEqual(addFractions(b, a));
        expect(addFractions(addFractions(a, b), c)).toEqual(addFractions(a, addFractions(b, c)));
        expect(multiplyFractions(a, addFractions(b, c))).toEqual(
          addFractions(multiplyFractions(a, b), multiplyFractions(a, c)),
        );
        expect(subtractFractions(addFractions(a, b), b)).toEqual(a);
        expect(sumFractions([a, b, negateFraction(a)])).toEqual(b);
      }),
    );
  });

  test('dividing undoes multiplying', () => {
    const divisors = rationals.filter(({ numerator }) => numerator !== 0n);
    fc.assert(
      fc.property(rationals, divisors, (a, b) => {
        expect(divideFractions(multiplyFractions(a, b), b)).toEqual(a);
      }),
    );
  });

  test('they are in one order, which a shift keeps and a change of sign turns round', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(compareFractions(a, b) + compareFractions(b, a)).toBe(0);
        expect(compareFractions(addFractions(a, c), addFractions(b, c))).toBe(compareFractions(a, b));
        expect(compareFractions(negateFraction(b), negateFraction(a))).toBe(compareFractions(a, b));
        expect(addFractions(leastFraction(a, b), greatestFraction(a, b))).toEqual(addFractions(a, b));
        expect(compareFractions(sizeOfFraction(a), zero)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('what is written is read again as the same', () => {
    fc.assert(
      fc.property(decimals, ([digits, places]) => {
        const value = fraction(digits, 10n ** BigInt(places));
        expect(decimalFraction(fractionText(value, places))).toEqual(value);
        expect(roundFraction(value, places)).toEqual(value);
      }),
    );
  });

  test('rounding moves it by half a unit at most, and a number for a chart is as near as numbers are', () => {
    fc.assert(
      fc.property(rationals, fc.nat(6), (value, places) => {
        const moved = sizeOfFraction(subtractFractions(roundFraction(value, places), value));
        expect(compareFractions(moved, fraction(1n, 2n * 10n ** BigInt(places)))).toBeLessThanOrEqual(0);
        const exact = Number(value.numerator) / Number(value.denominator);
        expect(Math.abs(fractionNumber(value) - exact)).toBeLessThanOrEqual(
          1e-12 * Math.max(1, Math.abs(exact)),
        );
      }),
    );
  });
});
