import type { TableReport } from '../import/report.ts';
import { cellAt, type SourceRow } from '../reading/table.ts';

/** What stands in the public text of a row in place of a cell that is not published. */
export const notPublished = '[not published]';

type Columns = Pick<TableReport, 'headings' | 'columns'>;

/** The columns of a table that hold nothing that is published, by their places from 0. */
export function unusedColumns({ headings, columns }: Columns): readonly Readonly<{
  at: number;
  heading: string;
}>[] {
  const used = new Set(columns.map(({ at }) => at));
  return headings.flatMap((heading, at) => (used.has(at) ? [] : [{ at, heading: heading.trim() }]));
}

/** Which cells of a table may stand in the public text of its rows. */
export type PublicCells = Readonly<{
  parting: NonNullable<TableReport['parting']>;
  used: readonly number[];
  /** Unused columns with a heading: there even an empty cell is hidden, for it may tell as much as a filled one. */
  hidden: readonly number[];
  width: number;
  supplierAt: number | undefined;
}>;

/** Undefined where it is not known how the cells of a table were parted. */
export function publicCells(table: Columns & Pick<TableReport, 'parting'>): PublicCells | undefined {
  if (table.parting === undefined || table.parting === null) return undefined;
  const { columns, headings, parting } = table;
  return {
    parting,
    used: columns.map(({ at }) => at),
    hidden: unusedColumns(table).flatMap(({ at, heading }) => (heading === '' ? [] : [at])),
    width: headings.length,
    supplierAt: columns.find(({ role }) => role === 'supplier')?.at,
  };
}

/**
 * The text of a row with quotation marks, parted as the reader parts it, with a mark for every cell that is not published. Null where it
 * was not surely parted so.
 */
export function publicText(
  row: Omit<SourceRow, 'line'>,
  supplier: string | null,
  cells: PublicCells,
): string | null {
  if (row.strayQuote || cellAt(row, cells.supplierAt) !== (supplier ?? '')) return null;
  const shown = row.cells.map((cell, at) => {
    if (cells.used.includes(at)) return cell;
    return cells.hidden.includes(at) || cell.trim() !== '' ? notPublished : cell;
  });
  if (shown.every((cell, at) => cell === row.cells[at])) return row.raw;
  return shown.map((cell) => written(cell, cells.parting.by)).join(cells.parting.by);
}

const written = (cell: string, by: string): string =>
  cell.includes(by) || /["\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
