/**
 * Hides rows of counts that could point at somebody: those with a count above nought and below `under`, and as many others,
 * those with the fewest first and equals together, as it takes that no hidden count can be worked out from the totals and the
 * rows shown: at least two rows, and of every column as much as the limit and not all at the most they could be. Where every row
 * is hidden the totals alone stand; where everybody is of one place they are that place’s, which no hiding mends. True: hidden.
 */
export function hiddenRows(rows: readonly (readonly number[])[], under: number): readonly boolean[] {
  const isSmall = (row: readonly number[]) => row.some((count) => count > 0 && count < under);
  if (!rows.some(isSmall)) return rows.map(() => false);
  const sizes = [0, ...new Set(rows.map(totalOf))].toSorted((a, b) => a - b);
  const hiddenUpTo = (size: number) => rows.map((row) => isSmall(row) || totalOf(row) < size);
  const tried = [...sizes, Infinity].map(hiddenUpTo);
  return tried.find((hidden) => !givesAway(rows, hidden, under)) ?? rows.map(() => true);
}

const totalOf = (row: readonly number[]): number => row.reduce((sum, count) => sum + count, 0);

/** Whether the totals less the rows shown would tell a count of one of the others. */
function givesAway(
  rows: readonly (readonly number[])[],
  isHidden: readonly boolean[],
  under: number,
): boolean {
  const hidden = rows.filter((row, index) => isHidden[index] === true && totalOf(row) > 0);
  if (hidden.length < 2) return true;
  return (hidden[0] ?? []).some((_, column) => {
    const counts = hidden.map((row) => row[column] ?? 0);
    const sum = totalOf(counts);
    return sum > 0 && (sum < under || counts.every((count) => count === under - 1));
  });
}
