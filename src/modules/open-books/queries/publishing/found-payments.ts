import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkshop } from '#platform/analytics';
import { pence } from '#platform/kernel';
import type { Finding, ImportReport } from '../../domain/import/report.ts';
import { whyFound } from '../../domain/import/say-payment.ts';
import { listOf, openStaged } from '../../store/staged/find-in-staged.ts';
import { type LookAsked, lookedFor, type LookedFor, lookFor } from '../../store/staged/look-for.ts';
import { partFile } from '../../store/staged/part-files.ts';
import { partsOf } from '../../store/staged/rows-of-parts.ts';
import type { FoundLine } from './found.ts';

/** So many lines of a list, after so many. */
export type ListPage = Readonly<{ most: number; after: number }>;

/** Whether it is found by looking through the staged payments. */
export const isLookedFor = (kind: Finding['kind']): kind is LookedFor =>
  (lookedFor as readonly string[]).includes(kind);

type Looked = Readonly<{ kind: LookedFor; asked: LookAsked; page: ListPage }>;

/** Looks through the staged payments of an import again, and lists those that were found, in the order of the files. */
export async function foundPayments(
  folder: string,
  { tables }: ImportReport,
  { kind, asked, page }: Looked,
): Promise<readonly FoundLine[]> {
  const parts = partsOf(tables);
  if (parts.length === 0) return [];
  const filename = (file: number) => tables.find((table) => table.file === file)?.filename ?? '';
  // Somebody else may look at the same time: what is made for it lies in a folder of its own.
  const own = await mkdtemp(join(tmpdir(), 'accord-found-'));
  const reads = parts.flatMap(({ part, textInFile }) => [
    partFile(folder, 'rows', part),
    partFile(folder, textInFile === true ? 'text' : 'raw', part),
  ]);
  const workshop = await openWorkshop({ folder: own, reads, memoryMegabytes: 300, threads: 1 });
  try {
    const staged = await openStaged(workshop, parts, folder);
    const rows = await lookFor(staged, kind, asked, (chosen) => listOf(staged, chosen, page));
    return rows.map((row) => ({
      filename: filename(row.file),
      line: row.line,
      paid: row.paid,
      supplier: row.supplier,
      amount: pence(row.pence),
      says: whyFound(kind, row, filename),
    }));
  } finally {
    workshop.close();
    await rm(own, { recursive: true, force: true });
  }
}
