import { date, noMoney } from '#platform/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Release } from '../release/release.ts';
import { type Duty, owedBy, owedStanding } from './completeness.ts';

const duty: Duty = {
  id: 'spending',
  title: 'Payments over £500',
  every: 'quarter',
  monthsAfter: 1,
  from: date('2014-10-31'),
  dataset: 'spending',
  source: 'The Code',
  certainty: 'confident',
};

function release(
  id: string,
  from: string,
  to: string,
  published: string,
  more: Partial<Release> = {},
): Release {
  return {
    id,
    bodyId: 'maidstone',
    dataset: 'spending',
    version: 1,
    periodFrom: date(from),
    periodTo: date(to),
    supersedes: [],
    rows: 1n,
    pence: noMoney,
    rowsSetAside: 0n,
    penceSetAside: noMoney,
    files: [],
    source: 'A file',
    isIllustrative: false,
    preparedBy: 'finance',
    approvedBy: 'chief',
    publishedAt: new Date(`${published}T12:00:00Z`),
    withdrawn: undefined,
    ...more,
  };
}

const [april] = owedBy(duty, date('2026-07-15'), 1);
const spring = april ?? { from: date('2026-04-01'), to: date('2026-06-30'), due: date('2026-07-30') };

test('quarters are those of the year, and each is due a month after its last day', () => {
  expect(owedBy(duty, date('2026-07-15'), 3)).toEqual([
    { from: '2026-04-01', to: '2026-06-30', due: '2026-07-30' },
    { from: '2026-01-01', to: '2026-03-31', due: '2026-04-30' },
    { from: '2025-10-01', to: '2025-12-31', due: '2026-01-31' },
  ]);
  expect(owedBy({ ...duty, every: 'year' }, date('2026-03-31'), 1)).toEqual([
    { from: '2024-04-01', to: '2025-03-31', due: '2025-04-30' },
  ]);
  expect(owedBy({ ...duty, every: 'year' }, date('2026-04-01'), 1)[0]?.from).toBe('2025-04-01');
});

test('nothing is owed of periods that ended before there was a duty', () => {
  expect(owedBy(duty, date('2015-01-02'), 4).map(({ to }) => to)).toEqual(['2014-12-31']);
});

test('nothing published is nothing published: not due yet, then late by the day', () => {
  expect(owedStanding(spring, [], date('2026-07-30'))).toEqual({ is: 'not-due' });
  expect(owedStanding(spring, [], date('2026-07-31'))).toEqual({ is: 'not-published', daysLate: 1 });
});

test('months are published one by one, and the quarter only with the last of them', () => {
  const months = [
    release('a', '2026-04-01', '2026-04-30', '2026-05-10'),
    release('b', '2026-06-01', '2026-06-30', '2026-07-10'),
  ];
  expect(owedStanding(spring, months, date('2026-08-09'))).toEqual({
    is: 'in-part',
    daysLate: 10,
    missing: ['2026-05-01'],
  });
  const whole = [...months, release('c', '2026-05-01', '2026-05-31', '2026-08-04')];
  expect(owedStanding(spring, whole, date('2026-09-01'))).toEqual({
    is: 'published',
    on: '2026-08-04',
    daysLate: 5,
  });
});

test('what was replaced counts from when it was first there; what was withdrawn does not count', () => {
  const first = release('a', '2026-04-01', '2026-06-30', '2026-07-20');
  const second = release('b', '2026-04-01', '2026-06-30', '2026-09-01', { supersedes: ['a'] });
  expect(owedStanding(spring, [first, second], date('2026-10-01'))).toMatchObject({
    on: '2026-07-20',
    daysLate: -10,
  });
  const gone = { ...first, withdrawn: { reason: 'A name', byOffice: 'finance', at: new Date('2026-08-01') } };
  expect(owedStanding(spring, [gone], date('2026-10-01'))).toMatchObject({ is: 'not-published' });
});

test('every month of the quarter is either covered or missing', () => {
  const months = ['2026-04', '2026-05', '2026-06'] as const;
  fc.assert(
    fc.property(fc.subarray([...months]), (published) => {
      const ends = { '2026-04': '30', '2026-05': '31', '2026-06': '30' };
      const releases = published.map((month) =>
        release(month, `${month}-01`, `${month}-${ends[month]}`, '2026-07-01'),
      );
      const found = owedStanding(spring, releases, date('2026-08-01'));
      const missing = months.filter((month) => !published.includes(month)).map((month) => `${month}-01`);
      const words = ['published', 'in-part', 'in-part', 'not-published'] as const;
      expect(found.is).toBe(words[missing.length]);
      expect(found.is === 'in-part' ? found.missing : missing).toEqual(missing);
    }),
  );
});
