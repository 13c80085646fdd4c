import { expect, it } from 'vitest';
import { readNumbers } from './point.ts';

it('reads numbers of responses as officers write them', () => {
  expect(readNumbers('1, 4-7')).toEqual([1, 4, 5, 6, 7]);
  expect(readNumbers('R-3; r-1 – R-2, 2')).toEqual([1, 2, 3]);
  expect(readNumbers('')).toEqual([]);
});

it('reads nothing into what is no number, runs backwards, or is without end', () => {
  for (const typed of ['all', '7-4', '1-999999', 'R', '1.5', '-3'])
    expect(readNumbers(typed)).toBeUndefined();
});
