import { readAmount } from './amount.ts';
import { matchHeading, tidyHeading } from './heading.ts';
import { readPaidDay } from './paid-day.ts';
import { isBlank, type SourceRow } from './table.ts';

/** The row of headings: where it is among the rows given, what it says column by column, and how many rows it takes. */
export type HeadingRow = Readonly<{
  line: number;
  /** The line of its second row, where it takes two. */
  lastLine: number;
  at: number;
  rows: 1 | 2;
  headings: readonly string[];
}>;

/** Headings stand among these, unless they stand at the foot. */
const rowsAtTop = 60;
const leastScore = 2.2;

/**
 * Finds the headings among the first rows, past titles, notes and statements of a database above them; where none of those reads
 * like headings, among all rows given, for some files have them at the foot. Undefined where no row reads like headings.
 */
export function findHeading(rows: readonly SourceRow[]): HeadingRow | undefined {
  const best = bestOf(rows, 0, rowsAtTop) ?? bestOf(rows, rowsAtTop, rows.length, leastFarDown);
  if (best === undefined) return undefined;
  const line = rows[best.at]?.line ?? 1;
  const lastLine = rows[best.at + best.rows - 1]?.line ?? line;
  return { line, lastLine, at: best.at, rows: best.rows, headings: best.headings.map((cell) => cell.trim()) };
}

/** Among thousands of cells of data some words are bound to be those of headings: there it takes more of them. */
const leastFarDown = 3.5;

function bestOf(
  rows: readonly SourceRow[],
  from: number,
  to: number,
  least = leastScore,
): Scored | undefined {
  let best: Scored | undefined;
  let hasDataBelow = false;
  for (const [place, row] of rows.slice(from, to).entries()) {
    // Headings with data below them stay those of the table, whatever other headings begin further down.
    if (hasDataBelow && (best?.score ?? 0) >= leastWithData) break;
    if (isBlank(row)) continue;
    const at = from + place;
    const found = headingAt(row, rows[at + 1], at, best?.score ?? least - 1e-9);
    if (found !== undefined && found.score > (best?.score ?? least - 1e-9)) {
      best = found;
      hasDataBelow = false;
    }
    hasDataBelow ||= best !== undefined && isDataLike(row);
  }
  return best;
}

const leastWithData = 3;

/** A row such as tables of payments have: some cells, and an amount or a date among them. */
export function isDataLike({ cells }: SourceRow): boolean {
  const { texts, data } = sorted(cells);
  return data > 0 && texts.length + data >= 3;
}

/** Whether any cell of a row reads as an amount or a day. */
export const hasData = ({ cells }: SourceRow): boolean => sorted(cells).data > 0;

type Scored = Readonly<{ at: number; rows: 1 | 2; headings: readonly string[]; score: number }>;

/** A row as headings, or it and the one below; undefined where neither can score more than the best so far. */
function headingAt(
  row: SourceRow,
  below: SourceRow | undefined,
  at: number,
  toBeat: number,
): Scored | undefined {
  const { texts, data } = sorted(row.cells);
  if (data > 0 || below === undefined || isBlank(below) || sorted(below.cells).data > 0) {
    if (texts.length - data * againstData <= toBeat) return undefined;
    return { at, rows: 1, headings: row.cells, score: scoreOf(texts, data) };
  }
  const single = { at, rows: 1, headings: row.cells, score: scoreOf(texts, data) } as const;
  const joined = joinedHeadings(row.cells, below.cells);
  const together = sorted(joined);
  const under = scoreOf(sorted(below.cells).texts, 0);
  const double = { at, rows: 2, headings: joined, score: scoreOf(together.texts, together.data) } as const;
  // Two rows are one heading where together they say more than the better of them alone; or no less, and both of them speak.
  const more = under >= leastOfSecond ? -0.1 : 0.4;
  return double.score - more > single.score && double.score - 0.4 > under ? double : single;
}

/** What the second of two rows of headings scores by itself: it has words of headings too. */
const leastOfSecond = 1.5;

const againstData = 1.5;

