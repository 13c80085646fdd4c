import { pence } from '#platform/kernel';
import { expect, test } from 'vitest';
import { type Outturn, perHead, sumOver, tenthsOfPercent, yearsThrough } from './outturn.ts';

const filers = [
  { code: 'E1', name: 'One', bodyId: 'one' },
  { code: 'E2', name: 'Two', bodyId: undefined },
];
const outturn: Outturn = {
  lines: [{ id: 'education', title: 'Education', kind: 'service' }],
  filers,
  years: ['2013-14'],
  changes: [],
  source: 'A return',
  licence: 'OGL',
  amount: (_, filer) => (filer === 'E1' ? pence(500) : undefined),
};

test('years that are not held stand between those that are', () => {
  expect(yearsThrough(['2008-09', '2009-10', '2012-13'])).toEqual([
    '2008-09',
    '2009-10',
    '2010-11',
    '2011-12',
    '2012-13',
  ]);
  expect(yearsThrough(['1999-00'])).toEqual(['1999-00']);
  expect(yearsThrough([])).toEqual([]);
});

test('a sum says how many of those asked are in it, and is none where nobody is', () => {
  expect(sumOver(outturn, '2013-14', 'education', filers)).toEqual({ amount: 500n, known: 1, asked: 2 });
  expect(sumOver(outturn, '2013-14', 'education', filers.slice(1))).toEqual({
    amount: undefined,
    known: 0,
    asked: 1,
  });
});

test('per head is to the nearest penny, also where more came in than went out', () => {
  expect([perHead(pence(1001), 2), perHead(pence(-1001), 2), perHead(pence(100), 3)]).toEqual([
    501n,
    -501n,
    33n,
  ]);
  expect([perHead(undefined, 2), perHead(pence(1), undefined), perHead(pence(1), 0)]).toEqual(
    Array.from({ length: 3 }),
  );
});

test('a share is of a whole above nothing', () => {
  expect(tenthsOfPercent(pence(1), pence(3))).toBe(333);
  expect(tenthsOfPercent(pence(2), pence(3))).toBe(667);
  expect(tenthsOfPercent(pence(-1), pence(3))).toBe(-333);
  expect(tenthsOfPercent(pence(1), pence(0))).toBeUndefined();
});
