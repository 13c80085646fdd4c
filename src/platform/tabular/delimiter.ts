import { firstRows } from './split-rows.ts';

export const delimiters = [',', '\t', ';', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export type Dialect = Readonly<{
  delimiter: Delimiter;
  /** How many cells most rows have. */
  width: number;
}>;

/**
 * What separates the cells, judged from the beginning of the text: the sign by which most rows have the same number of cells,
 * and more than one. A text that nothing separates is a table of one column.
 */
export function detectDialect(beginning: string): Dialect {
  const tried = delimiters.map((delimiter) => {
    if (!beginning.includes(delimiter)) return { delimiter, width: 1, score: 0 };
    const rows = firstRows(beginning, delimiter, 500);
    const widths = rows.filter(({ raw }) => raw.trim() !== '').map(({ cells }) => cells.length);
    const width = mostCommon(widths);
    const alike = widths.filter((each) => each === width).length / Math.max(widths.length, 1);
    return { delimiter, width, score: width < 2 ? 0 : alike * Math.min(width, 12) };
  });
  const best = tried.reduce((first, each) => (each.score > first.score * 1.05 ? each : first));
  return { delimiter: best.delimiter, width: best.width };
}

function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const each of numbers) counts.set(each, (counts.get(each) ?? 0) + 1);
  let [most, times] = [1, 0];
  for (const [each, count] of counts) if (count > times) [most, times] = [each, count];
  return most;
}
