import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { england, englandTable } from '../../../../tests/support/england-calendar.ts';
import { addDays, dayRange } from '../date-arithmetic.ts';
import { date, dateOfDayNumber, dayNumber } from '../iso-date.ts';
import { type Basis, calendarFrom, isKnown, whyNotCounted } from './calendar.ts';
import { clearDaysBetween, earliestEvent, latestNotice } from './clear-days.ts';
import { addWorkingDays } from './working-days.ts';

/**
 * A second counter that shares nothing with the first: a list of all days with the working ones numbered, so
 * that every answer is a look-up by position.
 */
const holidays = new Set(englandTable.holidays.map((holiday) => String(holiday.date)));
const days: { on: string; working: boolean; workedBefore: number }[] = [];
const workingDays: string[] = [];
for (let at = Date.UTC(2006, 0, 1, 12); at < Date.UTC(2037, 0, 1, 12); at += 86_400_000) {
  const on = new Date(at).toISOString().slice(0, 10);
  const working = ![0, 6].includes(new Date(at).getUTCDay()) && !holidays.has(on);
  days.push({ on, working, workedBefore: workingDays.length });
  if (working) workingDays.push(on);
}
const tested = days
  .map((day, index) => ({ ...day, index }))
  .filter(({ on }) => on >= '2007-01-01' && on < '2036-01-01');

const workingDayAfter = ({ working, workedBefore }: (typeof days)[number], n: number) =>
  workingDays[workedBefore + n - (working ? 0 : 1)];
const workingDayBefore = ({ workedBefore }: (typeof days)[number], n: number) =>
  workingDays[workedBefore - n];

describe('on every day from 2007 to 2035 an independent counter agrees', () => {
  it('tests every one of those days', () => {
    expect(tested).toHaveLength(10_592);
  });

  it.each([1, 4, 5, 10])('on the %d-th working day after it', (n) => {
    const wrong = tested.filter(
      (day) => addWorkingDays(england, date(day.on), n).date !== workingDayAfter(day, n),
    );
    expect(wrong).toEqual([]);
  });

  it.each([0, 3, 5])('on the earliest event and latest notice with %d clear working days', (n) => {
    const wrong = tested.filter(
      (day) =>
        earliestEvent(england, date(day.on), n, 'working').date !== workingDayAfter(day, n + 1) ||
        latestNotice(england, date(day.on), n, 'working').date !== workingDayBefore(day, n + 1),
    );
    expect(wrong).toEqual([]);
  });

  it('on the earliest event and latest notice with 28 clear calendar days', () => {
    const wrong = tested.filter(
      ({ on, index }) =>
        earliestEvent(england, date(on), 28, 'calendar').date !== days[index + 29]?.on ||
        latestNotice(england, date(on), 28, 'calendar').date !== days[index - 29]?.on,
    );
    expect(wrong).toEqual([]);
  });

  it('and would notice the loss of a single holiday from the table', () => {
    const kept = englandTable.holidays.filter((holiday) => holiday.date !== '2026-04-06');
    const lossy = calendarFrom({ title: 'Lossy', tables: [{ ...englandTable, holidays: kept }] });
    const wrong = tested.filter(
      (day) => addWorkingDays(lossy, date(day.on), 5).date !== workingDayAfter(day, 5),
    );
    expect(wrong.map(({ on }) => on)).toContain('2026-03-31');
  });

  it('and every answer that reaches past the table warns, and no other', () => {
    const wrong = tested.filter((day) => {
      const answer = addWorkingDays(england, date(day.on), 5);
      const reachesOut = answer.date > '2029-12-31';
      return reachesOut !== (answer.explanation.outsideKnown !== undefined);
    });
    expect(wrong).toEqual([]);
  });
});

describe('for any notice, number of days and basis', () => {
  const anyDate = fc
    .integer({ min: dayNumber(date('1998-02-01')), max: dayNumber(date('2029-09-30')) })
    .map((number) => dateOfDayNumber(number));
  const anyCount = fc.integer({ min: 0, max: 40 });
  const anyBasis = fc.constantFrom<Basis>('calendar', 'working', 'parish');
  const counts = (on: ReturnType<typeof date>, basis: Basis) =>
    whyNotCounted(england, on, basis) === undefined;

  it('the event is never earlier than the law allows, and not a counting day later than it need be', () => {
    fc.assert(
      fc.property(anyDate, anyCount, anyBasis, (notice, n, basis) => {
        const event = earliestEvent(england, notice, n, basis).date;
        expect(clearDaysBetween(england, notice, event, basis).days).toBe(n);
        const sooner = dayRange(addDays(notice, 1), addDays(event, -1)).filter((on) => counts(on, basis));
        expect(sooner.filter((on) => clearDaysBetween(england, notice, on, basis).days >= n)).toEqual([]);
      }),
    );
  });

  it('the notice is never later than the law allows, and not a counting day earlier than it need be', () => {
    fc.assert(
      fc.property(anyDate, anyCount, anyBasis, (event, n, basis) => {
        const notice = latestNotice(england, event, n, basis).date;
        expect(clearDaysBetween(england, notice, event, basis).days).toBe(n);
        const later = dayRange(addDays(notice, 1), addDays(event, -1)).filter((on) => counts(on, basis));
        expect(later.filter((on) => clearDaysBetween(england, on, event, basis).days >= n)).toEqual([]);
      }),
    );
  });

  it('between counting days the two undo one another', () => {
    fc.assert(
      fc.property(anyDate, anyCount, anyBasis, (on, n, basis) => {
        fc.pre(counts(on, basis));
        expect(latestNotice(england, earliestEvent(england, on, n, basis).date, n, basis).date).toBe(on);
        expect(earliestEvent(england, latestNotice(england, on, n, basis).date, n, basis).date).toBe(on);
      }),
    );
  });

  it('the explanation accounts for every day between the notice and the event', () => {
    fc.assert(
      fc.property(anyDate, anyCount, anyBasis, (notice, n, basis) => {
        const { date: event, explanation } = earliestEvent(england, notice, n, basis);
        const between = dayRange(addDays(notice, 1), addDays(event, -1));
        expect(explanation.skipped.map((day) => day.date)).toEqual(
          between.filter((on) => !counts(on, basis)),
        );
        expect(between.length).toBe(n + explanation.skipped.length);
        expect(explanation.outsideKnown === undefined || !isKnown(england, event)).toBe(true);
      }),
    );
  });

  it('parish notice is never shorter than leaving out Sundays and bank holidays alone', () => {
    fc.assert(
      fc.property(anyDate, (notice) => {
        const event = earliestEvent(england, notice, 3, 'parish').date;
        const plain = dayRange(addDays(notice, 1), addDays(event, -1)).filter(
          (on) => whyNotCounted(england, on, 'parish') !== 'Sunday' && !holidays.has(on),
        );
        expect(plain.length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
