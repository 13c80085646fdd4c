import { addMonths, dayRange, earliestOf, latestOf, weekday } from '../date-arithmetic.ts';
import { formatDate } from '../format-date.ts';
import type { IsoDate } from '../iso-date.ts';
import type { BankHolidayTable } from './bank-holiday-table.ts';
import { parishBreaks } from './parish-breaks.ts';

/**
 * Days on which a body's own offices are closed, both ends included, where its constitution leaves them out
 * of the count.
 */
export type LocalClosure = Readonly<{ first: IsoDate; last: IsoDate; reason: string }>;

/**
 * Which days count: `calendar` every day; `working` Monday to Friday without bank holidays and local
 * closures; `parish` Monday to Saturday without the breaks of section 243 of the Local Government Act 1972.
 */
export const bases = ['calendar', 'working', 'parish'] as const;
export type Basis = (typeof bases)[number];

/**
 * The days that one body's clocks skip, and the span of dates for which that is known. A value: bodies and
 * laws differ.
 */
export type Calendar = Readonly<{
  title: string;
  knownFrom: IsoDate;
  knownTo: IsoDate;
  /** Why a day is no working day, besides being at a weekend. */
  closedDays: ReadonlyMap<IsoDate, string>;
  /** Why a day does not count in a parish council's notice, besides being a Sunday. */
  parishBreaks: ReadonlyMap<IsoDate, string>;
}>;

/**
 * A calendar in which a day closed in any of the tables is closed. One table for England's notices and
 * call-in; the tables of all four nations for freedom of information, whose working days skip the bank
 * holidays of any of them (Freedom of Information Act 2000, section 10(6)).
 */
export function calendarFrom({
  title,
  tables,
  closures = [],
}: Readonly<{
  title: string;
  tables: readonly [BankHolidayTable, ...BankHolidayTable[]];
  closures?: readonly LocalClosure[];
}>): Calendar {
  const [first, ...others] = tables;
  const holidays = tables.flatMap((table) => table.holidays);
  const solemn = tables.flatMap((table) => table.thanksgivingOrMourning);
  const closed = closures.flatMap((closure) =>
    dayRange(closure.first, closure.last).map((on) => [on, closure.reason] as const),
  );
  return {
    title,
    knownFrom: latestOf(first.knownFrom, ...others.map((table) => table.knownFrom)),
    knownTo: earliestOf(first.knownTo, ...others.map((table) => table.knownTo)),
    closedDays: new Map([...closed, ...holidays.map(({ date, name }) => [date, name] as const)]),
    parishBreaks: parishBreaks(holidays, solemn),
  };
}

/**
 * Why a day does not count on a basis, in a word or two, `Saturday` or `Summer bank holiday`; undefined when
 * it counts.
 */
export function whyNotCounted(calendar: Calendar, on: IsoDate, basis: Basis): string | undefined {
  if (basis === 'calendar') return undefined;
  const name = weekday(on);
  if (name === 'Sunday') return name;
  if (basis === 'parish') return calendar.parishBreaks.get(on);
  if (name === 'Saturday') return name;
  return calendar.closedDays.get(on);
}

/** Whether it is a working day. Outside the calendar's known span only weekends and closures can be told. */
export function isWorkingDay(calendar: Calendar, on: IsoDate): boolean {
  return whyNotCounted(calendar, on, 'working') === undefined;
}

/** Whether the calendar knows the holidays of a day. */
export function isKnown(calendar: Calendar, on: IsoDate): boolean {
  return on >= calendar.knownFrom && on <= calendar.knownTo;
}

/**
 * A warning for administrators once the known span ends in less than twelve months; undefined before that.
 */
export function calendarEndsSoon(calendar: Calendar, today: IsoDate): string | undefined {
  if (addMonths(today, 12) <= calendar.knownTo) return undefined;
  return `${calendar.title}: bank holidays are known only to ${formatDate(calendar.knownTo)}. Add the years that have been announced since.`;
}
