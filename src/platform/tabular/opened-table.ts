import type { RawRow } from './split-rows.ts';
import { type HowToOpen, openTextTable, type TextSource } from './text-table.ts';
import { openWorkbook } from './workbook/open-workbook.ts';

/** One table of a file: a text file has one, a workbook one for each sheet, an archive those of its files. */
export type OpenedTable = Readonly<{
  /** The file’s name; in an archive, with the archive’s before it. */
  file: string;
  sheet: string | undefined;
  /** How its text is written: an encoding, or the kind of workbook. */
  written: string;
  /** Of a table that is a text file by itself: where it lies and how it is written. */
  text?: TextSource;
  /** Why a file of an archive was not read. It has no rows then. */
  unread?: Unread;
  /** Reads it anew, some thousands of rows at a time. Throws `RowTooLong`. */
  rows(): AsyncIterable<readonly RawRow[]>;
}>;

/** Why one file of an archive is left aside, the others being read. */
export type Unread =
  | 'leaves-folder'
  | 'archive-in-archive'
  | 'damaged'
  | 'encrypted'
  | 'not-a-table'
  | 'too-large';

export type OpenRefusal = 'damaged' | 'too-large' | 'not-a-table' | 'encrypted' | 'nothing-inside';

/** A text file as the one table that it is. */
export async function textTable(path: string, file: string, how?: HowToOpen): Promise<OpenedTable> {
  const table = await openTextTable(path, how);
  const { source } = table;
  return { file, sheet: undefined, written: source.written.encoding, text: source, rows: table.rows };
}

/** The sheets of a workbook; undefined where it cannot be read. */
export async function sheetTables(
  path: string,
  file: string,
  written: string,
  mostCells?: number,
): Promise<readonly OpenedTable[] | undefined> {
  const sheets = await openWorkbook(path, mostCells);
  return sheets?.map(({ name, rows }) => ({
    file,
    sheet: name,
    written,
    async *rows() {
      yield rows;
    },
  }));
}
