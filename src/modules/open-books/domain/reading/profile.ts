import { readAmount } from './amount.ts';
import { readPaidDay } from './paid-day.ts';

/** What the cells of one column are like, each figure a share of those that are filled. */
export type Profile = Readonly<{
  /** Share of all rows in which the cell is filled. */
  filled: number;
  dates: number;
  /** Times without a day, such as `00:00:00`. */
  times: number;
  amounts: number;
  /** Amounts with a decimal point and two or more figures after it. */
  decimals: number;
  wholeNumbers: number;
  words: number;
  distinct: number;
  length: number;
  negatives: number;
  codes: number;
}>;

/** Looks at the cells of a column, some hundreds of them being enough. */
export function profileOf(cells: readonly string[]): Profile {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const share = (is: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(is).length / filled.length;
  return {
    filled: cells.length === 0 ? 0 : filled.length / cells.length,
    dates: share((cell) => isDate(cell)),
    times: share((cell) => readPaidDay(cell)?.kind === 'not-given'),
    amounts: share((cell) => readAmount(cell) !== undefined),
    decimals: share((cell) => /\d[.]\d{1,}\)?-?\s*$/u.test(cell) && readAmount(cell) !== undefined),
    wholeNumbers: share((cell) => /^\d+$/u.test(cell)),
    words: share((cell) => /\p{L}{2}.*\p{L}/u.test(cell) && !isDate(cell)),
    distinct: filled.length === 0 ? 0 : new Set(filled).size / filled.length,
    length: filled.length === 0 ? 0 : filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length,
    negatives: share((cell) => /^-|-$|^\(/u.test(cell) && readAmount(cell) !== undefined),
    codes: share((cell) => /^(?=.*\d)[\p{L}\d/_. -]{3,40}$/u.test(cell) && !/\s\p{L}{3,}\s/u.test(cell)),
  };
}

/** A whole number of five figures may be a spreadsheet’s date or an amount: alone it is no sign of a date. */
function isDate(cell: string): boolean {
  const read = readPaidDay(cell) ?? readPaidDay(cell, 'month-first');
  return read !== undefined && read.kind !== 'not-given' && !/^\d{5,}(?:\.\d+)?$/u.test(cell);
}
