import { stat } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { ImportReport } from '../../domain/import/report.ts';
import { sharesOf } from '../../domain/import/shares.ts';
import { findingsOf } from './findings.ts';
import { keepBalance } from './keep-balance.ts';
import type { FilesAsked } from './read-file.ts';
import { inWorkshop, readShare, usualByColumnsFromBytes } from './read-share.ts';
import { readTogether } from './read-together.ts';
import type { ReadingManner } from './reading-manner.ts';
import { reportOf } from './table-report.ts';

/** About what is read while a process begins. */
const usualLeastShareBytes = 2 * 1024 * 1024;

/**
 * Reads files in this process, and where there are many in others beside it; see `readImport`, which does so for whoever must not
 * wait. The staged files are held against what was counted while reading, row for row and to the penny: a difference throws.
 */
export function readFiles(asked: FilesAsked, manner: ReadingManner = {}): Promise<ImportReport> {
  const { byColumnsFromBytes = usualByColumnsFromBytes } = manner;
  return inWorkshop(asked.folder, asked.files, manner, async (workshop) => {
    const sizes = await Promise.all(asked.files.map(async ({ path }) => (await stat(path)).size));
    const shares = sharesOf(sizes, {
      atOnce: manner.atOnce ?? cpus().length,
      leastBytes: manner.leastShareBytes ?? usualLeastShareBytes,
      byColumnsFromBytes,
    });
    const tables =
      shares.length === 1
        ? await readShare(workshop, asked, byColumnsFromBytes)
        : await readTogether(asked, shares, {
            ...manner,
            byColumnsFromBytes,
            // Each of small files is written sooner by one processor than by all that wait for each other.
            ...(sizes.some((bytes) => bytes >= byColumnsFromBytes) ? {} : { threads: 1 }),
          });
    await keepBalance(workshop, tables);
    return reportOf(tables, await findingsOf(workshop, tables, asked.thresholdPence));
  });
}
