import { join } from 'node:path';
import { mkdir, readdir, rename } from 'node:fs/promises';
import { openWorkshop } from '#platform/analytics';
import type { MonthsCovered } from '../../domain/import/import.ts';
import type { ImportReport } from '../../domain/import/report.ts';
import { monthsAround } from '../../domain/release/months-covered.ts';
import { type ReportOfMonth, reportsByMonth } from '../../domain/release/report-of-month.ts';
import { monthsOfParts, writeMonth } from '../../store/staged/month-of-rows.ts';
import { flush } from './whole-folders.ts';

/** What is to be public of one month: its folder, its report, and which of the files brought it was made of. */
export type CutMonth = Readonly<{
  folder: string;
  report: ImportReport;
  period: MonthsCovered;
  files: readonly number[];
}>;

type Whole = Readonly<{ folder: string; report: ImportReport }>;

/**
 * Cuts what was copied to be public by the months of its payments, each into a folder of its own, flushed. Together the cuts are the
 * whole, to the row and the penny, or it throws.
 */
export async function cutByMonth(
  { folder: from, report }: Whole,
  newFolder: () => string,
): Promise<readonly CutMonth[]> {
  const parts = new Map(report.tables.flatMap((table) => table.parts).map((each) => [each.part, each]));
  const folderOf = (month: string): string => join(from, month);
  const workshop = await openWorkshop({ folder: from });
  let months: readonly ReportOfMonth[];
  try {
    const sums = await monthsOfParts(workshop);
    months = reportsByMonth(report, sums);
    for (const { month } of months) await mkdir(folderOf(month));
    for (const { month, part: number } of sums) {
      const part = parts.get(number);
      if (part === undefined) throw new Error(`${from} holds a part ${number} that its report has not`);
      await writeMonth(workshop, { part, month, into: folderOf(month) });
    }
  } finally {
    workshop.close();
  }
  const cuts: CutMonth[] = [];
  for (const { month, report: own, files } of months) {
    const folder = newFolder();
    await rename(folderOf(month), folder);
    for (const name of await readdir(folder)) await flush(join(folder, name));
    await flush(folder);
    cuts.push({ folder, report: own, period: monthsAround(month, month), files });
  }
  return cuts;
}
