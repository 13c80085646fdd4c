import { addDays, addMonths, date, dateParts, daysInMonth, type IsoDate } from '#platform/kernel';
import type { ReadingPeriod } from '../reading/reading.ts';
import type { Series } from './series.ts';

/** What of a series says when its periods end and how much each covers. */
export type Rhythm = Pick<Series, 'frequency' | 'accumulation' | 'fromDay'>;

/**
 * The last months of the periods within a year. Terms are those of early education funding, which begin on 1 September,
 * 1 January and 1 April.
 */
const endMonths = {
  monthly: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  quarterly: [3, 6, 9, 12],
  termly: [3, 8, 12],
};

const termLengths: Readonly<Record<number, number>> = { 3: 3, 8: 5, 12: 4 };

/**
 * Every period of a series that ends from the first to the last day, both included, in order. Yearly ones follow the
 * financial year, the academic year where that is what the series adds up over, and the calendar year where the series
 * begins on a 1 January; two-yearly ones are the years of a survey, counted from the year in which the series begins, or as
 * the Place Survey fell, in 2008-09 and every second year before and after.
 */
export function periodsBetween(series: Rhythm, first: IsoDate, last: IsoDate): readonly ReadingPeriod[] {
  const found: ReadingPeriod[] = [];
  for (let month = monthNumber(first); month <= monthNumber(last); month += 1) {
    const to = lastDayOf(month);
    if (to >= first && to <= last && isPeriodEnd(series, to)) found.push(periodEnding(series, to));
  }
  return found;
}

/** The period of a series that ends on a day: what a reading of that day covers. */
export function periodEnding(series: Rhythm, to: IsoDate): ReadingPeriod {
  switch (series.accumulation) {
    case 'cumulative':
      return { from: yearStart(to, 4), to };
    case 'academic-year':
      return { from: yearStart(to, 9), to };
    case 'rolling':
      return { from: monthsBack(to, 12), to };
    case 'point':
      return { from: monthsBack(to, monthsCovered(series, to)), to };
  }
}

/** The last period of a series that is over before a day begins. */
export function lastPeriodBefore(series: Rhythm, on: IsoDate): ReadingPeriod {
  const found = periodsBetween(series, addMonths(on, -25), addDays(on, -1)).at(-1);
  if (found === undefined) throw new Error(`No period of a ${series.frequency} series ends before ${on}`);
  return found;
}

/**
 * Whether a reading of a series can cover this period. A yearly or two-yearly one may be of any twelve whole months, for many
 * sources keep the calendar year; the others are as their rhythm says.
 */
export function isPeriodOf(series: Rhythm, { from, to }: ReadingPeriod): boolean {
  const isYearly = series.frequency === 'annual' || series.frequency === 'biennial';
  if (isYearly) return isMonthEnd(to) && from === monthsBack(to, 12);
  return isPeriodEnd(series, to) && from === periodEnding(series, to).from;
}

/** The period just before this one, by the rhythm of the series. */
export function periodBefore(series: Rhythm, { from, to }: ReadingPeriod): ReadingPeriod {
  const yearly = { annual: 12, biennial: 24 }[series.frequency as string];
  if (yearly !== undefined) return shifted({ from, to }, -yearly);
  const back =
    { monthly: 1, quarterly: 3, termly: monthsCovered(series, to) }[series.frequency as string] ?? 12;
  return periodEnding(series, monthEndBack(to, back));
}

/** The period just after this one, by the rhythm of the series. */
export function periodAfter(series: Rhythm, period: ReadingPeriod): ReadingPeriod {
  if (series.frequency === 'annual') return shifted(period, 12);
  if (series.frequency === 'biennial') return shifted(period, 24);
  const next = periodsBetween(series, addDays(period.to, 1), addMonths(period.to, 6))[0];
  if (next === undefined)
    throw new Error(`No period of a ${series.frequency} series begins after ${period.to}`);
  return next;
}

