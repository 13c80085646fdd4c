import { date, months } from '#platform/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthWritten, readMonth } from './read-month.ts';
import { timeLeft } from './time-left.ts';

test.each([
  'July 2026',
  'july  2026',
  'Jul 2026',
  'Jul. 2026',
  '7/2026',
  '07-2026',
  '2026-07',
  '2026-7',
  ' 07 2026 ',
])('%s is a month', (written) => expect(readMonth(written)).toBe('2026-07-01'));

test.each(['', 'Juli 2026', '2026', '13/2026', '2026-00', 'July', '3 July 2026', 'Ju 2026'])(
  '%s is none',
  (written) => expect(readMonth(written)).toBeUndefined(),
);

test('a month is read as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const first = date(`${year}-${String(month).padStart(2, '0')}-01`);
      expect(monthWritten(first)).toBe(`${months[month - 1]} ${year}`);
      expect(readMonth(monthWritten(first))).toBe(first);
    }),
  );
});

test('how long a reading will take is told at the pace it has had', () => {
  const begunAt = new Date('2026-09-20T10:00:00Z');
  const after = (seconds: number) => new Date(begunAt.getTime() + seconds * 1000);
  const bytes = 1000;
  expect(timeLeft({ begunAt, bytes, bytesDone: 0 }, after(9))).toBe(
    'How long it will take is not known yet.',
  );
  expect(timeLeft({ begunAt, bytes, bytesDone: 250 }, after(10))).toBe('About 30 seconds left.');
  expect(timeLeft({ begunAt, bytes, bytesDone: 100 }, after(60))).toBe('About 9 minutes left.');
  expect(timeLeft({ begunAt, bytes, bytesDone: 1000 }, after(60))).toBe('It is almost done.');
});
