import { formatDate } from '../format-date.ts';
import type { IsoDate } from '../iso-date.ts';
import { formatLondonTime } from '../london-time.ts';
import { never } from '../result.ts';
import { listInWords, plural } from '../text.ts';
import { midnight, formatTime } from '../wall-time.ts';
import type { Basis } from './calendar.ts';
import type { Explanation, KnownSpan, SkippedDay } from './explanation.ts';

/** Weekend days are named one by one up to this many, and counted beyond. */
const weekendDaysNamed = 4;

/** An explanation in sentences that an officer can check with a finger on a wall calendar. */
export function explain(explanation: Explanation): string {
  const { skipped, outsideKnown } = explanation;
  return [
    conclusion(explanation),
    ...(skipped.length === 0 ? [] : [`Not counted: ${passedOver(skipped)}.`]),
    ...(outsideKnown === undefined ? [] : [warning(outsideKnown)]),
  ].join(' ');
}

/** The sentence that goes with a date worked out from days whose bank holidays are not known. */
export function warning({ knownFrom, knownTo }: KnownSpan): string {
  return (
    `Bank holidays are known from ${formatDate(knownFrom)} to ${formatDate(knownTo)}; ` +
    'this date reaches outside that, so check it again when they are known.'
  );
}

function conclusion(explanation: Explanation): string {
  const { rule, countedFrom, countedTo, counted, basis, result, resultTime = midnight } = explanation;
  const from = long(countedFrom);
  const to = long(countedTo);
  const end = long(result);
  const at = formatLondonTime({ date: result, time: resultTime });
  const days = plural(counted, 'working day');
  const window = `The call-in window is the ${days} after publication on ${from}, so it ends on ${to}.`;
  switch (rule) {
    case 'working-days-after':
      return `${plural(counted, 'working day')} after ${from}, which is not itself counted, is ${end}.`;
    case 'earliest-event':
      if (counted === 0)
        return `Notice given on ${from} needs no clear days, so the earliest day for the event is ${end}.`;
      return (
        `Notice given on ${from} must be followed by ${clear(counted, basis)}, not counting the day of the notice or of ` +
        `the event. The last of them is ${to}, so the earliest day for the event is ${end}.`
      );
    case 'latest-notice':
      if (counted === 0)
        return `An event on ${from} needs no clear days before it, so the latest day for the notice is ${end}.`;
      return (
        `An event on ${from} must come after ${clear(counted, basis)}, not counting the day of the event or of the ` +
        `notice. The first of them is ${to}, so the latest day for the notice is ${end}.`
      );
    case 'clear-days-between':
      return `Between ${from} and ${end} there ${counted === 1 ? 'is' : 'are'} ${clear(counted, basis)}, counting neither of those two days.`;
    case 'counts-from':
      return counted === 0
        ? `Published on ${from} by the cut-off at ${formatTime(resultTime)}, it counts from that day.`
        : `Published on ${from} after the cut-off at ${formatTime(resultTime)}, it counts from the next working day, ${end}.`;
    case 'call-in-deadline':
      return `${window} A call-in must be received by ${at}.`;
    case 'effective-after-deadline':
      return `${window} Unless called in, the decision takes effect after ${at}.`;
    case 'effective-at-noon':
      return `${window} Unless called in, the decision takes effect at ${at}.`;
    case 'effective-next-working-day':
      return `${window} Unless called in, the decision takes effect at the start of the next working day, ${end}.`;
    case 'effective-next-calendar-day':
      return `${window} Unless called in, the decision takes effect at the start of the next day, ${end}.`;
    case 'weeks-beginning-with':
      return `${plural(counted, 'week')} beginning with ${from}, which is the first day, ${counted === 1 ? 'ends' : 'end'} with ${end}.`;
    case 'months-beginning-with':
      return `${plural(counted, 'month')} beginning with ${from}, which is the first day, ${counted === 1 ? 'ends' : 'end'} with ${end}.`;
    default:
      return never(rule);
  }
}

function clear(days: number, basis: Basis): string {
  switch (basis) {
    case 'calendar':
      return plural(days, 'clear day');
    case 'working':
      return plural(days, 'clear working day');
    case 'parish':
      return `${plural(days, 'clear day')} as parish notices are counted`;
    default:
      return never(basis);
  }
}

function passedOver(skipped: readonly SkippedDay[]): string {
  const atWeekends = skipped.filter(isWeekendDay);
  const others = skipped
    .filter((day) => !isWeekendDay(day))
    .map(({ date, why }) => `${short(date)} (${why})`);
  if (atWeekends.length > weekendDaysNamed) {
    return listInWords([...others, `${plural(atWeekends.length, 'day')} at weekends`]);
  }
  return listInWords(
    skipped.map((day) => (isWeekendDay(day) ? short(day.date) : `${short(day.date)} (${day.why})`)),
  );
}

function isWeekendDay({ why }: SkippedDay): boolean {
  return why === 'Saturday' || why === 'Sunday';
}

function long(on: IsoDate): string {
  return formatDate(on, { weekday: 'long' });
}

function short(on: IsoDate): string {
  return formatDate(on, { weekday: 'short' });
}
