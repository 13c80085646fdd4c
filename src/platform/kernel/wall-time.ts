import { ok, refuse, type Result } from './result.ts';

/** The time on the clock on the wall, `17:00`, 24 hours, to the minute. */
export type WallTime = string & { readonly wallTime: unique symbol };

const shape = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** The time written in `text` as HH:MM, from 00:00 to 23:59. */
export function wallTime(text: string): Result<WallTime, 'not-a-time'> {
  return shape.test(text) ? ok(text as WallTime) : refuse('not-a-time');
}

/** A time known to be right, in code and tests: `time('17:00')`. A wrong one is a bug and throws. */
export function time(text: string): WallTime {
  const parsed = wallTime(text);
  if (!parsed.ok) throw new RangeError(`“${text}” is not a time of day written HH:MM`);
  return parsed.value;
}

/** 00:00, the first minute of a day. */
export const midnight: WallTime = time('00:00');
/** 12:00. */
export const noon: WallTime = time('12:00');

/** 0 to 1,439. */
export function minutesAfterMidnight(at: WallTime): number {
  return Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
}

/** As people say it: `5pm`, `9:30am`, `12 noon`, `midnight`. */
export function formatTime(at: WallTime): string {
  if (at === midnight) return 'midnight';
  if (at === noon) return '12 noon';
  const hour = Number(at.slice(0, 2));
  const minutes = at.slice(3);
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`;
}
