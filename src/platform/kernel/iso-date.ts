import { ok, refuse, type Result } from './result.ts';

/** A plain calendar date in Europe/London, `2008-07-09`. Never an instant, never UTC midnight. */
export type IsoDate = string & { readonly isoDate: unique symbol };

/** Days from 1 January 1970, negative before it. The one number that all arithmetic on dates goes through. */
export type DayNumber = number;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const daysInFourCenturies = 146_097;
/** From 1 March of the year 0, where the civil algorithm counts from, to 1 January 1970. */
const epochShift = 719_468;

/**
 * The date written in `text` as YYYY-MM-DD, if the calendar has such a day (2023-02-29 has not); years
 * 0001–9999.
 */
export function isoDate(text: string): Result<IsoDate, 'not-a-date'> {
  const [, year, month, day] = shape.exec(text) ?? [];
  if (year === undefined || year === '0000') return refuse('not-a-date');
  return civilDate(Number(year), Number(month), Number(day));
}

/**
 * A date known to be right, in code and tests: `date('2008-07-09')`. A date that does not exist is a bug and
 * throws.
 */
export function date(text: string): IsoDate {
  const parsed = isoDate(text);
  if (!parsed.ok) throw new RangeError(`“${text}” is not a calendar date written YYYY-MM-DD`);
  return parsed.value;
}

/** The date with this year (1–9999), month (1–12) and day of the month, if the calendar has it. */
export function civilDate(year: number, month: number, day: number): Result<IsoDate, 'not-a-date'> {
  const whole = [year, month, day].every(Number.isInteger);
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return refuse('not-a-date');
  if (day < 1 || day > daysInMonth(year, month)) return refuse('not-a-date');
  return ok(write(year, month, day));
}

/** Year, month (1–12) and day of the month. */
export function dateParts(on: IsoDate): Readonly<{ year: number; month: number; day: number }> {
  return { year: Number(on.slice(0, 4)), month: Number(on.slice(5, 7)), day: Number(on.slice(8, 10)) };
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/**
 * The date as a day number. Civil-date arithmetic on whole numbers: years are counted from March, so that the
 * leap day comes last. It knows no time zone and so cannot slip a day in summer time.
 */
export function dayNumber(on: IsoDate): DayNumber {
  const { year, month, day } = dateParts(on);
  const marchYear = month > 2 ? year : year - 1;
  const century = Math.floor(marchYear / 400);
  const yearOfCentury = marchYear - century * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(yearOfCentury / 4) - Math.floor(yearOfCentury / 100);
  return century * daysInFourCenturies + yearOfCentury * 365 + leapDays + dayOfYear - epochShift;
}

/** The date of a day number. Throws outside the years 0001–9999, where the written form ends. */
export function dateOfDayNumber(number: DayNumber): IsoDate {
  const shifted = number + epochShift;
  const century = Math.floor(shifted / daysInFourCenturies);
  const dayOfCentury = shifted - century * daysInFourCenturies;
  const leapDays =
    Math.floor(dayOfCentury / 1460) - Math.floor(dayOfCentury / 36_524) + Math.floor(dayOfCentury / 146_096);
  const yearOfCentury = Math.floor((dayOfCentury - leapDays) / 365);
  const daysBefore = 365 * yearOfCentury + Math.floor(yearOfCentury / 4) - Math.floor(yearOfCentury / 100);
  const dayOfYear = dayOfCentury - daysBefore;
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfCentury + century * 400 + (month <= 2 ? 1 : 0);
  const found = civilDate(year, month, day);
  if (!found.ok) throw new RangeError(`Day ${number} lies outside the years 0001 to 9999`);
  return found.value;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function write(year: number, month: number, day: number): IsoDate {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return text as IsoDate;
}
