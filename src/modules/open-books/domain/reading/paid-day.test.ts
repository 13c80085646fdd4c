import { date, dayRange, formatDate } from '#platform/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPaidDay } from './paid-day.ts';

test.each([
  '05/04/2017',
  '5/4/17',
  '05-Apr-17',
  '5 April 2017',
  '5th Apr 2017',
  'Wednesday, 5 April 2017',
  'April 5, 2017',
  '2017-04-05',
  '2017-04-05 00:00:00',
  '2017-04-05T00:00:00Z',
  '05.04.2017',
  '05/04/2017 00:00',
  '20170405',
  '42830',
])('%s is 5 April 2017', (written) => {
  const read = readPaidDay(written);
  expect(read?.kind === 'day' ? read.on : read).toBe('2017-04-05');
});

test('the month may come first, where the column says so', () => {
  const read = readPaidDay('04/05/2017', 'month-first');
  expect(read?.kind === 'day' ? read.on : read).toBe('2017-04-05');
});

test.each([
  ['2011-02', '2011-02-01', '2011-02-28'],
  ['Feb-11', '2011-02-01', '2011-02-28'],
  ['February 2011', '2011-02-01', '2011-02-28'],
  ['02/2011', '2011-02-01', '2011-02-28'],
  ['Q4 2010/11', '2011-01-01', '2011-03-31'],
])('%s is only a period', (written, from, to) => {
  expect(readPaidDay(written)).toMatchObject({
    kind: 'period',
    from,
    to,
    repairs: expect.arrayContaining(['period-only']),
  });
});

test.each(['', '00:00:00', 'N/A', '-'])('“%s” gives no day, and none is guessed', (written) => {
  expect(readPaidDay(written)).toEqual({ kind: 'not-given' });
});

test.each(['31/02/2017', '13/13/2017', 'Total', 'LTD', '12', '1234567', '99/99/9999', '05/04/1066'])(
  '“%s” is no date',
  (written) => {
    expect(readPaidDay(written)).toBeUndefined();
  },
);

test('every day of a year is read back from the way people write it', () => {
  for (const on of dayRange(date('2020-01-01'), date('2020-12-31'))) {
    const read = readPaidDay(formatDate(on));
    expect(read).toEqual({ kind: 'day', on, repairs: [] });
  }
});

test('three numbers are one day with a time behind them and without', () => {
  const number = (most: number, width: number) =>
    fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(width, '0'));
  const parting = fc.constantFrom('/', '-', '.');
  const written = fc.tuple(
    fc.oneof(number(35, 1), number(35, 2)),
    parting,
    fc.oneof(number(15, 1), number(15, 2)),
    parting,
    fc.oneof(number(2100, 4), fc.integer({ min: 1990, max: 2065 }).map(String)),
  );
  fc.assert(
    fc.property(written, fc.constantFrom('day-first' as const, 'month-first' as const), (numbers, order) => {
      const text = numbers.join('');
      expect(readPaidDay(text, order)).toEqual(readPaidDay(`${text} 00:00`, order));
    }),
  );
});
