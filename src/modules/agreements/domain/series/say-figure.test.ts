import { fraction } from '#platform/kernel';
import { expect, test } from 'vitest';
import { sayFigure } from './say-figure.ts';

test.each([
  ['61.9', '% of adults', 1, '61.9% of adults'],
  ['1240', 'homes', 0, '1,240 homes'],
  ['-4.25', '£ per head', 2, '−£4.25 per head'],
  ['4', 'per 1,000 households', 1, '4.0 per 1,000 households'],
])('%s in %s is written %s', (value, unit, decimals, written) => {
  expect(sayFigure({ unit, decimals }, value)).toBe(written);
});

test('a figure on the way is rounded as its series is shown', () => {
  expect(sayFigure({ unit: 'homes', decimals: 0 }, fraction(125, 2))).toBe('63 homes');
});
