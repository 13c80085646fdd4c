import { addDays, type IsoDate, type LondonTime } from '#platform/kernel';
import { calendarLine, calendarText } from './calendar-lines.ts';
import { londonTimeZone } from './london-time-zone.ts';

/** A date ahead that people can put in their own calendar. */
export type CalendarEvent = Readonly<{
  /** What it is known by, for good, however often it is moved: `call-in/maidstone/2008-001`. */
  uid: string;
  title: string;
  /** The page that tells more, from the root of the site. */
  href: string;
  /** A whole day, or a moment on London's clocks. */
  starts: IsoDate | LondonTime;
  /** The last day, counted in; or the moment at which it ends. Without it, the one day or the one moment. */
  ends?: IsoDate | LondonTime;
  /** When what is said here was last changed, from the facts themselves: the same facts, the same calendar. */
  changedAt: Date;
  /** What else should be known, in a sentence or two. */
  says?: string;
  where?: string;
  /** It will not take place; who has it in a calendar is told so. */
  isCancelled?: boolean;
}>;

/** Dates that can be subscribed to. */
export type Calendar = Readonly<{
  title: string;
  /** The site, `https://accord.example.gov.uk`: events are known and found under it. */
  address: string;
  /** Where the calendar itself is, from the root of the site. */
  self: string;
  events: readonly CalendarEvent[];
}>;

/** The media type of a calendar. */
export const calendarType = 'text/calendar';

/**
 * The calendar as iCalendar (RFC 5545, with the names of RFC 7986). Times are London's, with the rule of its zone, so that
 * 5pm stays 5pm; the zone also makes a calendar without a date a lawful one. Nothing in it depends on when it is written.
 */
export const calendar = ({ title, address, self, events }: Calendar): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Accord//Accord//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    calendarText('NAME', title),
    calendarText('X-WR-CALNAME', title),
    calendarLine(`SOURCE;VALUE=URI:${address}${self}`),
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...londonTimeZone,
    ...events.flatMap((event) => lines(event, address)),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

function lines(event: CalendarEvent, address: string): readonly string[] {
  const page = new URL(event.href, address).href;
  const stamp = utc(event.changedAt);
  return [
    'BEGIN:VEVENT',
    calendarText('UID', `${event.uid}@${new URL(address).hostname}`),
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${sequence(event.changedAt)}`,
    `DTSTART${moment(event.starts)}`,
    ...(event.ends === undefined ? [] : [`DTEND${end(event.ends)}`]),
    calendarText('SUMMARY', event.title),
    calendarText('DESCRIPTION', event.says === undefined ? page : `${event.says}\n${page}`),
    ...(event.where === undefined ? [] : [calendarText('LOCATION', event.where)]),
    calendarLine(`URL:${page}`),
    `STATUS:${event.isCancelled === true ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const isDay = (at: IsoDate | LondonTime): at is IsoDate => typeof at === 'string';
const plain = (text: string) => text.replaceAll(/[-:]/g, '');

const moment = (at: IsoDate | LondonTime): string =>
  isDay(at) ? `;VALUE=DATE:${plain(at)}` : `;TZID=Europe/London:${plain(at.date)}T${plain(at.time)}00`;

/** A day's end is the day after in iCalendar. */
const end = (at: IsoDate | LondonTime): string => moment(isDay(at) ? addDays(at, 1) : at);

/** An instant in UTC, to the second. */
const utc = (at: Date): string => plain(at.toISOString()).replace(/\.\d+Z$/, 'Z');

const minuteMs = 60_000;
/** Grows with every change of the facts, and stays below what 32 bits hold for another four thousand years. */
const sequence = (changedAt: Date): number => Math.max(0, Math.floor(changedAt.getTime() / minuteMs));
