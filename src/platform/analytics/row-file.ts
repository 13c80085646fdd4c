import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from './quoted.ts';

/** What a column of a row file holds, as DuckDB calls it. */
export type RowFileColumn = Readonly<{ name: string; type: 'VARCHAR' | 'BIGINT' | 'INTEGER' | 'DATE' }>;
export type CellOfRow = string | bigint | number | null;

/** Rows on their way from the program into DuckDB, through a file of text: several times as fast as one value at a time. */
export type RowFile = Readonly<{
  add(row: readonly CellOfRow[]): void;
  /** Ends it: it may now be asked. */
  end(): void;
  /** It as a table in a question, its rows in their order. */
  table: string;
  remove(): void;
}>;

/** Signs that part cells and rows: a cell that holds one, or a quotation mark, is quoted. */
const cellEnd = '\u{1f}';
const rowEnd = '\n';
// oxlint-disable-next-line no-control-regex
const needsQuotes = /["\n\r\u{1f}]/u;
const writtenAtOnce = 1 << 18;
/** A row of a brought file has a million characters at most, and its cells stand beside its text. */
const longestRowBytes = 12_000_000;

/** Begins a file of rows in a folder. Texts come out as they went in; an empty one too, and null as null. */
export function openRowFile(folder: string, name: string, columns: readonly RowFileColumn[]): RowFile {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const file = openSync(path, 'w');
  let text = '';
  const types = columns.map((column) => `${quoted(column.name)}: ${quoted(column.type)}`).join(', ');
  return {
    add(row) {
      for (const [at, cell] of row.entries()) {
        if (at > 0) text += cellEnd;
        if (cell === null) continue;
        if (typeof cell === 'string' && (cell === '' || needsQuotes.test(cell)))
          text += `"${cell.replaceAll('"', '""')}"`;
        else text += cell;
      }
      text += rowEnd;
      if (text.length < writtenAtOnce) return;
      writeSync(file, text);
      text = '';
    },
    end() {
      writeSync(file, text);
      closeSync(file);
    },
    table: `read_csv(${quoted(path)}, auto_detect = false, header = false, delim = chr(31), quote = '"', escape = '"',
      new_line = '\\n', columns = {${types}}, max_line_size = ${longestRowBytes}, buffer_size = ${longestRowBytes * 2})`,
    remove: () => rmSync(path, { force: true }),
  };
}
