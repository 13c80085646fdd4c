import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archive, type ArchiveEntry, openArchive } from '#platform/files';
import { ok, refuse, type Result } from '#platform/kernel';
import { isBinary, isOldWorkbook, isZip, startBytes } from './first-bytes.ts';
import { type OpenedTable, type OpenRefusal, sheetTables, textTable, type Unread } from './opened-table.ts';

/** What an archive may hold: bytes unpacked, as many times its own, and files. */
export type ArchiveLimits = Readonly<{ unpackedBytes: number; times: number; files: number }>;

/** Workbooks are held whole while they are read, so all those of an archive together may be no more than this. */
const cellsOfWorkbooks = 20_000_000;

/** Which kind of workbook an archive is; undefined where it is none. */
export function workbookIn({ entries }: Pick<Archive, 'entries'>): 'xlsx' | 'ods' | undefined {
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('xl/workbook.xml') || names.has('xl/workbook.bin')) return 'xlsx';
  return names.has('content.xml') && names.has('mimetype') ? 'ods' : undefined;
}

/** Opens the tables of the files in an archive. A file that cannot be read is a table without rows, which says why. */
export async function withMembers<Value>(
  archive: Archive,
  file: string,
  limits: ArchiveLimits,
  use: (tables: readonly OpenedTable[]) => Promise<Value>,
): Promise<Result<Value, OpenRefusal>> {
  const inside = archive.entries
    .map((entry, place) => ({ ...entry, place }))
    .filter(({ name, bytes }) => bytes > 0 && !/(?:^|\/)(?:\.(?!\.?\/)|__MACOSX)/.test(name));
  if (inside.length > limits.files) return refuse('too-large');
  if (inside.length === 0) return refuse('nothing-inside');
  if (inside.every(({ isEncrypted }) => isEncrypted)) return refuse('encrypted');
  const folder = await mkdtemp(join(tmpdir(), 'accord-tables-'));
  try {
    const tables: OpenedTable[] = [];
    let cells = cellsOfWorkbooks;
    for (const entry of inside) {
      const named = `${file}/${entry.name}`;
      const found = await member(archive, entry, { path: join(folder, String(entry.place)), limits });
      if ('unread' in found) tables.push(notRead(named, found.unread));
      else if (found.workbook === undefined) tables.push(await textTable(found.path, named));
      else {
        const sheets = await sheetTables(found.path, named, found.workbook, cells);
        tables.push(...(sheets ?? [notRead(named, 'damaged')]));
        for (const sheet of sheets ?? [])
          for await (const rows of sheet.rows()) for (const row of rows) cells -= row.cells.length;
      }
    }
    return ok(await use(tables));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Found = Readonly<{ path: string; workbook: 'xlsx' | 'ods' | 'xls' | undefined }>;

/** Unpacks one file of an archive to a path of our own, whatever its name; or says why not. */
async function member(
  archive: Archive,
  { place, leavesFolder, isEncrypted }: ArchiveEntry & Readonly<{ place: number }>,
  { path, limits }: Readonly<{ path: string; limits: ArchiveLimits }>,
): Promise<Found | Readonly<{ unread: Unread }>> {
  if (leavesFolder) return { unread: 'leaves-folder' };
  if (isEncrypted) return { unread: 'encrypted' };
  const bytes = await archive.readAt(place, limits.unpackedBytes);
  if (bytes === undefined) return { unread: 'damaged' };
  const workbook = isOldWorkbook(bytes) ? 'xls' : isZip(bytes) ? await packed(bytes, limits) : undefined;
  if (typeof workbook === 'object') return workbook;
  if (workbook === undefined && isBinary(bytes.subarray(0, startBytes))) return { unread: 'not-a-table' };
  await writeFile(path, bytes, { mode: 0o600 });
  return { path, workbook };
}

/** An archive in an archive is opened where it is a workbook, and never unpacked, so that none can hold a thousand. */
async function packed(
  bytes: Buffer,
  { unpackedBytes, times }: ArchiveLimits,
): Promise<'xlsx' | 'ods' | Readonly<{ unread: Unread }>> {
  const inner = await openArchive(bytes);
  const workbook = inner && workbookIn(inner);
  if (inner === undefined) return { unread: 'damaged' };
  if (workbook === undefined) return { unread: 'archive-in-archive' };
  if (inner.entries.some(({ isEncrypted }) => isEncrypted)) return { unread: 'encrypted' };
  const unpacked = inner.entries.reduce((sum, entry) => sum + entry.bytes, 0);
  return unpacked > unpackedBytes || unpacked > bytes.length * times ? { unread: 'too-large' } : workbook;
}

const notRead = (file: string, unread: Unread): OpenedTable => ({
  file,
  sheet: undefined,
  written: 'not known',
  unread,
  async *rows() {
    // It has none.
  },
});
