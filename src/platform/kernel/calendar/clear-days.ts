import { addDays, dayRange } from '../date-arithmetic.ts';
import type { IsoDate } from '../iso-date.ts';
import { type Basis, type Calendar, whyNotCounted } from './calendar.ts';
import { countDays } from './counting.ts';
import { type ComputedDate, type Explanation, knownSpanWarning, type SkippedDay } from './explanation.ts';

/**
 * The first day on which an event may be held after a notice, with so many clear days between: neither the
 * day of the notice nor the day of the event counts (R v Swansea City Council ex parte Elitestone, 1993). On
 * the working and parish bases the event itself falls on a counting day.
 */
export function earliestEvent(
  calendar: Calendar,
  notice: IsoDate,
  clearDays: number,
  basis: Basis,
): ComputedDate {
  const counted = countDays(calendar, notice, clearDays, basis);
  const event = countDays(calendar, counted.reached, 1, basis);
  return {
    date: event.reached,
    explanation: {
      rule: 'earliest-event',
      countedFrom: notice,
      countedTo: counted.reached,
      counted: clearDays,
      basis,
      skipped: [...counted.skipped, ...event.skipped],
      result: event.reached,
      ...knownSpanWarning(calendar, basis, notice, event.reached),
    },
  };
}

/**
 * The last counting day on which a notice can be given so that so many clear days lie between it and an
 * event, on any day.
 */
export function latestNotice(
  calendar: Calendar,
  event: IsoDate,
  clearDays: number,
  basis: Basis,
): ComputedDate {
  const counted = countDays(calendar, event, clearDays, basis, 'backwards');
  const notice = countDays(calendar, counted.reached, 1, basis, 'backwards');
  return {
    date: notice.reached,
    explanation: {
      rule: 'latest-notice',
      countedFrom: event,
      countedTo: counted.reached,
      counted: clearDays,
      basis,
      skipped: [...notice.skipped, ...counted.skipped],
      result: notice.reached,
      ...knownSpanWarning(calendar, basis, notice.reached, event),
    },
  };
}

/**
 * How many clear days lie between a notice and an event: 0 when the event is on the next day, the same day or
 * before.
 */
export function clearDaysBetween(
  calendar: Calendar,
  notice: IsoDate,
  event: IsoDate,
  basis: Basis,
): Readonly<{ days: number; explanation: Explanation }> {
  const between = dayRange(addDays(notice, 1), addDays(event, -1));
  const skipped: SkippedDay[] = [];
  for (const on of between) {
    const why = whyNotCounted(calendar, on, basis);
    if (why !== undefined) skipped.push({ date: on, why });
  }
  const days = between.length - skipped.length;
  return {
    days,
    explanation: {
      rule: 'clear-days-between',
      countedFrom: notice,
      countedTo: between.at(-1) ?? notice,
      counted: days,
      basis,
      skipped,
      result: event,
      ...knownSpanWarning(calendar, basis, notice, event),
    },
  };
}
