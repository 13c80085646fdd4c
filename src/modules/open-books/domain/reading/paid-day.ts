import { addDays, addMonths, civilDate, date, type IsoDate } from '#platform/kernel';
import type { Repair } from './amount.ts';

/** When a payment was made, as far as its row says. */
export type PaidOn =
  | Readonly<{ kind: 'day'; on: IsoDate; repairs: readonly Repair[] }>
  /** Only a month or a quarter is given. */
  | Readonly<{ kind: 'period'; from: IsoDate; to: IsoDate; repairs: readonly Repair[] }>
  /** The cell is empty, holds a time without a day, or says that there is none: `Various`. */
  | Readonly<{ kind: 'not-given' }>;

/** Which number of `3/4/2017` is the day. British files say the day first, and some spreadsheets do not. */
export type DayOrder = 'day-first' | 'month-first';

const years = { least: 1995, most: 2060 };
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** Reads a date in any of the forms that payment files hold. Undefined where the text is none of them. */
export function readPaidDay(written: string, order: DayOrder = 'day-first'): PaidOn | undefined {
  const text = written.trim();
  if (text === '' || text === '-') return notGiven;
  if (text.length > 40) return undefined;
  const plain = plainNumbers(text);
  if (plain !== undefined) return plainDay(plain, order);
  if (!mayBeDay(text)) return withoutDay.test(text) ? notGiven : undefined;
  const known = remembered[order];
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = read(text, order);
  if (found === undefined) return undefined;
  if (known.size >= daysRemembered) known.clear();
  known.set(text, found);
  return found;
}

/** A file of a month has thirty days on its ten thousand rows. What is no day is not remembered: there is no end of it. */
const remembered: Readonly<Record<DayOrder, Map<string, PaidOn>>> = {
  'day-first': new Map(),
  'month-first': new Map(),
};
const daysRemembered = 4000;

/** What stands where a day would, and says that none is given: it has no figure. */
const withoutDay = /^(?:n\/?a|various|redacted|not (?:known|given|applicable))$/i;

const zero = '0'.charCodeAt(0);
const isFigure = (code: number): boolean => code >= zero && code <= zero + 9;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
/** What parts the numbers of a day: `-`, `.` and `/`. */
const parts = (code: number): boolean => code >= 45 && code <= 47;

/** Day or month, the other of them, and year, as one number in four figures each; undefined where nothing else must stand there. */
function plainNumbers(text: string): number | undefined {
  const end = text.length;
  if (end < 8 || end > 10) return undefined;
  let at = 0;
  let [first, second, year] = [0, 0, 0];
  for (; at < 2 && isFigure(text.charCodeAt(at)); at += 1) first = first * 10 + text.charCodeAt(at) - zero;
  if (at === 0 || !parts(text.charCodeAt(at))) return undefined;
  const from = at + 1;
  for (at = from; at < from + 2 && isFigure(text.charCodeAt(at)); at += 1)
    second = second * 10 + text.charCodeAt(at) - zero;
  if (at === from || !parts(text.charCodeAt(at)) || end - at !== 5) return undefined;
  for (at += 1; at < end; at += 1) {
    if (!isFigure(text.charCodeAt(at))) return undefined;
    year = year * 10 + text.charCodeAt(at) - zero;
  }
  return (first * 100 + second) * 10_000 + year;
}

/** A day such as `3/4/2017`, as most are written: remembered by its numbers, so that nothing is made of its text. */
function plainDay(numbers: number, order: DayOrder): PaidOn | undefined {
  const known = rememberedPlain[order];
  if (known.has(numbers)) return known.get(numbers);
  const [first, second] = [Math.floor(numbers / 1_000_000), Math.floor(numbers / 10_000) % 100];
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  const year = String(numbers % 10_000).padStart(4, '0');
  const found = dayOf(year, String(month), String(day), []);
  if (known.size >= daysRemembered) known.clear();
  known.set(numbers, found);
  return found;
}

const rememberedPlain: Readonly<Record<DayOrder, Map<number, PaidOn | undefined>>> = {
  'day-first': new Map(),
  'month-first': new Map(),
};

/**
 * Most texts that are no day show it at once: a day begins with a figure, a month, a day of the week or a quarter, and an amount has
 * other figures beside its point, or a comma and no letters.
 */
function mayBeDay(text: string): boolean {
  const first = text.charCodeAt(0);
  if (isLetter(first)) return beginnings.test(text) && /\d/.test(text);
  if (!isFigure(first)) return false;
  let [points, pointAt] = [0, text.length];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 44) return /[a-z]/i.test(text);
    if (isFigure(code)) continue;
    if (code !== 46) return true;
    points += 1;
    pointAt = Math.min(pointAt, at);
  }
  if (points > 1) return true;
  if (points === 0) return text.length === 5 || text.length === 8;
  return pointAt === 5 || (text.length <= 7 && (pointAt === 4 || text.length - pointAt === 5));
}
const beginnings = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|q)/i;