/** The cells that may be headings, and how many read as data. */
function sorted(cells: readonly string[]): Readonly<{ texts: readonly string[]; data: number }> {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const texts = filled.filter((cell) => !isData(cell));
  return { texts, data: filled.length - texts.length };
}

/** Each heading that names a role counts, a role named twice only once; what reads as data counts against it. */
function scoreOf(texts: readonly string[], data: number): number {
  const best = new Map<string, number>();
  for (const cell of texts) {
    const [match] = matchHeading(cell);
    if (match !== undefined) best.set(match.role, Math.max(best.get(match.role) ?? 0, match.score));
  }
  return [...best.values()].reduce((sum, score) => sum + score, 0) - data * againstData;
}

function isData(cell: string): boolean {
  if (readAmount(cell) !== undefined) return true;
  const day = readPaidDay(cell);
  return day !== undefined && day.kind === 'day';
}

function joinedHeadings(first: readonly string[], second: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, at) =>
    `${first[at] ?? ''} ${second[at] ?? ''}`.trim(),
  );
}

/** Whether a row further down reads like headings, of whatever columns: nothing in it is data, and it names several roles. */
export function readsLikeHeadings({ cells }: SourceRow): boolean {
  if (cells.some(isData)) return false;
  const texts = cells.filter((cell) => cell.trim() !== '');
  if (texts.length < 3) return false;
  const score = scoreOf(texts, 0);
  // Few headings are enough where each of them is a known one: no note says just “Name”, “Date” and “Amount”.
  return texts.length > leastFarDown && score >= leastFarDown ? true : score >= texts.length * surelyKnown;
}
const surelyKnown = 0.9;

/** Tells of each row further down whether it has the same headings in another order: what follows has moved columns. */
export function headingsMoved(headings: readonly string[]): (row: SourceRow) => boolean {
  const own = inOneOrder(headings);
  const tidied = new Set(['', ...headings.map(tidyHeading)]);
  const { length } = headings.filter((heading) => heading !== '');
  if (length < 2) return () => false;
  const begins = new Set(Array.from(tidied, (heading) => heading.charCodeAt(0)));
  const mayBeOne = (cell: string): boolean => mayBegin(cell, (code) => begins.has(code));
  const isOne = (cell: string): boolean => tidied.has(tidyHeading(cell));
  return ({ cells }) => {
    // Nearly every row shows by how its cells begin that it is none of headings.
    if (!cells.every(mayBeOne) || !cells.every(isOne)) return false;
    const filled = cells.filter((cell) => cell.trim() !== '');
    return filled.length === length && inOneOrder(filled) === own;
  };
}

const inOneOrder = (headings: readonly string[]): string =>
  headings
    .map(tidyHeading)
    .filter((heading) => heading !== '')
    .toSorted()
    .join('|');

/** Tells of each row further down whether it repeats the headings, as in a file that was put together from pages. */
export function headingRepeats(headings: readonly string[]): (row: SourceRow) => boolean {
  const filled = headings.flatMap((heading, at) =>
    heading === '' ? [] : [{ at, tidied: tidyHeading(heading) }],
  );
  if (filled.length < 2) return () => false;
  const allButOne = (cells: readonly string[], reads: (cell: string, tidied: string) => boolean): boolean => {
    let different = 0;
    for (const { at, tidied } of filled) {
      if (!reads(cells[at] ?? '', tidied)) different += 1;
      if (different > 1) return false;
    }
    return true;
  };
  const isOne = (cell: string, tidied: string): boolean =>
    cell.trim() !== '' && mayRead(cell, tidied) && tidyHeading(cell) === tidied;
  return ({ cells }) => allButOne(cells, mayRead) && allButOne(cells, isOne);
}

const mayRead = (cell: string, tidied: string): boolean =>
  mayBegin(cell, (code) => code === tidied.charCodeAt(0));

/** A glance that spares tidying millions of cells: where the first sign is a plain letter or figure, the heading begins with it. */
function mayBegin(cell: string, heading: (code: number) => boolean): boolean {
  const code = cell.charCodeAt(0);
  const isLetter = (code | 32) >= 97 && (code | 32) <= 122;
  if (isLetter) return heading(code | 32);
  return code >= 48 && code <= 57 ? heading(code) : true;
}
