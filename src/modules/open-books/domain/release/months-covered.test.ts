import { addDays, date, type IsoDate } from '#platform/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysInWords, monthsAround, monthsInWords, placeAmong, releaseId } from './months-covered.ts';

const days = fc.integer({ min: 0, max: 9000 }).map((day) => addDays(date('2010-01-01'), day));
const periods = fc
  .tuple(days, days)
  .map(([one, other]) => (one < other ? monthsAround(one, other) : monthsAround(other, one)));

test('the months around days are whole, and hold them', () => {
  expect(monthsAround(date('2024-02-10'), date('2024-02-11'))).toEqual({
    from: '2024-02-01',
    to: '2024-02-29',
  });
  fc.assert(
    fc.property(days, days, (one, other) => {
      const [first, last] = one < other ? [one, other] : [other, one];
      const { from, to } = monthsAround(first, last);
      expect(from.endsWith('-01') && addDays(to, 1).endsWith('-01')).toBe(true);
      expect(from <= first && to >= last).toBe(true);
    }),
  );
});

test('months in words', () => {
  const words = (from: string, to: string) => monthsInWords({ from: date(from), to: date(to) });
  expect(words('2026-07-01', '2026-07-31')).toBe('July 2026');
  expect(words('2026-07-01', '2026-09-30')).toBe('July to September 2026');
  expect(words('2025-12-01', '2026-01-31')).toBe('December 2025 to January 2026');
  expect(words('2026-07-02', '2026-07-31')).toBe('2 July 2026 to 31 July 2026');
  expect(words('2026-07-02', '2026-07-02')).toBe('2 July 2026');
  expect(daysInWords(date('2026-07-01'), date('2026-07-02'))).toBe('1 July 2026 to 2 July 2026');
});

test('a release of some of the days is covered, cut in two, or not touched, and never two of these', () => {
  fc.assert(
    fc.property(periods, fc.array(periods, { maxLength: 6 }), (period, others) => {
      const standing = others.map(({ from, to }) => ({ periodFrom: from, periodTo: to }));
      const { covered, overlapped } = placeAmong([period], standing);
      const within = (on: IsoDate) => on >= period.from && on <= period.to;
      for (const each of standing) {
        const { periodFrom, periodTo } = each;
        const isCovered = within(periodFrom) && within(periodTo);
        const isTouched =
          isCovered ||
          within(periodFrom) ||
          within(periodTo) ||
          (periodFrom < period.from && periodTo > period.to);
        expect([covered.includes(each), overlapped.includes(each)]).toEqual([
          isCovered,
          isTouched && !isCovered,
        ]);
      }
    }),
  );
});

test('a release is named by its body, months, version and a mark of its own', () => {
  const named = { bodyId: 'maidstone', dataset: 'spending', version: 2, mark: '4f09c2aa' };
  expect(releaseId(named, monthsAround(date('2026-07-01'), date('2026-07-01')))).toBe(
    'maidstone-2026-07-2-4f09c2aa',
  );
  expect(
    releaseId(
      { ...named, dataset: 'procurement-card' },
      monthsAround(date('2026-07-01'), date('2026-09-01')),
    ),
  ).toBe('maidstone-cards-2026-07-to-2026-09-2-4f09c2aa');
});
