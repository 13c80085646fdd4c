import { type Calendar, dayRange, type IsoDate, isWorkingDay } from '#platform/kernel';
import type { WorkingDays } from './judged-decision.ts';

/**
 * Counts working days between any two days of a calendar’s known span at once, for tens of thousands of pairs: each day is
 * numbered by the working days up to and with it, so a count is one subtraction. The day it counts from is day 0.
 */
export function workingDayCounter(calendar: Calendar): WorkingDays {
  const numbers = new Map<IsoDate, number>();
  let number = 0;
  for (const day of dayRange(calendar.knownFrom, calendar.knownTo)) {
    if (isWorkingDay(calendar, day)) number += 1;
    numbers.set(day, number);
  }
  return (from, to) => {
    const [first, last] = [numbers.get(from), numbers.get(to)];
    return first === undefined || last === undefined ? undefined : Math.max(0, last - first);
  };
}
