import { addDays } from './date-arithmetic.ts';
import { formatDate } from './format-date.ts';
import { date, dayNumber, type IsoDate } from './iso-date.ts';
import { formatTime, midnight, minutesAfterMidnight, time, type WallTime } from './wall-time.ts';

/** A moment as the wall clock and calendar in London show it. */
export type LondonTime = Readonly<{ date: IsoDate; time: WallTime }>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Made once, since making one costs a thousand times more than using it. */
const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The date in London at an instant. At 23:30 UTC in summer it is already tomorrow there. */
export function londonDate(instant: Date): IsoDate {
  return londonTime(instant).date;
}

/** What London's clocks show at an instant, to the minute. Instants outside the years 1–9999 throw. */
export function londonTime(instant: Date): LondonTime {
  const ms = instant.getTime();
  if (!(ms >= firstPlain && ms < lastPlain)) return shownAt(instant);
  const shown = new Date(ms + offsetAt(ms)).toISOString();
  return { date: date(shown.slice(0, 10)), time: time(shown.slice(11, 16)) };
}

/** Between these the clocks differ from UTC by whole hours: what they show follows from the hour, which is looked up once. */
const [firstPlain, lastPlain] = [
  dayNumber(date('1900-01-01')) * dayMs,
  dayNumber(date('9999-01-01')) * dayMs,
];

/** The same, asked of the time zone itself, which takes many times as long. */
function shownAt(instant: Date): LondonTime {
  const parts = new Map(london.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    date: date(`${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`),
    time: time(`${part('hour')}:${part('minute')}`),
  };
}

/**
 * The instant at which London's clocks show this. In the hour shown twice each autumn it is the first
 * showing; a time in the hour skipped each spring is read as if the clocks had not yet gone forward (01:30
 * becomes 02:30 summer time). These are the answers RFC 5545 gives.
 */
export function instantInLondon(at: LondonTime): Date {
  const asIfUtc = dayNumber(at.date) * dayMs + minutesAfterMidnight(at.time) * minuteMs;
  const beforeAnyChange = asIfUtc - offsetAt(asIfUtc - dayMs);
  const afterAnyChange = asIfUtc - offsetAt(asIfUtc + dayMs);
  const shows = (instant: number) => instant + offsetAt(instant) === asIfUtc;
  return new Date(!shows(beforeAnyChange) && shows(afterAnyChange) ? afterAnyChange : beforeAnyChange);
}

/** For sorting: negative when `a` is the earlier on London's clocks. */
export function compareLondonTimes(a: LondonTime, b: LondonTime): number {
  const [left, right] = [a.date + a.time, b.date + b.time];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** `5pm on Friday 18 July 2008`. */
export function formatLondonTime(at: LondonTime): string {
  return `${formatTime(at.time)} on ${formatDate(at.date, { weekday: 'long' })}`;
}

/** How far London's clocks are ahead of UTC at an instant, in milliseconds. They change at whole hours of UTC alone. */
function offsetAt(instant: number): number {
  const hour = Math.floor(instant / hourMs);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const shown = shownAt(new Date(hour * hourMs));
  const offset = dayNumber(shown.date) * dayMs + minutesAfterMidnight(shown.time) * minuteMs - hour * hourMs;
  if (offsets.size >= mostOffsets) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}

/** Asked for again and again by the thousand, each a search through the time zone; kept while there is room. */
const offsets = new Map<number, number>();
const mostOffsets = 20_000;

/** The last millisecond of a day by London's clocks. */
export function lastMomentOf(day: IsoDate): Date {
  return new Date(instantInLondon({ date: addDays(day, 1), time: midnight }).getTime() - 1);
}

/** The first moment after an instant: an instant is kept to the millisecond. */
export function momentAfter(instant: Date): Date {
  return new Date(instant.getTime() + 1);
}

/** The first of these moments; undefined where there is none. */
export function earliestMoment(moments: readonly (Date | undefined)[]): Date | undefined {
  return moments.reduce<Date | undefined>(
    (first, each) => (each !== undefined && (first === undefined || each < first) ? each : first),
    undefined,
  );
}

/** The day of an instant by the clocks of UTC, which libraries hand days out in, as midnights. */
export function utcDate(instant: Date): IsoDate {
  return addDays(date('1970-01-01'), Math.floor(instant.getTime() / dayMs));
}
