import {
  civilDate,
  dateOfDayNumber,
  dateParts,
  type DayNumber,
  dayNumber,
  daysInMonth,
  type IsoDate,
} from './iso-date.ts';

/** From Monday, as ISO 8601 counts them. */
export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** The date so many calendar days later, or earlier for a negative count. */
export function addDays(on: IsoDate, days: number): IsoDate {
  return dateOfDayNumber(dayNumber(on) + days);
}

/**
 * The same day so many months later or earlier; the last day of the month where it has no such day (31 March
 * + 1 = 30 April).
 */
export function addMonths(on: IsoDate, months: number): IsoDate {
  const { year, month, day } = dateParts(on);
  const monthsFromZero = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(monthsFromZero / 12);
  const targetMonth = monthsFromZero - targetYear * 12 + 1;
  const found = civilDate(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
  if (!found.ok) throw new RangeError(`${months} months from ${on} lies outside the years 0001 to 9999`);
  return found.value;
}

/** Nights between two dates: 0 for the same day, negative when `to` is the earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** For sorting: negative when `a` is earlier. `<` and `===` work on dates too. */
export function compareDates(a: IsoDate, b: IsoDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The earliest of one date or more. */
export function earliestOf(first: IsoDate, ...others: readonly IsoDate[]): IsoDate {
  return others.reduce((earliest, on) => (on < earliest ? on : earliest), first);
}

/** The latest of one date or more. */
export function latestOf(first: IsoDate, ...others: readonly IsoDate[]): IsoDate {
  return others.reduce((latest, on) => (on > latest ? on : latest), first);
}

/** `Wednesday` for 2008-07-09. */
export function weekday(on: IsoDate): Weekday {
  const name = weekdays[weekdayIndex(dayNumber(on))];
  if (name === undefined) throw new Error(`No weekday for ${on}`);
  return name;
}

/** Saturday or Sunday. Bank holidays are a calendar’s to know. */
export function isWeekend(on: IsoDate): boolean {
  return weekdayIndex(dayNumber(on)) >= 5;
}

/** Every date from the first to the last, both included; none when `last` is the earlier. */
export function dayRange(first: IsoDate, last: IsoDate): readonly IsoDate[] {
  const start = dayNumber(first);
  const length = Math.max(0, dayNumber(last) - start + 1);
  return Array.from({ length }, (_, index) => dateOfDayNumber(start + index));
}

/** Monday 0 … Sunday 6. 1 January 1970 was a Thursday. */
function weekdayIndex(number: DayNumber): number {
  return (((number + 3) % 7) + 7) % 7;
}
