import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkshop } from '#platform/analytics';
import type { ImportReport } from '../../domain/import/report.ts';
import { openStaged, type Staged } from '../../store/staged/find-in-staged.ts';
import { filesOfParts } from '../../store/staged/part-files.ts';
import { partsOf } from '../../store/staged/rows-of-parts.ts';

/** Looks through the staged payments of an import. Undefined where nothing of it was read as payments. */
export async function lookInStaged<Value>(
  folder: string,
  { tables }: Pick<ImportReport, 'tables'>,
  look: (staged: Staged) => Promise<Value>,
): Promise<Value | undefined> {
  const parts = partsOf(tables);
  if (parts.length === 0) return undefined;
  // Somebody else may look at the same time: what is made for it lies in a folder of its own.
  const own = await mkdtemp(join(tmpdir(), 'accord-found-'));
  const reads = filesOfParts(folder, parts);
  const workshop = await openWorkshop({ folder: own, reads, memoryMegabytes: 300, threads: 1 });
  try {
    return await look(await openStaged(workshop, parts, folder));
  } finally {
    workshop.close();
    await rm(own, { recursive: true, force: true });
  }
}
