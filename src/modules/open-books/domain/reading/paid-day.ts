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
  if (!/\d/.test(text)) return withoutDay.test(text) ? notGiven : undefined;
  const known = remembered[order];
  const before = known.get(text);
  if (before !== undefined) return before;
  const found = mayBeDay(text) ? read(text, order) : undefined;
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

/** What stands where a day would, and says that none is given. */
const withoutDay = /^(?:n\/?a|various|redacted|not (?:known|given|applicable))$/i;

/** Most texts that are no day show it at once: a day begins with a figure, a month, a day of the week or a quarter. */
const mayBeDay = (text: string): boolean =>
  /^[a-z]/i.test(text)
    ? beginnings.test(text)
    : !/^\d+$/.test(text) || text.length === 5 || text.length === 8;
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
