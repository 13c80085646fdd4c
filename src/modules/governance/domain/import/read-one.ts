import type { Cells, RowFault, ValueFault } from '#platform/kernel';

/** What the rows of one reference say: the thing that is right, or everything that is wrong with it. */
export type ReadOne<Thing> =
  | Readonly<{ read: Thing; faults?: undefined }>
  | Readonly<{ read?: undefined; faults: readonly RowFault[] }>;

/** The most rows one decision or one agenda has in a file: where there are more, the reference is none. */
export const mostRowsOfOne = 1000;

/** What is wrong with a cell, as whoever mends the file is told. */
export const faultOf = <Column extends string>(
  row: Cells<Column>,
  column: Column,
  { wrong, mend }: ValueFault,
): RowFault => ({
  line: row.line,
  column: row.title(column),
  value: row.text(column).slice(0, 200),
  wrong,
  mend,
});

/** The same is wrong with every row. */
export const wrongAll = <Column extends string>(
  rows: readonly Cells<Column>[],
  column: Column,
  fault: ValueFault,
): ReadOne<never> => ({ faults: rows.map((row) => faultOf(row, column, fault)) });
