import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from './quoted.ts';

/** What a column of a row file holds, as DuckDB calls it. */
export type RowFileColumn = Readonly<{
  name: string;
  type: 'VARCHAR' | 'BIGINT' | 'INTEGER' | 'DOUBLE' | 'DATE';
}>;
export type CellOfRow = string | bigint | number | null;

/** Rows on their way from the program into DuckDB, through a file of text: several times as fast as one value at a time. */
export type RowFile = Readonly<{
  add(row: readonly CellOfRow[]): void;
  /** What adds rows that have these of its columns alone, in their order: the others are null. */
  adding(columns: readonly string[]): (row: readonly CellOfRow[]) => void;
  /** Ends it: it may now be asked. */
  end(): void;
  /** It as a table in a question, once it has ended: its rows in their order. */
  readonly table: string;
  /** Lets go of it, ended or not. */
  remove(): void;
}>;

/** Signs that part cells and rows, and one that quotes a cell which holds one of them: signs that hardly any text has. */
const cellEnd = '\u{1f}';
const quote = '\u{1e}';
const rowEnd = '\n';
// oxlint-disable-next-line no-control-regex
const needsQuotes = /[\n\r\u{1e}\u{1f}]/u;
const writtenAtOnce = 1 << 18;
/**
 * What DuckDB reads of it at once: no less than its longest row, and no more than small files are worth. Of a larger one it is more, since
 * each piece is put into room of its own for every column; but some pieces there are, for each processor to have one.
 */
const readAtOnce = { least: 1 << 20, most: 1 << 23, pieces: 4 };
/** DuckDB loses rows at the seams of pieces of odd sizes, or refuses to read on. */
const wholePieces = 1 << 16;
const leastLine = 1 << 10;
const mostBytesOfCharacter = 3;

/** Begins a file of rows in a folder. Texts come out as they went in; an empty one too, and null as null. */
export function openRowFile(folder: string, name: string, columns: readonly RowFileColumn[]): RowFile {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  const file = openSync(path, 'w');
  const types = columns.map((column) => `${quoted(column.name)}: ${quoted(column.type)}`).join(', ');
  let [text, longest, bytes, isOpen] = ['', 0, 0, true];
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  const names = columns.map(({ name: column }) => column);
  const adding = (given: readonly string[]) => {
    const places = given.map((column) => names.indexOf(column));
    // What parts a cell from the one before it, and the last one from the end of the row.
    const partings = [...places, names.length - 1].map((place, at) =>
      cellEnd.repeat(place - (places[at - 1] ?? 0)),
    );
    return (row: readonly CellOfRow[]): void => {
      const line = lineOf(row, partings);
      longest = Math.max(longest, line.length);
      text += line;
      if (text.length < writtenAtOnce) return;
      bytes += writeSync(file, text);
      text = '';
    };
  };
  return {
    add: adding(names),
    adding,
    end() {
      bytes += writeSync(file, text);
      text = '';
      close();
    },
    get table() {
      const line = Math.max(leastLine, longest * mostBytesOfCharacter);
      const piece = Math.max(
        readAtOnce.least,
        Math.min(readAtOnce.most, bytes / readAtOnce.pieces),
        line * 2,
      );
      return `read_csv(${quoted(path)}, auto_detect = false, header = false, delim = chr(31), quote = chr(30), escape = chr(30),
        new_line = '\\n', allow_quoted_nulls = false, columns = {${types}}, max_line_size = ${line}, buffer_size = ${Math.ceil(piece / wholePieces) * wholePieces})`;
    },
    remove() {
      close();
      rmSync(path, { force: true });
    },
  };
}

function lineOf(row: readonly CellOfRow[], partings: readonly string[]): string {
  let line = '';
  for (let at = 0; at < row.length; at += 1) {
    const cell = row[at];
    line += partings[at];
    if (cell === null || cell === undefined) continue;
    if (typeof cell === 'string' && (cell === '' || needsQuotes.test(cell)))
      line += quote + cell.replaceAll(quote, quote + quote) + quote;
    else line += cell;
  }
  return line + (partings[row.length] ?? '') + rowEnd;
}
