import { isKnown, type Basis, type Calendar } from './calendar.ts';
import type { IsoDate } from '../iso-date.ts';
import type { WallTime } from '../wall-time.ts';

/** What was worked out. Each has its own sentence in `explain`. */
export type CountingRule =
  | 'working-days-after'
  | 'earliest-event'
  | 'latest-notice'
  | 'clear-days-between'
  | 'counts-from'
  | 'call-in-deadline'
  | 'effective-after-deadline'
  | 'effective-at-noon'
  | 'effective-next-working-day'
  | 'effective-next-calendar-day'
  | 'weeks-beginning-with'
  | 'months-beginning-with';

/** A day passed over and the reason. */
export type SkippedDay = Readonly<{ date: IsoDate; why: string }>;

/** The span for which a calendar's bank holidays are known. */
export type KnownSpan = Readonly<{ knownFrom: IsoDate; knownTo: IsoDate }>;

/** How a date was reached, in facts; `explain` says it in words. */
export type Explanation = Readonly<{
  rule: CountingRule;
  /** The day the count starts or ends beside, itself not counted; for a period, its first day, which is. */
  countedFrom: IsoDate;
  /** The last day counted, in the direction of the count. */
  countedTo: IsoDate;
  /** How many days (weeks, months) were counted. */
  counted: number;
  basis: Basis;
  skipped: readonly SkippedDay[];
  /** The date arrived at, and the time where there is one (for `counts-from`, the cut-off). */
  result: IsoDate;
  resultTime?: WallTime;
  /**
   * Present when the count looked at days whose bank holidays are not known: the answer must be checked
   * again.
   */
  outsideKnown?: KnownSpan;
}>;

export type ComputedDate = Readonly<{ date: IsoDate; explanation: Explanation }>;
export type ComputedTime = Readonly<{ date: IsoDate; time: WallTime; explanation: Explanation }>;

/**
 * The warning part of an explanation, when any of the days looked at lies outside what the calendar knows.
 */
export function knownSpanWarning(
  calendar: Calendar,
  basis: Basis,
  first: IsoDate,
  last: IsoDate,
): Pick<Explanation, 'outsideKnown'> {
  if (basis === 'calendar' || (isKnown(calendar, first) && isKnown(calendar, last))) return {};
  return { outsideKnown: { knownFrom: calendar.knownFrom, knownTo: calendar.knownTo } };
}
