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
  const looks = Array.from(often, ([text, times]) => ({ ...lookAt(text), times }));
  const share = (is: (look: Look) => boolean): number =>
    perCell(looks.reduce((sum, look) => (is(look) ? sum + look.times : sum), 0));
  const perCell = (sum: number): number => (filled === 0 ? 0 : sum / filled);
  return {
    filled: cells.length === 0 ? 0 : filled / cells.length,
    dates: share(({ isDate }) => isDate),
    times: share(({ isTime }) => isTime),
    amounts: share(({ isAmount }) => isAmount),
    decimals: share(({ isAmount, cell }) => isAmount && /\d[.]\d{1,}\)?-?\s*$/u.test(cell)),
    wholeNumbers: share(({ cell }) => /^\d+$/u.test(cell)),
    words: share(({ isDate, cell }) => !isDate && isWords(cell)),
    distinct: perCell(often.size),
    length: perCell(characters),
    firms: share(({ cell }) => firmWords.test(cell)),
    codes: share(({ cell }) => /^(?=.*\d)[\p{L}\d/_. -]{3,40}$/u.test(cell) && !/\s\p{L}{3,}\s/u.test(cell)),
  };
}

const firmWords =
  /\b(?:ltd|limited|plc|llp|cic|inc|co|company|sons?|partners|partnership|trust|council|university|association|group|uk)\b\.?\)?$/i;

/** Letters: the plain ones are tried first, as nearly all are. */
const isWords = (cell: string): boolean =>
  /[a-z]{2}.*[a-z]/i.test(cell) || (/\P{ASCII}/u.test(cell) && /\p{L}{2}.*\p{L}/u.test(cell));

type Look = Readonly<{ cell: string; isAmount: boolean; isDate: boolean; isTime: boolean }>;

function lookAt(cell: string): Look {
  const read = readPaidDay(cell);
  const either = read ?? readPaidDay(cell, 'month-first');
  return {
    cell,
    isAmount: readAmount(cell) !== undefined,
    isTime: read?.kind === 'not-given',
    // A whole number of five figures may be a spreadsheet’s date or an amount: alone it is no sign of a date.
    isDate: either !== undefined && either.kind !== 'not-given' && !/^\d{5,}(?:\.\d+)?$/u.test(cell),
  };
}