/** The same months a year before. */
export function samePeriodLastYear(period: ReadingPeriod): ReadingPeriod {
  return shifted(period, -12);
}

/** The day by which a reading is due: so many days after its period ends. */
export function readingDue({ lagDays }: Pick<Series, 'lagDays'>, { to }: ReadingPeriod): IsoDate {
  return addDays(to, lagDays);
}

/** How many readings a year has; a survey of every second year counts as one. */
export const periodsPerYear = ({ frequency }: Pick<Series, 'frequency'>): number =>
  ({ monthly: 12, quarterly: 4, termly: 3, annual: 1, biennial: 1 })[frequency];

/** Whether a period is over when a day begins: a reading before that is of something unfinished. */
export function isOver({ to }: ReadingPeriod, on: IsoDate): boolean {
  return to < on;
}

/** How many whole months lie from the first day of a period to its last; undefined when it is not of whole months. */
export function wholeMonths({ from, to }: ReadingPeriod): number | undefined {
  if (dateParts(from).day !== 1 || !isMonthEnd(to)) return undefined;
  return monthNumber(to) - monthNumber(from) + 1;
}

export const isMonthEnd = (on: IsoDate): boolean => dateParts(addDays(on, 1)).day === 1;

function isPeriodEnd(series: Rhythm, to: IsoDate): boolean {
  if (!isMonthEnd(to)) return false;
  const { year, month } = dateParts(to);
  if (series.frequency !== 'annual' && series.frequency !== 'biennial')
    return endMonths[series.frequency].includes(month);
  if (month !== lastMonthOfYear(series)) return false;
  return series.frequency === 'annual' || (year - surveyYear(series)) % 2 === 0;
}

/** How many months a period that stands by itself covers. */
function monthsCovered(series: Rhythm, to: IsoDate): number {
  if (series.frequency === 'termly') return termLengths[dateParts(to).month] ?? 3;
  return { monthly: 1, quarterly: 3, annual: 12, biennial: 12 }[series.frequency];
}

function lastMonthOfYear({ accumulation, fromDay }: Rhythm): number {
  if (accumulation === 'academic-year') return 8;
  const begins = fromDay?.slice(5);
  if (accumulation === 'cumulative') return 3;
  return begins === '01-01' ? 12 : begins === '09-01' ? 8 : 3;
}

/** The year in which one of the surveys’ years ends. */
function surveyYear(series: Rhythm): number {
  if (series.fromDay === undefined) return 2009;
  const { year, month } = dateParts(series.fromDay);
  return month > lastMonthOfYear(series) ? year + 1 : year;
}

function shifted({ from, to }: ReadingPeriod, months: number): ReadingPeriod {
  return {
    from: addMonths(from, months),
    to: isMonthEnd(to) ? monthEndBack(to, -months) : addMonths(to, months),
  };
}

const monthEndBack = (to: IsoDate, months: number): IsoDate => lastDayOf(monthNumber(to) - months);
const monthsBack = (to: IsoDate, months: number): IsoDate => addMonths(addDays(to, 1), -months);

/** The first day of the year, begun in a month, that a day lies in. */
function yearStart(on: IsoDate, firstMonth: number): IsoDate {
  const { year, month } = dateParts(on);
  return day(month >= firstMonth ? year : year - 1, firstMonth, 1);
}

/** Months counted from the year nought, so that they can be counted with. */
function monthNumber(on: IsoDate): number {
  const { year, month } = dateParts(on);
  return year * 12 + month - 1;
}

function lastDayOf(number: number): IsoDate {
  const [year, month] = [Math.floor(number / 12), (number % 12) + 1];
  return day(year, month, daysInMonth(year, month));
}

const day = (year: number, month: number, dayOfMonth: number): IsoDate =>
  date(
    [String(year).padStart(4, '0'), ...[month, dayOfMonth].map((part) => String(part).padStart(2, '0'))].join(
      '-',
    ),
  );