const notGiven: PaidOn = { kind: 'not-given' };

function read(text: string, order: DayOrder): PaidOn | undefined {
  if (/^(?:0?0:00(?::00)?(?:\.0)?)$/.test(text)) return notGiven;
  return iso(text) ?? numeric(text, order) ?? named(text) ?? compact(text) ?? serial(text) ?? period(text);
}

const timeAfter = /(?:[T ]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]m)?(?:Z|[+-]\d{2}:?\d{2})?)?$/i;
const pattern = (source: RegExp): RegExp => new RegExp(`^(?:${source.source})${timeAfter.source}`, 'i');

const isoForm = pattern(/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/);
function iso(text: string): PaidOn | undefined {
  const [, year, month, day] = isoForm.exec(text) ?? [];
  return dayOf(year, month, day, []);
}

const numericForm = pattern(/(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{2}|\d{4})/);
function numeric(text: string, order: DayOrder): PaidOn | undefined {
  const [, first, second, year] = numericForm.exec(text) ?? [];
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return dayOf(year, month, day, []);
}

const weekday = /(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?/;
const namedForm = pattern(
  new RegExp(
    `${weekday.source}${/(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})\.?,?[-/. ]*(\d{2}|\d{4})/.source}`,
  ),
);
const monthFirstForm = pattern(
  new RegExp(`${weekday.source}${/([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/.source}`),
);
function named(text: string): PaidOn | undefined {
  const [, day, month, year] = namedForm.exec(text) ?? [];
  if (month !== undefined) return dayOf(year, monthNumber(month), day, []);
  const [, monthBefore, dayAfter, yearAfter] = monthFirstForm.exec(text) ?? [];
  return monthBefore === undefined ? undefined : dayOf(yearAfter, monthNumber(monthBefore), dayAfter, []);
}

function compact(text: string): PaidOn | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (year !== undefined) return dayOf(year, month, day, []);
  const [, dayFirst, monthNext, yearLast] = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? [];
  return dayOf(yearLast, monthNext, dayFirst, []);
}

/** The day a spreadsheet counts as 0, so that its day numbers from March 1900 on come out right. */
const spreadsheetEpoch = date('1899-12-30');

function serial(text: string): PaidOn | undefined {
  const [, days] = /^(\d{5})(?:\.\d+)?$/.exec(text) ?? [];
  if (days === undefined) return undefined;
  const on = addDays(spreadsheetEpoch, Number(days));
  const year = Number(on.slice(0, 4));
  return year < years.least || year > years.most ? undefined : { kind: 'day', on, repairs: ['excel-date'] };
}

function period(text: string): PaidOn | undefined {
  const [, year, month] = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return months(year, month, 1);
  const [, monthFirst, yearAfter] = /^(\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (yearAfter !== undefined) return months(yearAfter, monthFirst, 1);
  const [, name, yearOf] = /^([a-z]{3,9})\.?[-/' ]*(\d{2}|\d{4})$/i.exec(text) ?? [];
  if (name !== undefined && monthNumber(name) !== undefined) return months(yearOf, monthNumber(name), 1);
  const [, quarter, financial] =
    /^(?:q|qtr|quarter)\s*([1-4])\D{0,3}(\d{4})\s*[-/]\s*\d{2,4}$/i.exec(text) ?? [];
  if (quarter !== undefined && financial !== undefined) {
    const begins = addMonths(date(`${financial}-04-01`), (Number(quarter) - 1) * 3);
    return months(begins.slice(0, 4), begins.slice(5, 7), 3);
  }
  return undefined;
}

function months(year: string | undefined, month: string | undefined, length: number): PaidOn | undefined {
  const first = dayOf(year, month, '1', []);
  if (first?.kind !== 'day') return undefined;
  return {
    kind: 'period',
    from: first.on,
    to: addDays(addMonths(first.on, length), -1),
    repairs: ['period-only', ...first.repairs],
  };
}

function monthNumber(name: string): string | undefined {
  const lower = name.toLowerCase();
  const at = monthNames.findIndex((month) => month.startsWith(lower));
  return at >= 0 && lower.length >= 3 ? String(at + 1) : undefined;
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  repaired: readonly Repair[],
): PaidOn | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const short = year.length === 2;
  const full = short ? 2000 + Number(year) : Number(year);
  if (full < years.least || full > years.most) return undefined;
  const on = civilDate(full, Number(month), Number(day));
  if (!on.ok) return undefined;
  return { kind: 'day', on: on.value, repairs: short ? [...repaired, 'two-digit-year'] : repaired };
}
