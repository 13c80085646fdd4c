import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharesOf } from './shares.ts';

const usual = { atOnce: 2, leastBytes: 1000, byColumnsFromBytes: 100_000 };

test('files are cut into shares of about the same size, and few small ones are not worth a second process', () => {
  expect(sharesOf([900, 300, 500, 400, 200], usual)).toEqual([
    [0, 1],
    [2, 3, 4],
  ]);
  expect(sharesOf([900, 300], usual)).toEqual([[0, 1]]);
  expect(sharesOf([900, 300, 500, 400, 200], { ...usual, atOnce: 1 })).toEqual([[0, 1, 2, 3, 4]]);
  expect(sharesOf([], usual)).toEqual([[]]);
});

test('large texts keep all processors busy by themselves: one is read after another, beside small ones', () => {
  expect(sharesOf([5000, 400_000, 5000, 900_000], usual)).toEqual([
    [1, 3],
    [0, 2],
  ]);
});

test('every file is in one share, whatever there is', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300_000)), fc.integer({ min: 1, max: 4 }), (sizes, atOnce) => {
      const shares = sharesOf(sizes, { ...usual, atOnce });
      expect(shares.length).toBeLessThanOrEqual(atOnce);
      expect(shares.flat().toSorted((a, b) => a - b)).toEqual(sizes.map((_, place) => place));
    }),
  );
});
