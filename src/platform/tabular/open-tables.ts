import { open, readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { openArchive } from '#platform/files';
import { ok, refuse, type Result } from '#platform/kernel';
import { isBinary, isOldWorkbook, isZip, startBytes } from './first-bytes.ts';
import { type ArchiveLimits, workbookIn, withMembers } from './open-members.ts';
import { type OpenedTable, type OpenRefusal, sheetTables, textTable } from './opened-table.ts';

/** What an archive or workbook may hold unpacked; text files of any size are read piece by piece. */
const limits: ArchiveLimits = { unpackedBytes: 512 * 1024 * 1024, times: 200, files: 500 };

/**
 * Opens the tables of a file by what it holds, whatever its name says, and hands them to `use`. What was unpacked is gone when it
 * returns. A text may be judged by its beginning alone, for whoever goes through all of it anyway.
 */
export async function withTables<Value>(
  path: string,
  use: (tables: readonly OpenedTable[]) => Promise<Value>,
  { byBeginning = false } = {},
): Promise<Result<Value, OpenRefusal>> {
  const start = await firstBytes(path);
  if (isZip(start)) return withArchive(path, basename(path), use);
  if (isOldWorkbook(start)) return withWorkbook(path, basename(path), 'xls', use);
  if (isBinary(start)) return refuse('not-a-table');
  return ok(await use([await textTable(path, basename(path), { mayHold: true, byBeginning })]));
}

async function withArchive<Value>(
  path: string,
  file: string,
  use: (tables: readonly OpenedTable[]) => Promise<Value>,
): Promise<Result<Value, OpenRefusal>> {
  const { size } = await stat(path);
  if (size > limits.unpackedBytes) return refuse('too-large');
  const archive = await openArchive(await readFile(path), 'may-leave');
  if (archive === undefined) return refuse('damaged');
  const { entries } = archive;
  const unpacked = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  if (unpacked > limits.unpackedBytes || unpacked > size * limits.times) return refuse('too-large');
  const workbook = workbookIn(archive);
  if (workbook !== undefined && entries.some(({ isEncrypted }) => isEncrypted)) return refuse('encrypted');
  if (workbook !== undefined) return withWorkbook(path, file, workbook, use);
  return withMembers(archive, file, limits, use);
}

async function withWorkbook<Value>(
  path: string,
  file: string,
  written: string,
  use: (tables: readonly OpenedTable[]) => Promise<Value>,
): Promise<Result<Value, OpenRefusal>> {
  const tables = await sheetTables(path, file, written);
  return tables === undefined ? refuse('damaged') : ok(await use(tables));
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(startBytes), 0, startBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
