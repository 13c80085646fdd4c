/** A row as a file gives it: where it begins, its cells, and how it was written. */
export type SourceRow = Readonly<{
  line: number;
  cells: readonly string[];
  raw: string;
  strayQuote: boolean;
}>;

export const isBlank = ({ cells }: Pick<SourceRow, 'cells'>): boolean =>
  cells.every((cell) => cell.trim() === '');

/** A cell of a row, tidied; empty where the row has none there. */
export const cellAt = ({ cells }: Pick<SourceRow, 'cells'>, at: number | undefined): string =>
  at === undefined ? '' : (cells[at] ?? '').trim();
