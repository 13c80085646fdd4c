import type { IsoDate } from '../iso-date.ts';
import type { LondonTime } from '../london-time.ts';
import type { WallTime } from '../wall-time.ts';
import type { Calendar } from './calendar.ts';
import { countDays } from './counting.ts';
import { type ComputedDate, knownSpanWarning } from './explanation.ts';

/** The n-th working day strictly after a day. The day itself is day 0, also when it is no working day. */
export function addWorkingDays(calendar: Calendar, from: IsoDate, days: number): ComputedDate {
  const { reached, skipped } = countDays(calendar, from, days, 'working');
  return {
    date: reached,
    explanation: {
      rule: 'working-days-after',
      countedFrom: from,
      countedTo: reached,
      counted: days,
      basis: 'working',
      skipped,
      result: reached,
      ...knownSpanWarning(calendar, 'working', from, reached),
    },
  };
}

/**
 * The day from which something published at this moment is counted: that day, or the next working day when it
 * came after the body's cut-off time. At the cut-off itself it is still in time.
 */
export function countsFrom(calendar: Calendar, published: LondonTime, cutOff: WallTime): ComputedDate {
  const late = published.time > cutOff;
  const { reached, skipped } = countDays(calendar, published.date, late ? 1 : 0, 'working');
  return {
    date: reached,
    explanation: {
      rule: 'counts-from',
      countedFrom: published.date,
      countedTo: reached,
      counted: late ? 1 : 0,
      basis: 'working',
      skipped,
      result: reached,
      resultTime: cutOff,
      ...(late && knownSpanWarning(calendar, 'working', published.date, reached)),
    },
  };
}
