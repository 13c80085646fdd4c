import { readAmount } from './amount.ts';
import { matchHeading, tidyHeading } from './heading.ts';
import { readPaidDay } from './paid-day.ts';
import { isBlank, type SourceRow } from './table.ts';

/** The row of headings: where it is, what it says column by column, and how many rows it takes. */
export type HeadingRow = Readonly<{ line: number; at: number; rows: 1 | 2; headings: readonly string[] }>;

const rowsLookedAt = 60;
const leastScore = 2.2;

/**
 * Finds the headings among the first rows, past titles, notes and statements of a database above them. Undefined where no row
 * reads like headings: then the table begins with its data.
 */
export function findHeading(rows: readonly SourceRow[]): HeadingRow | undefined {
  const candidates = rows.slice(0, rowsLookedAt).flatMap((row, at): readonly Scored[] => {
    if (isBlank(row)) return [];
    const single = { at, rows: 1, headings: row.cells, score: scoreOf(row.cells) } as const;
    const below = rows[at + 1];
    if (below === undefined || isBlank(below) || holdsData(below.cells) || holdsData(row.cells))
      return [single];
    const joined = joinedHeadings(row.cells, below.cells);
    // Two rows are one heading only where together they say more than the better of them alone.
    const double = { at, rows: 2, headings: joined, score: scoreOf(joined) - 0.4 } as const;
    return double.score > Math.max(single.score, scoreOf(below.cells)) ? [double] : [single];
  });
  const best = candidates.reduce<Scored | undefined>(
    (first, each) => (first === undefined || each.score > first.score ? each : first),
    undefined,
  );
  if (best === undefined || best.score < leastScore) return undefined;
  const line = rows[best.at]?.line ?? 1;
  return { line, at: best.at, rows: best.rows, headings: best.headings.map((cell) => cell.trim()) };
}

type Scored = Readonly<{ at: number; rows: 1 | 2; headings: readonly string[]; score: number }>;

/** Each heading that names a role counts, a role named twice only once; what reads as data counts against it. */
function scoreOf(cells: readonly string[]): number {
  const best = new Map<string, number>();
  let data = 0;
  for (const cell of cells) {
    if (cell.trim() === '') continue;
    if (isData(cell)) {
      data += 1;
      continue;
    }
    const [match] = matchHeading(cell);
    if (match !== undefined) best.set(match.role, Math.max(best.get(match.role) ?? 0, match.score));
  }
  return [...best.values()].reduce((sum, score) => sum + score, 0) - data * 1.5;
}

function isData(cell: string): boolean {
  if (readAmount(cell) !== undefined) return true;
  const day = readPaidDay(cell);
  return day !== undefined && day.kind === 'day';
}

const holdsData = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.trim() !== '' && isData(cell));

function joinedHeadings(first: readonly string[], second: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(first.length, second.length) }, (_, at) =>
    `${first[at] ?? ''} ${second[at] ?? ''}`.trim(),
  );
}

/** Whether a row further down repeats the headings, as a file does that was put together from pages. */
export function repeatsHeading(row: SourceRow, headings: readonly string[]): boolean {
  const filled = headings.flatMap((heading, at) =>
    heading === '' ? [] : [[heading, row.cells[at] ?? ''] as const],
  );
  const alike = filled.filter(
    ([heading, cell]) => tidyHeading(heading) === tidyHeading(cell) && cell.trim() !== '',
  );
  return filled.length >= 2 && alike.length >= filled.length - 1;
}
