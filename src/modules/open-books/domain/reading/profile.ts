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
  codes: number;
  /** Names that end as those of firms and other bodies do. */
  firms: number;
}>;

/** Looks at the cells of a column, some hundreds of them being enough. */
export function profileOf(cells: readonly string[]): Profile {
  // What is said of one text is said of each cell that has it, and columns say the same again and again.
  const often = new Map<string, number>();
  let [filled, characters] = [0, 0];
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    filled += 1;
    characters += text.length;
    often.set(text, (often.get(text) ?? 0) + 1);
  }
  const counts = {
    dates: 0,
    times: 0,
    amounts: 0,
    decimals: 0,
    wholeNumbers: 0,
    words: 0,
    firms: 0,
    codes: 0,
  };
  for (const [text, times] of often) {
    const { isDate, isTime, isAmount } = lookAt(text);
    if (isDate) counts.dates += times;
    if (isTime) counts.times += times;
    if (isAmount) counts.amounts += times;
    if (isAmount && withDecimals.test(text)) counts.decimals += times;
    if (/^\d+$/u.test(text)) counts.wholeNumbers += times;
    if (isCode(text)) counts.codes += times;
    if (!hasLetter.test(text)) continue;
    if (!isDate && isWords(text)) counts.words += times;
    if (firmWords.test(text.slice(-longestFirmWord))) counts.firms += times;
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  return {
    filled: cells.length === 0 ? 0 : filled / cells.length,
    dates: share(counts.dates),
    times: share(counts.times),
    amounts: share(counts.amounts),
    decimals: share(counts.decimals),
    wholeNumbers: share(counts.wholeNumbers),
    words: share(counts.words),
    distinct: share(often.size),
    length: share(characters),
    firms: share(counts.firms),
    codes: share(counts.codes),
  };
}

const withDecimals = /\d[.]\d{1,}\)?-?\s*$/u;
const isCode = (text: string): boolean =>
  text.length <= 40 &&
  /\d/u.test(text) &&
  /^[\p{L}\d/_. -]{3,40}$/u.test(text) &&
  !/\s\p{L}{3,}\s/u.test(text);
const hasLetter = /[a-z]|\P{ASCII}/iu;

/** More than any of these words and what may stand about it, so that none is cut out of another. */
const longestFirmWord = 20;
const firmWords =
  /\b(?:ltd|limited|plc|llp|cic|inc|co|company|sons?|partners|partnership|trust|council|university|association|group|uk)\b\.?\)?$/i;

/** Letters: the plain ones are tried first, as nearly all are. */
const isWords = (cell: string): boolean =>
  /[a-z]{2}.*[a-z]/i.test(cell) || (/\P{ASCII}/u.test(cell) && /\p{L}{2}.*\p{L}/u.test(cell));

type Look = Readonly<{ isAmount: boolean; isDate: boolean; isTime: boolean }>;

function lookAt(cell: string): Look {
  const read = readPaidDay(cell);
  const either = read ?? readPaidDay(cell, 'month-first');
  return {
    isAmount: readAmount(cell) !== undefined,
    isTime: read?.kind === 'not-given',
    // A whole number of five figures may be a spreadsheet’s date or an amount: alone it is no sign of a date.
    isDate: either !== undefined && either.kind !== 'not-given' && !/^\d{5,}(?:\.\d+)?$/u.test(cell),
  };
}
