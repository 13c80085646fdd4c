import { type Column, assignColumns } from './columns.ts';
import { readAmount } from './amount.ts';
import type { DaysTold } from './day-order.ts';
import {
  findHeading,
  hasData,
  headingRepeats,
  type HeadingRow,
  headingsMoved,
  isDataLike,
  readsLikeHeadings,
} from './find-heading.ts';
import { otherRegister } from './not-payments.ts';
import { type DayOrder, readPaidDay } from './paid-day.ts';
import type { Role } from './roles.ts';
import { cellAt, isBlank, type SourceRow } from './table.ts';

/** How a table of payments is to be read; or why it is not read. */
export type Understanding =
  | Readonly<{ standing: 'understood'; reading: Reading }>
  /** It may well be payments, but which column is which is in doubt: an officer is asked. */
  | Readonly<{ standing: 'in-doubt'; reading: Reading; says: string }>
  | Readonly<{ standing: 'refused'; says: string; heading: HeadingRow | undefined }>;

export type Reading = Readonly<{
  heading: HeadingRow | undefined;
  /** The place of the first row of data among the rows given. */
  dataFrom: number;
  columns: readonly Column[];
  /** Where each role’s column is. */
  at: Readonly<Partial<Record<Role, number>>>;
  /** The column whose figures are taken as what was paid: net of VAT where there is one. */
  amountIs: 'net' | 'gross';
  dayOrder: DayOrder;
  /** By what that was decided, where it makes a difference. */
  days?: DaysTold | undefined;
  /** How many cells every row has, blank ones too; undefined where rows differ in it. */
  usualCells?: number | undefined;
}>;

const emptyTable = 'The table is empty.';

/** Whether a table was refused for holding nothing at all. */
export const isEmptyTable = (understanding: Understanding): boolean =>
  understanding.standing === 'refused' && understanding.says === emptyTable;

const leastConfidence = 0.6;

/**
 * Understands a table from its first rows, some hundreds of them. Payments need an amount and somebody who was paid; a file that
 * is plainly another register is refused in a sentence, one in which those columns are in doubt is left to an officer.
 */
export function understand(rows: readonly SourceRow[]): Understanding {
  const filled = rows.filter((row) => !isBlank(row));
  if (filled.length === 0) return { standing: 'refused', says: emptyTable, heading: undefined };
  const heading = findHeading(rows);
  // The headings of another register may name nothing that payments have.
  const titles = heading?.headings ?? filled.find(({ cells }) => cells.length > 1)?.cells ?? [];
  const other = otherRegister(titles);
  if (other !== undefined)
    return { standing: 'refused', says: `This is ${other}. It was not read as payments.`, heading };
  const dataFrom = dataAfter(heading, rows);
  const data = rows
    .slice(dataFrom, dataTo(heading, dataFrom, rows))
    .filter((row) => !isBlank(row))
    .slice(0, 400);
  const assigned = assignColumns(
    heading?.headings,
    data.map(({ cells }) => cells),
  );
  const columns = withGrossAlone(assigned);
  const at: Partial<Record<Role, number>> = {};
  for (const column of columns) at[column.role] = column.at;
  const amountIs = assigned.some(({ role }) => role === 'amount') ? 'net' : 'gross';
  const dayOrder = dayOrderOf(data.map((row) => cellAt(row, at.date)));
  const usualCells = usualOf(data.map(({ cells }) => cells.length));
  const reading: Reading = { heading, dataFrom, columns, at, amountIs, dayOrder, usualCells };
  // A file with headings may have no dates; where there are none to say so, a column that looked like dates was not found.
  const needed =
    heading === undefined ? (['amount', 'supplier', 'date'] as const) : (['amount', 'supplier'] as const);
  const lacking = needed.filter(
    (role) => (columns.find((column) => column.role === role)?.confidence ?? 0) < leastConfidence,
  );
  if (data.length === 0)
    return { standing: 'refused', says: 'The table has headings and no rows below them.', heading };
  if (lacking.length === 0) return { standing: 'understood', reading };
  const names = { amount: 'the amount paid', supplier: 'who was paid', date: 'the day' };
  const says = `It is not certain which column holds ${lacking.map((role) => names[role]).join(' and which ')}.`;
  if (heading !== undefined) return { standing: 'in-doubt', reading, says };
  const strange = strangeHeading(rows, dataFrom);
  if (at.amount === undefined && !mayBePayments(data))
    return {
      standing: 'refused',
      says: `${says} No row reads like headings, and no column like amounts.`,
      heading,
    };
  return {
    standing: 'in-doubt',
    reading: strange === undefined ? reading : headedBy(reading, strange),
    says,
  };
}

