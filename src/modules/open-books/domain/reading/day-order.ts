import { months } from '#platform/kernel';
import { type DayOrder, readPaidDay } from './paid-day.ts';

/** By what it was decided whether the day or the month comes first. */
export const dayOrderReasons = {
  cells: 'some of its days can be read in one way alone',
  officer: 'an officer said so',
  filename: 'its days are then of the month that the name of the file says',
  'few-months': 'its days are then of few months, and else of many',
  earlier: 'the earlier files of your body are written so',
  usual: 'that is usual here, and nothing in the file says otherwise',
} as const;
export type DayOrderBy = keyof typeof dayOrderReasons;

/** How the days of a table are read, where it makes a difference: in which order, by what, and one that could be read otherwise. */
export type DaysTold = Readonly<{ order: DayOrder; by: DayOrderBy; example: string | null }>;

/** Whether nothing in the days themselves says how they are to be read: an officer is told. */
export const isEitherWay = ({ by }: DaysTold): boolean => by !== 'cells' && by !== 'officer';

/** What may be known beside the days: how the file is called, and how the body’s earlier files were written. */
export type DaysContext = Readonly<{ filename: string; earlier?: DayOrder | undefined }>;

const orders = ['day-first', 'month-first'] as const;

/** Decides on days that could all be read either way, by whatever speaks for one of the two, and says by what. */
export function decideDayOrder(
  cells: readonly string[],
  { filename, earlier }: DaysContext,
): Omit<DaysTold, 'example'> {
  const [days, otherwise] = orders.map((order) => cells.flatMap((cell) => dayIn(cell, order)));
  const named = monthsNamed(filename);
  const [within, outside] = [days, otherwise].map(
    (some = []) => some.filter((on) => named.has(on.slice(0, 7))).length,
  );
  const byName = clearly(
    within ?? 0,
    outside ?? 0,
    (more, less) => more >= cells.length * 0.8 && less * 2 < more,
  );
  if (byName !== undefined) return { order: byName, by: 'filename' };
  const spans = [days, otherwise].map((some = []) => new Set(some.map((on) => on.slice(0, 7))).size);
  const [own, others] = [spans[0] ?? 0, spans[1] ?? 0];
  if (cells.length >= fewestDays) {
    const fewer = clearly(others, own, (more, less) => less > 0 && more >= less * 3);
    if (fewer !== undefined) return { order: fewer, by: 'few-months' };
  }
  return earlier === undefined ? { order: 'day-first', by: 'usual' } : { order: earlier, by: 'earlier' };
}
const fewestDays = 3;

/** The first order where the first of two counts outweighs the second, the other where it is the other way round. */
function clearly(
  first: number,
  second: number,
  outweighs: (more: number, less: number) => boolean,
): DayOrder | undefined {
  if (first > second) return outweighs(first, second) ? 'day-first' : undefined;
  return second > first && outweighs(second, first) ? 'month-first' : undefined;
}

function dayIn(cell: string, order: DayOrder): readonly string[] {
  const read = readPaidDay(cell, order);
  return read?.kind === 'day' ? [read.on] : [];
}

/** Whether a cell holds a day that is another day with its two numbers the other way round. */
export function isOpen(cell: string): boolean {
  const [[one], [other]] = [dayIn(cell, 'day-first'), dayIn(cell, 'month-first')];
  return one !== undefined && other !== undefined && one !== other;
}

const monthWords = months.map((month) => month.toLowerCase());
const word = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*`;
const wordThenYear = new RegExp(String.raw`(?<![a-z])${word}[^a-z\d]{0,3}(20\d{2}|\d{2})(?!\d)`, 'gu');
const yearThenWord = new RegExp(String.raw`(?<!\d)(20\d{2})[^a-z\d]{0,3}${word}`, 'gu');
const yearThenMonth = /(?<!\d)(20\d{2}|[1-4]\d)[^a-z\d]?(0[1-9]|1[0-2])(?!\d)/gu;
const monthThenYear = /(?<!\d)(0?[1-9]|1[0-2])[^a-z\d](20\d{2})(?!\d)/gu;

/** The months that the name of a file may speak of, like `2026-07`: `July-26.csv`, `2607.csv`, `spend_2026_07.csv`. */
export function monthsNamed(filename: string): ReadonlySet<string> {
  const name = filename.toLowerCase();
  const found = new Set<string>();
  const add = (year = '', month = ''): void => {
    const number = /\d/u.test(month)
      ? Number(month)
      : monthWords.findIndex((each) => each.startsWith(month.slice(0, 3))) + 1;
    found.add(`${year.length === 2 ? `20${year}` : year}-${String(number).padStart(2, '0')}`);
  };
  for (const [, month, year] of name.matchAll(wordThenYear)) add(year, month);
  for (const [, year, month] of name.matchAll(yearThenWord)) add(year, month);
  for (const [, year, month] of name.matchAll(yearThenMonth)) add(year, month);
  for (const [, month, year] of name.matchAll(monthThenYear)) add(year, month);
  return found;
}
