import { addDays, addMonths } from '../date-arithmetic.ts';
import { dateParts, type IsoDate } from '../iso-date.ts';
import type { ComputedDate, CountingRule } from './explanation.ts';

/**
 * The last day of a period of so many weeks “beginning with” a day, which is its day 1: six weeks beginning
 * with 2 March 2026 end with 12 April 2026. Every day counts, so no calendar is needed.
 */
export function weeksBeginningWith(first: IsoDate, weeks: number): ComputedDate {
  return period('weeks-beginning-with', first, weeks, addDays(first, weeks * 7 - 1));
}

/**
 * The last day of a period of so many months “beginning with” a day: the day before the same day of the month
 * it reaches, or the last of that month where it has no such day. Six months beginning with 2 March 2026 end
 * with 1 September 2026.
 */
export function monthsBeginningWith(first: IsoDate, months: number): ComputedDate {
  const reached = addMonths(first, months);
  const hasSameDay = dateParts(reached).day === dateParts(first).day;
  return period('months-beginning-with', first, months, hasSameDay ? addDays(reached, -1) : reached);
}

function period(rule: CountingRule, first: IsoDate, counted: number, last: IsoDate): ComputedDate {
  if (!Number.isInteger(counted) || counted < 1) throw new RangeError(`A period cannot be ${counted} long`);
  return {
    date: last,
    explanation: {
      rule,
      countedFrom: first,
      countedTo: last,
      counted,
      basis: 'calendar',
      skipped: [],
      result: last,
    },
  };
}
