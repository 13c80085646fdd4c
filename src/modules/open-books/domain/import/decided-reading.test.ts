import { splitRows } from '#platform/tabular';
import { expect, test } from 'vitest';
import { understand } from '../reading/understand.ts';
import { readAsDecided } from './decided-reading.ts';

const ledger = understand(
  splitRows('Paid,To whom,Sum\r\n05/04/2017,Acme Ltd,1200.00\r\n06/04/2017,Brill Ltd,20.00\r\n', ','),
);
const decided = (...roles: readonly ('date' | 'supplier' | 'amount' | 'gross')[]) =>
  readAsDecided(ledger, { columns: roles.map((role, at) => ({ at, role })), dayOrder: 'month-first' });

test('a table is read as an officer said: every column, and the order of day and month', () => {
  expect(decided('date', 'supplier', 'amount')).toMatchObject({
    standing: 'understood',
    reading: { at: { date: 0, supplier: 1, amount: 2 }, amountIs: 'net', dayOrder: 'month-first' },
  });
});

test('where only the sum with VAT is there, that is what was paid', () => {
  expect(decided('date', 'supplier', 'gross')).toMatchObject({
    standing: 'understood',
    reading: { at: { amount: 2 }, amountIs: 'gross' },
  });
});

test('without the amount, or without who was paid, the officer is asked again', () => {
  for (const roles of [['date', 'supplier'], ['date', 'date', 'amount'], ['date']] as const)
    expect(decided(...roles), roles.join()).toMatchObject({
      standing: 'in-doubt',
      says: 'Say which column holds the amount paid and which who was paid.',
    });
});

test('a table that was left out holds no payments, and an empty one stays refused whatever is said', () => {
  const leftOut = { columns: [], dayOrder: 'day-first', isLeftOut: true } as const;
  expect(readAsDecided(ledger, leftOut)).toMatchObject({
    standing: 'refused',
    says: 'An officer said that it holds no payments.',
  });
  const empty = understand([]);
  expect(readAsDecided(empty, { ...leftOut, isLeftOut: false })).toEqual(empty);
});
