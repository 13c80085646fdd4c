import { type Calendar, dayRange, earliestOf, type IsoDate, isWorkingDay, latestOf } from '#platform/kernel';
import type { WorkingDays } from './judged-decision.ts';

/**
 * Counts working days between any two days of a span at once, for thousands of pairs: each day is numbered by the working
 * days up to and with it, so a count is one subtraction. The day it counts from is day 0. Days outside the span, or whose
 * bank holidays are not known, have no count.
 */
export function workingDayCounter(
  calendar: Calendar,
  { first, last }: Readonly<{ first: IsoDate; last: IsoDate }> = {
    first: calendar.knownFrom,
    last: calendar.knownTo,
  },
): WorkingDays {
  const numbers = new Map<IsoDate, number>();
  let number = 0;
  for (const day of dayRange(latestOf(first, calendar.knownFrom), earliestOf(last, calendar.knownTo))) {
    if (isWorkingDay(calendar, day)) number += 1;
    numbers.set(day, number);
  }
  return (from, to) => {
    const [first, last] = [numbers.get(from), numbers.get(to)];
    return first === undefined || last === undefined ? undefined : Math.max(0, last - first);
  };
}
