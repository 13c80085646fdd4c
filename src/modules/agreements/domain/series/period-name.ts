import { dateParts, formatDate, type IsoDate, months } from '#platform/kernel';
import type { ReadingPeriod } from '../reading/reading.ts';
import { wholeMonths } from './periods.ts';

/**
 * A period as people say it: `June 2008`, `April to June 2008`, `2008-09` for a financial year, `2008` for a calendar year,
 * `academic year 2008-09`, `the 12 months to June 2008`, and from day to day where it is none of these.
 */
export function periodName(period: ReadingPeriod): string {
  const { from, to } = period;
  const count = wholeMonths(period);
  if (from === to) return formatDate(to);
  if (count === undefined) return `${formatDate(from)} to ${formatDate(to)}`;
  const [first, last] = [dateParts(from), dateParts(to)];
  const years = `${first.year}-${String(last.year % 100).padStart(2, '0')}`;
  if (count === 1) return monthAndYear(to);
  if (count !== 12)
    return `${first.year === last.year ? monthName(from) : monthAndYear(from)} to ${monthAndYear(to)}`;
  if (first.month === 4) return years;
  if (first.month === 1) return String(last.year);
  if (first.month === 9) return `academic year ${years}`;
  return `the 12 months to ${monthAndYear(to)}`;
}

const monthName = (on: IsoDate): string => months[dateParts(on).month - 1] ?? '';
const monthAndYear = (on: IsoDate): string => `${monthName(on)} ${dateParts(on).year}`;
