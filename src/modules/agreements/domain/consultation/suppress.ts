/**
 * Hides rows of counts that could point at somebody: one that has a count above nought and below `under`. Where only one
 * row is hidden the smallest other that has any goes too, or the total would give it away; where everybody is of one place,
 * the total still does. True: hidden.
 */
export function hiddenRows(rows: readonly (readonly number[])[], under: number): readonly boolean[] {
  const hidden = rows.map((row) => row.some((count) => count > 0 && count < under));
  if (hidden.filter(Boolean).length !== 1) return hidden;
  const total = (row: readonly number[]) => row.reduce((sum, count) => sum + count, 0);
  let smallest: number | undefined;
  rows.forEach((row, index) => {
    if (hidden[index] === true || total(row) === 0) return;
    const before = smallest === undefined ? undefined : rows[smallest];
    if (before === undefined || total(row) < total(before)) smallest = index;
  });
  return hidden.map((isHidden, index) => isHidden || index === smallest);
}
