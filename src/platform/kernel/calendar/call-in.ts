import { addDays } from '../date-arithmetic.ts';
import type { IsoDate } from '../iso-date.ts';
import { instantInLondon } from '../london-time.ts';
import { never } from '../result.ts';
import { midnight, noon, type WallTime } from '../wall-time.ts';
import type { Calendar } from './calendar.ts';
import { countDays } from './counting.ts';
import { type ComputedTime, type CountingRule, type Explanation, knownSpanWarning } from './explanation.ts';

/**
 * When a decision that is not called in takes effect: the first instant after the deadline; noon of the last
 * day of the window; the start of the working day, or of the calendar day, after the deadline. Set by each
 * council's constitution, never by statute.
 */
export const effectiveRules = [
  'afterDeadline',
  'noonOfDay',
  'startOfNextWorkingDay',
  'startOfNextCalendarDay',
] as const;
export type EffectiveRule = (typeof effectiveRules)[number];

/**
 * A decision's call-in window under a body's rules: published on a day, open for so many working days, to a
 * time on the last.
 */
export type CallInWindow = Readonly<{
  publication: IsoDate;
  windowWorkingDays: number;
  closeTime: WallTime;
  effective: EffectiveRule;
}>;

/** The moment a decision takes effect: `at` this time, or as soon as it is `after`. */
export type EffectiveFrom = ComputedTime & Readonly<{ moment: 'at' | 'after' }>;

/**
 * The last moment at which a call-in is in time. Where decisions take effect at noon of the last day, the
 * window cannot stay open beyond noon.
 */
export function callInDeadline(calendar: Calendar, window: CallInWindow): ComputedTime {
  const { reached, explanation } = countWindow(calendar, window, 'call-in-deadline');
  const closesAt = closing(window);
  return { date: reached, time: closesAt, explanation: { ...explanation, resultTime: closesAt } };
}

/** When the decision takes effect if no valid call-in is made. Never before the deadline. */
export function effectiveFrom(calendar: Calendar, window: CallInWindow): EffectiveFrom {
  switch (window.effective) {
    case 'afterDeadline': {
      const deadline = countWindow(calendar, window, 'effective-after-deadline');
      return takingEffect(deadline.explanation, deadline.reached, closing(window), 'after');
    }
    case 'noonOfDay': {
      const deadline = countWindow(calendar, window, 'effective-at-noon');
      return takingEffect(deadline.explanation, deadline.reached, noon, 'at');
    }
    case 'startOfNextWorkingDay': {
      const deadline = countWindow(calendar, window, 'effective-next-working-day');
      const next = countDays(calendar, deadline.reached, 1, 'working');
      const skipped = [...deadline.explanation.skipped, ...next.skipped];
      const warning = knownSpanWarning(calendar, 'working', window.publication, next.reached);
      return takingEffect({ ...deadline.explanation, skipped, ...warning }, next.reached, midnight, 'at');
    }
    case 'startOfNextCalendarDay': {
      const deadline = countWindow(calendar, window, 'effective-next-calendar-day');
      return takingEffect(deadline.explanation, addDays(deadline.reached, 1), midnight, 'at');
    }
    default:
      return never(window.effective);
  }
}

/** Whether something received at an instant is in time for a deadline; at the very minute it still is. */
export function isInTime(deadline: ComputedTime, received: Date): boolean {
  return received <= instantInLondon(deadline);
}

/** Whether the moment of taking effect has come by an instant. */
export function hasTakenEffect(effective: EffectiveFrom, by: Date): boolean {
  const moment = instantInLondon(effective);
  return effective.moment === 'at' ? by >= moment : by > moment;
}

function countWindow(
  calendar: Calendar,
  { publication, windowWorkingDays }: CallInWindow,
  rule: CountingRule,
): Readonly<{ reached: IsoDate; explanation: Explanation }> {
  const { reached, skipped } = countDays(calendar, publication, windowWorkingDays, 'working');
  const explanation: Explanation = {
    rule,
    countedFrom: publication,
    countedTo: reached,
    counted: windowWorkingDays,
    basis: 'working',
    skipped,
    result: reached,
    ...knownSpanWarning(calendar, 'working', publication, reached),
  };
  return { reached, explanation };
}

function closing({ effective, closeTime }: CallInWindow): WallTime {
  return effective === 'noonOfDay' && closeTime > noon ? noon : closeTime;
}

function takingEffect(
  explanation: Explanation,
  date: IsoDate,
  time: WallTime,
  moment: EffectiveFrom['moment'],
): EffectiveFrom {
  return { date, time, moment, explanation: { ...explanation, result: date, resultTime: time } };
}
