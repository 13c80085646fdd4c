import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bandsFor } from './figures.ts';

const label = (from: number, to: number) => `${from} to ${to}`;

describe('the bands of a map', () => {
  test('lie on round numbers', () => {
    expect(bandsFor([106_890, 280_000, 131_018], label)?.map((band) => band.label)).toEqual([
      '100000 to 150000',
      '150000 to 200000',
      '200000 to 250000',
      '250000 to 300000',
    ]);
  });

  test('are not drawn for one value, or for equal ones', () => {
    expect(bandsFor([], label)).toBeUndefined();
    expect(bandsFor([5], label)).toBeUndefined();
    expect(bandsFor([5, 5], label)).toBeUndefined();
  });

  test('hold every value, and are at most five', () => {
    const value = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 14 }), (values) => {
        const bands = bandsFor(values, label);
        fc.pre(bands !== undefined);
        const [first] = bands ?? [];
        expect(bands?.length).toBeLessThanOrEqual(5);
        expect(first?.from).toBeLessThanOrEqual(Math.min(...values));
        expect(bands?.at(-1)?.from).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });
});
