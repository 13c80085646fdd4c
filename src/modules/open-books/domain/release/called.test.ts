import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { isCalled } from './called.ts';

const release = {
  bodyName: 'Maidstone Borough Council',
  periodFrom: date('2026-04-01'),
  periodTo: date('2026-06-30'),
};

test.each([
  'Maidstone',
  'maid',
  'payments of Maidstone',
  'maidstone borough council spending may 2026',
  'June 2026 Maidstone',
])('%j names a release of Maidstone from April to June 2026', (typed) => {
  expect(isCalled(release, typed)).toBe(true);
});

test.each([
  '',
  'council',
  'payments',
  'borough council',
  'May 2026',
  'Maidstone July',
  'Maidstone 2025',
  'Swale',
  'm',
  '2026',
])('%j names none', (typed) => {
  expect(isCalled(release, typed)).toBe(false);
});
