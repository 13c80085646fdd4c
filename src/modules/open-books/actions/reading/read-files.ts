import { mkdir, rm, stat } from 'node:fs/promises';
import { cpus } from 'node:os';
import { openWorkshop } from '#platform/analytics';
import type { ImportReport } from '../../domain/import/report.ts';
import { sharesOf } from '../../domain/import/shares.ts';
import { findingsOf } from './findings.ts';
import { keepBalance } from './keep-balance.ts';
import type { FilesAsked } from './read-file.ts';
import { readTogether } from './read-together.ts';
import type { ReadingManner } from './reading-manner.ts';
import { reportOf } from './table-report.ts';

/** Texts of so many bytes are read by columns where they are tidy: smaller ones are as quickly read row by row. */
const usualByColumnsFromBytes = 4 * 1024 * 1024;
/** About what is read while a process begins. */
const usualLeastShareBytes = 2 * 1024 * 1024;

/**
 * Reads files in this process, and where there are many in others beside it; see `readImport`, which does so for whoever must not
 * wait. The staged rows are held against what was counted while reading, row for row and to the penny: a difference throws.
 */
export async function readFiles(asked: FilesAsked, manner: ReadingManner = {}): Promise<ImportReport> {
  const { byColumnsFromBytes = usualByColumnsFromBytes, memoryMegabytes, threads } = manner;
  const sizes = await Promise.all(asked.files.map(async ({ path }) => (await stat(path)).size));
  const shares = sharesOf(sizes, {
    atOnce: manner.atOnce ?? cpus().length,
    leastBytes: manner.leastShareBytes ?? usualLeastShareBytes,
    byColumnsFromBytes,
  });
  await rm(asked.folder, { recursive: true, force: true });
  await mkdir(asked.folder, { recursive: true });
  const workshop = await openWorkshop({
    folder: asked.folder,
    reads: asked.files.map(({ path }) => path),
    ...(memoryMegabytes === undefined ? {} : { memoryMegabytes }),
    ...(threads === undefined ? {} : { threads }),
  });
  try {
    const tables = await readTogether(asked, shares, { workshop, fromBytes: byColumnsFromBytes });
    await keepBalance(workshop, tables);
    return reportOf(tables, await findingsOf(workshop, tables, asked.thresholdPence));
  } finally {
    workshop.close();
  }
}
