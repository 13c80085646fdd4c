import { date, dateParts, type IsoDate, months } from '#platform/kernel';

/** A month, by how many have gone by since the year nought: a year is twelve of them, so that ranges are plain numbers. */
export type Month = number & { readonly month: unique symbol };

/** What stands for payments whose source gives no day. */
export const undated = 0 as Month;

/** Where periods begin to have a number, January 2000, and how many beginnings have one each with up to thirteen months. */
const [firstBegun, mostMonths, mostBegun] = [24_000, 13, 2500];

/**
 * What stands for payments without a day in a release of these months, so that they count to them and to no month among them: a number
 * below nought. A period of other times, or of more than thirteen months, has none.
 */
export function somedayIn(from: Month, to: Month): Month {
  const [begun, more] = [from - firstBegun, to - from];
  if (begun < 0 || begun >= mostBegun || more < 0 || more >= mostMonths) return undated;
  return -(begun * mostMonths + more + 1) as Month;
}

type Range = Readonly<{ from?: Month | undefined; to?: Month | undefined }>;

/** Every payment without a day, of whatever release, as a range of what stands for them. */
export const everyWithoutDay = { from: -(mostBegun * mostMonths) as Month, to: undated } as const;

/** Whether a range asks for payments without a day, and for no other. */
export const isWithoutDay = ({ to }: Range): boolean => to !== undefined && to <= undated;

/** Such a range as an address carries it: `none` for all, `2014-04/2014-06` for those of a release of these months, `~` where that is not known. */
export function daysText({ from, to }: Range): string | undefined {
  if (to === undefined || to > undated) return undefined;
  return from === to ? monthText(to) || '~' : 'none';
}

/** The same read back; undefined where it is none. */
export function readDays(text: string): Readonly<Required<Range>> | undefined {
  if (text === 'none') return everyWithoutDay;
  const month = monthOfKey(text);
  return text === '~' || month < undated ? { from: month, to: month } : undefined;
}

/** The months that payments without a day are of; undefined where it is one month, or none is known. */
export function spanOf(month: Month): Readonly<{ from: Month; to: Month }> | undefined {
  if (month >= undated) return undefined;
  const number = Math.abs(month) - 1;
  const from = firstBegun + Math.floor(number / mostMonths);
  return { from: from as Month, to: (from + (number % mostMonths)) as Month };
}

/** The month of a day. */
export function monthOf(on: IsoDate): Month {
  const { year, month } = dateParts(on);
  return (year * 12 + month - 1) as Month;
}

/** `2026-04`, as addresses carry it; a day is read as its month. Undefined where it is no month of the years 1900 to 2999. */
export function readMonth(text: string): Month | undefined {
  const [, year, month] = /^((?:19|2\d)\d\d)-(0[1-9]|1[0-2])(?:-\d\d)?$/.exec(text) ?? [];
  return year === undefined || month === undefined
    ? undefined
    : ((Number(year) * 12 + Number(month) - 1) as Month);
}

/** `2026-04`; for what has no day `2026-04/2026-06`, the months it is of, or nothing. */
export function monthText(month: Month): string {
  if (month === undated) return '';
  const span = spanOf(month);
  if (span !== undefined) return `${monthText(span.from)}/${monthText(span.to)}`;
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The same read back. */
export function monthOfKey(key: string): Month {
  const [from, to] = key.split('/').map((text) => readMonth(text));
  if (from === undefined) return undated;
  return to === undefined ? from : somedayIn(from, to);
}

/** `April 2026`; `Day not stated, April to June 2026`. */
export function monthInWords(month: Month): string {
  if (month === undated) return 'Day not stated';
  const span = spanOf(month);
  if (span === undefined) return `${months[month % 12]} ${Math.floor(month / 12)}`;
  const [from, to] = [monthInWords(span.from), monthInWords(span.to)];
  if (from === to) return `Day not stated, ${from}`;
  const isOneYear = from.slice(-4) === to.slice(-4);
  return `Day not stated, ${isOneYear ? from.slice(0, -5) : from} to ${to}`;
}

/** `Apr 26`, where there is little room. */
export const monthInShort = (month: Month): string =>
  month <= undated
    ? 'no day'
    : `${months[month % 12]?.slice(0, 3)} ${String(Math.floor(month / 12)).slice(2)}`;

/**
 * What each month of a range has, from the first that has anything to the last: undefined where a month has nothing, so that a drawing
 * has its place and no line over it. What has no day is left out.
 */
export function everyMonth<Value>(
  values: readonly Readonly<{ month: Month; value: Value }>[],
): readonly Readonly<{ month: Month; value: Value | undefined }>[] {
  const dated = new Map(values.flatMap(({ month, value }) => (month > undated ? [[month, value]] : [])));
  if (dated.size === 0) return [];
  const [first, last] = [Math.min(...dated.keys()), Math.max(...dated.keys())];
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const month = (first + at) as Month;
    return { month, value: dated.get(month) };
  });
}

/** Its first day. */
export const firstDayOf = (month: Month): IsoDate => date(`${monthText(month)}-01`);

/** The financial year it lies in, by the year in which that begins. */
export const yearBegun = (month: Month): number => Math.floor((month - 3) / 12);

/** `2025-26`, the financial year that begins in this year. */
export const yearText = (begun: number): string => `${begun}-${String((begun + 1) % 100).padStart(2, '0')}`;

/** The first and the last month of a financial year, `2025-26`; undefined where it is none. */
export function monthsOfYear(text: string): Readonly<{ from: Month; to: Month }> | undefined {
  const [, begun] = /^((?:19|2\d)\d\d)-\d\d$/.exec(text) ?? [];
  if (begun === undefined || yearText(Number(begun)) !== text) return undefined;
  const from = Number(begun) * 12 + 3;
  return { from: from as Month, to: (from + 11) as Month };
}
