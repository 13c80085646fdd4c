import { civilDate, type IsoDate, isoDate } from './iso-date.ts';
import { months } from './format-date.ts';
import { ok, refuse, type Result } from './result.ts';
import { type WallTime, wallTime } from './wall-time.ts';

/** What is wrong with a value, and how to mend it. */
export type ValueFault = Readonly<{ wrong: string; mend: string }>;
const fault = (wrong: string, mend: string) => refuse<ValueFault>({ wrong, mend });

export type DayAndTime = Readonly<{ on: IsoDate; at: WallTime | undefined }>;

const clock = /[ T,]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?)?(?:Z|\+00:?00)?$/i;
const weekdayFirst = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i;
const asDay = 'Write it like 9 July 2008, 09/07/2008 or 2008-07-09, the day first';

/**
 * A day as councils’ systems write it: 2008-07-09, 09/07/2008, 9 Jul 2008, Wednesday 9th July 2008, each with or without a
 * time. In figures the day always comes first.
 */
export function readDay(text: string): Result<DayAndTime, ValueFault> {
  const time = clock.exec(text);
  const at = time === null ? undefined : readTime(time);
  if (time !== null && at === undefined) return fault('The time is no time of day', 'Write it like 17:00');
  const written = (time === null ? text : text.slice(0, time.index)).replace(weekdayFirst, '').trim();
  const iso = isoDate(written);
  if (iso.ok) return ok({ on: iso.value, at });
  const found =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d+)$/.exec(written) ??
    /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -](\d+)$/i.exec(written);
  if (found === null) {
    return /^\d{5}$/.test(written)
      ? fault(
          'This is a spreadsheet’s number for a day',
          'Format the column as a date and save the file again',
        )
      : fault('This is not a date', asDay);
  }
  const [, day = '', month = '', year = ''] = found;
  if (year.length !== 4)
    return fault('The year does not have four digits', 'Write the year in full, like 2008');
  const number = monthNumber(month);
  if (number === undefined) return fault(`“${month}” is not a month`, asDay);
  if (number > 12) return fault(`There is no month ${number}`, 'Write the day first: 13/07/2008 is 13 July');
  const date = civilDate(Number(year), number, Number(day));
  return date.ok ? ok({ on: date.value, at }) : fault('There is no such day in that month', asDay);
}

function readTime([, hours = '', minutes = '', half = '']: RegExpExecArray): WallTime | undefined {
  const twelve = half.toLowerCase().startsWith('p') ? 12 : 0;
  const hour = half === '' ? Number(hours) : (Number(hours) % 12) + twelve;
  const time = wallTime(`${String(hour).padStart(2, '0')}:${minutes}`);
  return time.ok ? time.value : undefined;
}

function monthNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const index = months.findIndex((month) => month.toLowerCase().startsWith(text.toLowerCase()));
  return index < 0 ? undefined : index + 1;
}
