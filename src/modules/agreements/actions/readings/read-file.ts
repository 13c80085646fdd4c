import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellsOf, inBreaths, ok, readHeader, refuse, type Result } from '#platform/kernel';
import { type OpenedTable, type RawRow, RowTooLong, withTables } from '#platform/tabular';
import type { FileFault } from '../../domain/reading/findings.ts';
import { type ReadRow, readRow } from '../../domain/reading/read-row.ts';
import { readingColumns } from '../../domain/reading/reading-columns.ts';

/** A file of readings, every row of it read and none judged. */
export type ReadFile = Readonly<{ written: string; rows: readonly ReadRow[] }>;

/** The most rows of one file: two years of the monthly figures of three hundred series and fourteen bodies. */
export const mostRows = 100_000;

/**
 * Reads a CSV file or the first filled sheet of a workbook. Its heading must be that of a file of readings: a column that
 * no reading has is refused by its name rather than passed over, since it may be another month’s or another system’s.
 */
export async function readReadingFile(bytes: Buffer): Promise<Result<ReadFile, FileFault>> {
  if (bytes.length === 0) return refuse({ is: 'empty' });
  const folder = await mkdtemp(join(tmpdir(), 'accord-readings-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, bytes, { mode: 0o600 });
    const opened = await withTables(path, readFirst);
    return opened.ok ? opened.value : refuse({ is: opened.error });
  } catch (error) {
    if (error instanceof RowTooLong) return refuse({ is: 'row-does-not-end', line: error.line });
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readFirst(tables: readonly OpenedTable[]): Promise<Result<ReadFile, FileFault>> {
  for (const table of tables) {
    const read = await readTable(table);
    if (read.ok || read.error.is !== 'empty') return read;
  }
  return refuse({ is: 'empty' });
}

async function readTable(table: OpenedTable): Promise<Result<ReadFile, FileFault>> {
  let header: ReturnType<typeof readHeading> | undefined;
  const rows: ReadRow[] = [];
  for await (const some of table.rows())
    for await (const row of inBreaths(some)) {
      if (row.cells.every((cell) => cell.trim() === '')) continue;
      if (header === undefined) header = readHeading(row);
      else if (!header.ok) return header;
      else rows.push(readRow(cellsOf(row, header.value)));
      if (rows.length > mostRows) return refuse({ is: 'too-many-rows', most: mostRows });
    }
  if (header === undefined) return refuse({ is: 'empty' });
  if (!header.ok) return header;
  return rows.length === 0 ? refuse({ is: 'no-rows' }) : ok({ written: table.written, rows });
}

function readHeading({ cells }: RawRow) {
  const header = readHeader(cells, readingColumns);
  if (header.ignored.length > 0) return refuse({ is: 'unknown-columns', columns: header.ignored } as const);
  if (header.twice.length > 0) return refuse({ is: 'columns-twice', columns: header.twice } as const);
  const missing = header.missing.map(({ title }) => title);
  if (missing.length > 0) return refuse({ is: 'columns-missing', columns: missing } as const);
  return ok(header);
}
