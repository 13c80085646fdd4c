import { addDays } from '../date-arithmetic.ts';
import type { IsoDate } from '../iso-date.ts';
import { type Basis, type Calendar, whyNotCounted } from './calendar.ts';
import type { SkippedDay } from './explanation.ts';

/** Where a count arrived and what it passed over, in the order of the calendar. */
export type Count = Readonly<{ reached: IsoDate; skipped: readonly SkippedDay[] }>;
export type Direction = 'forwards' | 'backwards';

/**
 * The n-th counting day strictly after (or before) a day, which is never counted itself, whatever day it is.
 * Zero stays where it is. A count that is negative or not whole is a bug and throws.
 */
export function countDays(
  calendar: Calendar,
  from: IsoDate,
  days: number,
  basis: Basis,
  direction: Direction = 'forwards',
): Count {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Cannot count ${days} days`);
  const step = direction === 'forwards' ? 1 : -1;
  const skipped: SkippedDay[] = [];
  let reached = from;
  for (let left = days; left > 0;) {
    reached = addDays(reached, step);
    const why = whyNotCounted(calendar, reached, basis);
    if (why === undefined) left -= 1;
    else skipped.push({ date: reached, why });
  }
  return { reached, skipped: direction === 'forwards' ? skipped : skipped.toReversed() };
}
