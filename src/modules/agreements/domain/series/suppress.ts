/** A count of one area, or of one row; undefined where it is not known anyway. */
export type Cell = Readonly<{ key: string; count: number }>;

/** What may be published of a table of counts and its total: undefined is not shown. */
export type Shown = Readonly<{
  cells: readonly Readonly<{ key: string; count: number | undefined }>[];
  total: number | undefined;
}>;

/**
 * Hides every count below a limit, so that nobody can be known by it, and as many others, the smallest first and equals
 * together, as it takes that none of the hidden ones can be worked out from the total and those shown, not even by somebody who
 * knows this rule: at least two, which together are as many as the limit, and not all at the most they could be. Where all are
 * hidden and that is still not enough, the total goes too. Which were hidden for being small is not said.
 */
export function suppress(cells: readonly Cell[], under: number): Shown {
  const sizes = [...new Set(cells.map(({ count }) => count))].toSorted((a, b) => a - b);
  const upTo = (size: number) => cells.filter(({ count }) => count <= size);
  const small = sizes.findLast((size) => size < under);
  const enough = sizes.find((size) => size >= (small ?? 0) && !givesAway(upTo(size), under));
  const hidden = new Set((small === undefined ? [] : upTo(enough ?? Infinity)).map(({ key }) => key));
  return {
    cells: cells.map(({ key, count }) => ({ key, count: hidden.has(key) ? undefined : count })),
    total: small !== undefined && enough === undefined ? undefined : sumOf(cells),
  };
}

/** Whether the sum of those hidden would tell one of them. */
function givesAway(hidden: readonly Cell[], under: number): boolean {
  const sum = sumOf(hidden);
  return hidden.length < 2 || sum < under || hidden.every(({ count }) => count === under - 1);
}

const sumOf = (cells: readonly Cell[]): number => cells.reduce((sum, { count }) => sum + count, 0);
