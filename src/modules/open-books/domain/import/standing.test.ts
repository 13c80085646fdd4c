import { noMoney } from '#platform/kernel';
import { expect, test } from 'vitest';
import { monthsAround } from '../release/months-covered.ts';
import { date } from '#platform/kernel';
import type { ImportOutcome, ImportReading, Officer } from './import.ts';
import type { ImportReport, TableReport } from './report.ts';
import { importStanding, isSomebodyElse, mayBeAsked, mayBeReadAgain } from './standing.ts';

const begun = new Date('2026-09-20T10:00:00Z');
const later = (seconds: number) => new Date(begun.getTime() + seconds * 1000);
const finance: Officer = {
  office: 'Section 151 Officer',
  officeId: 'maidstone.section-151-officer',
  accountId: 'a',
};
const chief: Officer = { office: 'Chief Executive', officeId: 'maidstone.chief-executive', accountId: 'b' };

const reading = (moved: Partial<ImportReading> = {}): ImportReading => ({
  number: 1,
  begunAt: begun,
  movedAt: begun,
  bytesDone: 0,
  rowsDone: 0,
  penceDone: noMoney,
  endedAt: undefined,
  report: undefined,
  failed: undefined,
  ...moved,
});
const report = (rowsUnderstood: number, table: Partial<TableReport> = {}): ImportReport =>
  ({
    rowsUnderstood,
    tables: [{ inDoubt: null, columnsBy: 'reading', ...table }],
  }) as unknown as ImportReport;
const became = (outcome: ImportOutcome['outcome'], by: Officer, number = 1): ImportOutcome => ({
  outcome,
  reading: number,
  period: outcome === 'asked' ? monthsAround(date('2026-07-03'), date('2026-07-29')) : undefined,
  says: '',
  by,
  at: begun,
});
const is = (outcomes: readonly ImportOutcome[], last: ImportReading, now = begun) =>
  importStanding({ reading: last, outcomes }, now);

test('a reading that says nothing for a minute has stopped, and can be begun again', () => {
  expect(is([], reading(), later(60)).is).toBe('reading');
  const quiet = is([], reading(), later(61));
  expect(quiet.is).toBe('quiet');
  expect(mayBeReadAgain(quiet)).toBe(true);
  expect(is([], reading({ movedAt: later(50) }), later(61)).is).toBe('reading');
  expect(is([], reading({ failed: 'No room' }))).toEqual({ is: 'failed', says: 'No room' });
});

test('nobody can ask for what is in doubt until an officer has said which column is which', () => {
  const doubted = is([], reading({ report: report(4, { inDoubt: 'It is not certain' }) }));
  expect(doubted.is).toBe('in-doubt');
  expect(mayBeAsked(doubted)).toBe(false);
  expect(is([], reading({ report: report(0, { inDoubt: 'It is not certain' }) })).is).toBe('in-doubt');
  expect(is([], reading({ report: report(4, { inDoubt: 'Still', columnsBy: 'officer' }) })).is).toBe('read');
  expect(is([], reading({ report: report(0) })).is).toBe('refused');
});

test('what was said of an earlier reading says nothing of a newer one, but an end is an end', () => {
  const read = reading({ report: report(4) });
  const again = reading({ number: 2, report: report(5) });
  expect(is([became('asked', finance)], read)).toMatchObject({ is: 'asked', by: finance });
  const returned = [became('asked', finance), became('returned', chief)];
  expect(mayBeAsked(is(returned, read))).toBe(true);
  expect(is(returned, again).is).toBe('read');
  expect(is([became('asked', finance), became('approved', chief)], again).is).toBe('approved');
  expect(is([became('dropped', finance)], again).is).toBe('dropped');
  expect(mayBeReadAgain(is([became('asked', finance)], read))).toBe(false);
});

test('somebody else is another office and another account', () => {
  expect(isSomebodyElse([finance], chief)).toBe(true);
  expect(isSomebodyElse([finance], { ...chief, accountId: 'a' })).toBe(false);
  expect(isSomebodyElse([finance], { ...finance, accountId: 'c' })).toBe(false);
  expect(isSomebodyElse([finance, chief], { officeId: 'maidstone.leader', accountId: 'b' })).toBe(false);
  const tried = { ...finance, accountId: undefined };
  expect(isSomebodyElse([tried], { ...chief, accountId: undefined })).toBe(true);
  expect(isSomebodyElse([tried], tried)).toBe(false);
});
