import { breath, ok, refuse, type Result, type TableRow } from '#platform/kernel';
import { mostRows } from '../../domain/import/findings.ts';
import { decode, detectDialect, detectEncoding, RowSplitter, RowTooLong } from '#platform/tabular';

export type FileTable = Readonly<{ encoding: string; header: readonly string[]; rows: readonly TableRow[] }>;
export type FileRefusal =
  | 'empty'
  | 'workbook'
  | 'not-a-table'
  | 'row-does-not-end'
  | 'no-rows'
  | 'too-many-rows';

const beginning = 256 * 1024;
/** Read between two breaths, so that the server answers others meanwhile. */
const pieceCharacters = 128 * 1024;
/** The words of a decision or a minute go over many lines in one cell. */
const limits = { rowCharacters: 2_000_000, quotedLines: 5000 };

/**
 * Reads a CSV file as it really is: UTF-8 with a mark or without, UTF-16, or an old code page; commas, semicolons or tabs; line
 * breaks inside cells. The first row that is not empty names the columns. Others have their turn while it reads.
 */
export async function readFile(bytes: Buffer): Promise<Result<FileTable, FileRefusal>> {
  if (bytes.length === 0) return refuse('empty');
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return refuse('workbook');
  if (bytes.subarray(0, 4).toString('hex') === 'd0cf11e0') return refuse('workbook');
  const { encoding, markBytes } = detectEncoding(bytes);
  const text = decode(bytes.subarray(markBytes), encoding);
  if (isBinary(text)) return refuse('not-a-table');
  const { delimiter } = detectDialect(text.slice(0, beginning));
  try {
    const rows = await rowsOf(text, delimiter);
    const [header, ...others] = rows;
    if (header === undefined) return refuse('empty');
    if (others.length === 0) return refuse('no-rows');
    if (others.length > mostRows) return refuse('too-many-rows');
    return ok({ encoding, header: header.cells, rows: others });
  } catch (error) {
    if (error instanceof RowTooLong) return refuse('row-does-not-end');
    throw error;
  }
}

/** The rows that are not empty, up to one more than a file may have below its header. */
async function rowsOf(text: string, delimiter: string): Promise<readonly TableRow[]> {
  const splitter = new RowSplitter(delimiter, { limits });
  const rows: TableRow[] = [];
  for (let at = 0; rows.length <= mostRows + 1; at += pieceCharacters) {
    const isLast = at >= text.length;
    for (const { line, cells } of isLast
      ? splitter.end()
      : splitter.push(text.slice(at, at + pieceCharacters)))
      if (cells.some((cell) => cell.trim() !== ''))
        rows.push({ line, cells: cells.map((cell) => cell.replaceAll('\0', '')) });
    if (isLast) break;
    await breath();
  }
  return rows;
}

/** More signs that no text has than a damaged text could have. */
function isBinary(text: string): boolean {
  const start = text.slice(0, 8192);
  const odd = Array.from(start).filter(
    (sign) => sign < '\t' || (sign > '\r' && sign < ' ') || sign === '\uFFFD',
  ).length;
  return odd > start.length * 0.05;
}
