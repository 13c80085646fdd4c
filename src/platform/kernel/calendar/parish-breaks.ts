import { addDays, compareDates, dayRange, weekday } from '../date-arithmetic.ts';
import { date as asDate, type IsoDate } from '../iso-date.ts';
import type { NamedDay } from './bank-holiday-table.ts';

const christmasBreak = 'Christmas break';
const easterBreak = 'Easter break';

/**
 * The days, besides Sundays, that section 243 of the Local Government Act 1972 leaves out of a parish
 * council's notice, each with its reason. Its words for a break reach to the week day on either side: from
 * the last week day before Christmas Day to the first after it that is no bank holiday; from Maundy Thursday
 * to the Tuesday after Easter; from the last week day before any other bank holiday to the next that is none.
 * A Saturday is a week day. Days of public thanksgiving or mourning are left out too. (Certainty: confident,
 * not re-read; the associations of local councils leave out the bank holiday alone, so this never gives
 * shorter notice than theirs.)
 */
export function parishBreaks(
  holidays: readonly NamedDay[],
  solemnDays: readonly NamedDay[],
): ReadonlyMap<IsoDate, string> {
  const bankHolidays = new Set(holidays.map(({ date }) => date));
  const reasons = new Map<IsoDate, string>();
  const add = (first: IsoDate, last: IsoDate, reason: string) => {
    for (const on of dayRange(first, last)) if (!reasons.has(on)) reasons.set(on, reason);
  };
  for (const { date, name } of solemnDays) add(date, date, name);
  for (const { date } of holidays.filter(({ name }) => name === 'Good Friday')) {
    add(addDays(date, -1), addDays(date, 4), easterBreak);
  }
  for (const christmas of christmasDays(holidays)) {
    add(weekDayBefore(christmas), openWeekDayAfter(christmas, bankHolidays), christmasBreak);
  }
  for (const { date, name } of holidays.toSorted((a, b) => compareDates(a.date, b.date))) {
    if (reasons.get(date) === christmasBreak || reasons.get(date) === easterBreak) continue;
    add(weekDayBefore(date), openWeekDayAfter(date, bankHolidays), `${name} break`);
  }
  return reasons;
}

function christmasDays(holidays: readonly NamedDay[]): readonly IsoDate[] {
  const years = new Set(
    holidays.filter(({ name }) => name === 'Christmas Day').map(({ date }) => date.slice(0, 4)),
  );
  return Array.from(years, (year) => asDate(`${year}-12-25`));
}

function weekDayBefore(on: IsoDate): IsoDate {
  const before = addDays(on, -1);
  return weekday(before) === 'Sunday' ? addDays(before, -1) : before;
}

function openWeekDayAfter(on: IsoDate, bankHolidays: ReadonlySet<IsoDate>): IsoDate {
  let after = addDays(on, 1);
  while (weekday(after) === 'Sunday' || bankHolidays.has(after)) after = addDays(after, 1);
  return after;
}
