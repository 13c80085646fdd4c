import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openArchive } from '#platform/files';
import { ok, refuse, type Result } from '#platform/kernel';
import type { RawRow } from './split-rows.ts';
import { openTextTable, type TextSource } from './text-table.ts';
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
  /** Reads it anew, some thousands of rows at a time. Throws `RowTooLong`. */
  rows(): AsyncIterable<readonly RawRow[]>;
}>;

export type OpenRefusal = 'damaged' | 'too-large' | 'not-a-table' | 'encrypted';

/** What an archive or workbook may hold unpacked; text files of any size are read piece by piece. */
const limits = { unpackedBytes: 512 * 1024 * 1024, times: 200, files: 500 };

/**
 * Opens the tables of a file by what it holds, whatever its name says, and hands them to `use`. What was unpacked is gone when it
 * returns.
 */
export async function withTables<Value>(
  path: string,
  use: (tables: readonly OpenedTable[]) => Promise<Value>,
): Promise<Result<Value, OpenRefusal>> {
  const start = await firstBytes(path);
  if (isZip(start)) return withArchive(path, basename(path), use);
  if (isOldWorkbook(start)) return withWorkbook(path, basename(path), 'xls', use);
  if (isBinary(start)) return refuse('not-a-table');
  return ok(await use([await textTable(path, basename(path))]));
}

async function textTable(path: string, file: string): Promise<OpenedTable> {
  const table = await openTextTable(path);
  const { source } = table;
  return { file, sheet: undefined, written: source.written.encoding, text: source, rows: table.rows };
}

async function withArchive<Value>(
  path: string,
  file: string,
  use: (tables: readonly OpenedTable[]) => Promise<Value>,
): Promise<Result<Value, OpenRefusal>> {
  const { size } = await stat(path);
  if (size > limits.unpackedBytes) return refuse('too-large');
  const archive = await openArchive(await readFile(path));
  if (archive === undefined) return refuse('damaged');
  const { entries } = archive;
  const unpacked = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  if (unpacked > limits.unpackedBytes || unpacked > size * limits.times) return refuse('too-large');
  if (entries.some(({ isEncrypted }) => isEncrypted)) return refuse('encrypted');
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin'))
    return withWorkbook(path, file, 'xlsx', use);
  if (names.has('content.xml') && names.has('mimetype')) return withWorkbook(path, file, 'ods', use);

  const inside = entries.filter(({ name, bytes }) => bytes > 0 && !/(?:^|\/)(?:\.|__MACOSX)/.test(name));
  if (inside.length > limits.files) return refuse('too-large');
  const folder = await mkdtemp(join(tmpdir(), 'accord-tables-'));
  try {
    const tables: OpenedTable[] = [];
    for (const [index, { name }] of inside.entries()) {
      const bytes = await archive.read(name, limits.unpackedBytes);
      if (bytes === undefined) return refuse('damaged');
      // An archive in an archive is not unpacked, so that none can hold a thousand.
      if (isZip(bytes) || isBinary(bytes.subarray(0, startBytes))) continue;
      const place = join(folder, String(index));
      await writeFile(place, bytes);
      tables.push(await textTable(place, `${file}/${name}`));
    }
    return tables.length === 0 ? refuse('not-a-table') : ok(await use(tables));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function withWorkbook<Value>(
  path: string,
  file: string,
  written: string,
  use: (tables: readonly OpenedTable[]) => Promise<Value>,
): Promise<Result<Value, OpenRefusal>> {
  const sheets = await openWorkbook(path);
  if (sheets === undefined) return refuse('damaged');
  return ok(
    await use(
      sheets.map(({ name, rows }) => ({
        file,
        sheet: name,
        written,
        async *rows() {
          yield rows;
        },
      })),
    ),
  );
}

const startBytes = 8192;

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const isZip = (start: Buffer): boolean => start.subarray(0, 4).equals(Buffer.from('PK\u{3}\u{4}', 'latin1'));
const isOldWorkbook = (start: Buffer): boolean =>
  start.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));

const marks = [
  '%PDF',
  '\u{89}PNG',
  'GIF8',
  '\u{ff}\u{d8}\u{ff}',
  '\u{1f}\u{8b}',
  'Rar!',
  '7z\u{bc}\u{af}',
  'MZ',
  '\u{7f}ELF',
  'PAR1',
  'SQLite format',
];

/** Known kinds that hold no rows, and whatever is full of signs that no text has. */
function isBinary(start: Buffer): boolean {
  const text = start.toString('latin1');
  if (marks.some((mark) => text.startsWith(mark))) return true;
  const control = start.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26)).length;
  const nuls = start.filter((byte) => byte === 0).length;
  return control - nuls > start.length * 0.05;
}