/** The row above the data, where it fills as many cells as the rows below and holds no data: headings, though none is known. */
function strangeHeading(rows: readonly SourceRow[], dataFrom: number): HeadingRow | undefined {
  const at = rows.findIndex((row, place) => place >= dataFrom && !isBlank(row));
  const [row, below] = [rows[at], rows.slice(at + 1).find((each) => !isBlank(each))];
  if (row === undefined || below === undefined || hasData(row) || !hasData(below)) return undefined;
  const headings = row.cells.map((cell) => cell.trim());
  return { line: row.line, lastLine: row.line, at, rows: 1, headings };
}

const headedBy = (reading: Reading, heading: HeadingRow): Reading => ({
  ...reading,
  heading,
  dataFrom: heading.at + 1,
  columns: reading.columns.map((column) => ({ ...column, heading: heading.headings[column.at] ?? '' })),
});

/** Whether most rows could be payments: they hold an amount, and words that may say who was paid. */
function mayBePayments(data: readonly SourceRow[]): boolean {
  const could = data.filter(
    ({ cells }) =>
      cells.some((cell) => readAmount(cell) !== undefined) &&
      cells.some((cell) => readAmount(cell) === undefined && /\p{L}{2}/u.test(cell)),
  );
  return could.length > 0 && could.length >= data.length / 2;
}

/** A file that gives amounts with VAT alone is read by those, and says so. */
function withGrossAlone(columns: readonly Column[]): readonly Column[] {
  if (columns.some(({ role }) => role === 'amount')) return columns;
  return columns.map((column) => (column.role === 'gross' ? { ...column, role: 'amount' } : column));
}

/** The number that nearly all have. */
function usualOf(counts: readonly number[]): number | undefined {
  const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)];
  return counts.filter((count) => count === usual).length >= counts.length * 0.9 ? usual : undefined;
}

/** Below the headings; but where rows of data stand above them, as where the headings are at the foot, from the first of those. */
function dataAfter(heading: HeadingRow | undefined, rows: readonly SourceRow[]): number {
  if (heading === undefined) return firstData(rows);
  const above = rows.slice(0, heading.at).findIndex(isDataLike);
  return above >= 0 ? above : heading.at + heading.rows;
}

/** Up to where other headings stand, below which the columns may hold something else; where no data stands above them, to the end. */
function dataTo(heading: HeadingRow | undefined, dataFrom: number, rows: readonly SourceRow[]): number {
  const headings = heading?.headings ?? [];
  const [repeats, moves] = [headingRepeats(headings), headingsMoved(headings)];
  const isOwn = (at: number) => heading !== undefined && at >= heading.at && at < heading.at + heading.rows;
  const other = rows.findIndex(
    (row, at) => at >= dataFrom && !isOwn(at) && !repeats(row) && (moves(row) || readsLikeHeadings(row)),
  );
  return other > 0 && rows.slice(dataFrom, other).some(isDataLike) ? other : rows.length;
}

/** Past titles above a table without headings: the first row that fills as many cells as most rows do. */
function firstData(rows: readonly SourceRow[]): number {
  const counts = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const filled = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  const usual = filled[Math.floor(filled.length / 2)] ?? 1;
  const first = counts.findIndex((count) => count >= Math.max(2, usual - 2));
  return Math.max(first, 0);
}

/** British unless the column itself says otherwise: a second number above twelve, and no first number above it. */
export const dayOrderOf = (cells: readonly string[]): DayOrder =>
  orderTold(cells) === 'month-first' ? 'month-first' : 'day-first';

/** Which order the days are in; `open` where some could be in either and none tells, undefined where it makes no difference. */
function orderTold(cells: readonly string[]): DayOrder | 'open' | undefined {
  let [dayFirst, monthFirst, either] = [0, 0, 0];
  for (const cell of cells) {
    if (cell === '') continue;
    const [one, other] = [readPaidDay(cell, 'day-first'), readPaidDay(cell, 'month-first')];
    if (one === undefined && other === undefined) continue;
    if (one === undefined) monthFirst += 1;
    else if (other === undefined) dayFirst += 1;
    else if (one.kind === 'day' && other.kind === 'day' && one.on !== other.on) either += 1;
  }
  if (dayFirst === 0 && monthFirst === 0) return either > 0 ? 'open' : undefined;
  return monthFirst > dayFirst ? 'month-first' : 'day-first';
}

/**
 * The order of day and month in these rows: `open` where they leave it open, as the first thousand rows of a file do that is
 * sorted by its days and begins on the first of a month. Then the rows after them are to be asked.
 */
export const dayOrderIn = (reading: Reading, rows: readonly SourceRow[]): DayOrder | 'open' | undefined =>
  orderTold(rows.map((row) => cellAt(row, reading.at.date)));
