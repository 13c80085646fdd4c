import { join } from 'node:path';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { openWorkshop } from '#platform/analytics';
import type { MonthsCovered } from '../../domain/import/import.ts';
import type { ImportReport } from '../../domain/import/report.ts';
import { monthsAround } from '../../domain/release/months-covered.ts';
import { type MonthOfPart, reportsByMonth } from '../../domain/release/report-of-month.ts';
import { writeMonth } from '../../store/staged/month-of-rows.ts';
import { partFile } from '../../store/staged/part-files.ts';
import { flush } from './whole-folders.ts';

/** What is to be public of one month: its folder, its report, and which of the files brought it was made of. */
export type CutMonth = Readonly<{
  folder: string;
  report: ImportReport;
  period: MonthsCovered;
  files: readonly number[];
}>;

type Whole = Readonly<{ folder: string; report: ImportReport; months: readonly MonthsCovered[] }>;

/**
 * Cuts what was copied to be public by the months of its payments, each into a folder of its own, flushed. Together the cuts are the
 * whole, to the row and the penny, or it throws.
 */
export async function cutByMonth(
  { folder: from, report, months }: Whole,
  newFolder: () => string,
): Promise<readonly CutMonth[]> {
  const parts = report.tables.flatMap((table) => table.parts);
  const reads = parts.flatMap(({ part }) => [partFile(from, 'rows', part), partFile(from, 'raw', part)]);
  const sums: MonthOfPart[] = [];
  const folders = new Map<string, string>();
  for (const { from: month } of months) {
    const folder = newFolder();
    await mkdir(folder, { recursive: true });
    folders.set(month, folder);
    const workshop = await openWorkshop({ folder, reads });
    try {
      for (const part of parts) {
        const sum = await writeMonth(workshop, { from, part, month });
        if (sum === undefined) await rm(partFile(folder, 'rows', part.part));
        else sums.push(sum);
      }
    } finally {
      workshop.close();
    }
    for (const name of await readdir(folder)) await flush(join(folder, name));
    await flush(folder);
  }
  return reportsByMonth(report, sums).map(({ month, report: own, files }) => ({
    folder: folders.get(month) ?? join(from, month),
    report: own,
    period: monthsAround(month, month),
    files,
  }));
}
