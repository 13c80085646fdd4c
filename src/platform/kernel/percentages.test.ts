import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPercentage, shareOf } from './percentages.ts';

describe('a percentage', () => {
  it.each([
    [1, 3, 1, 33.3],
    [2, 3, 0, 67],
    [1005n, 10_000n, 2, 10.05],
    [1.005, 100, 2, 1.01],
    [1, 8, 0, 13],
    [-1, 8, 0, -13],
    [0, 5, 2, 0],
    [4_284_000n, 14_613_000n, 1, 29.3],
    [0.1, 0.3, 2, 33.33],
    [5, 2, 0, 250],
  ])('%s of %s to %d decimals is %d', (part, whole, decimals, expected) => {
    expect(shareOf(part, whole, decimals)).toBe(expected);
  });

  it.each([
    [1, 0],
    [0, 0],
    [1n, 0n],
    [Number.NaN, 5],
    [5, Number.POSITIVE_INFINITY],
  ])('of %s in %s is undefined, never NaN', (part, whole) => {
    expect(shareOf(part, whole)).toBeUndefined();
    expect(formatPercentage(shareOf(part, whole))).toBe('not known');
  });

  it('is a finite number for all other numbers', () => {
    const number = fc.oneof(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), fc.bigInt());
    fc.assert(
      fc.property(number, fc.double({ noNaN: true, min: 1e-6, max: 1e12 }), (part, whole) => {
        expect(Number.isNaN(shareOf(part, whole, 2))).toBe(false);
      }),
    );
  });

  it('is written with a true minus sign and its decimals', () => {
    expect(formatPercentage(33.3, 1)).toBe('33.3%');
    expect(formatPercentage(5, 2)).toBe('5.00%');
    expect(formatPercentage(-5)).toBe('−5%');
    expect(formatPercentage(-0.04, 1)).toBe('0.0%');
    expect(formatPercentage(Number.NaN)).toBe('not known');
  });
});
