import { type Folders, openAnalytics } from '#platform/analytics';
import { type Money, pence } from '#platform/kernel';
import type { Import, MonthsCovered } from '../../domain/import/import.ts';
import { readingFolder } from '../../store/folders.ts';
import { openRows, type PartOfFile, partsOf } from '../../store/staged/rows-of-parts.ts';
import { whileItLies } from '../../store/while-it-lies.ts';

/** Payments of an import that are dated outside the months it is said to be of; undefined where there are none. */
export type OutsideMonths = Readonly<{ payments: number; amount: Money }>;

/** Counts them, so that whoever approves sees that days were mistaken, or that the months were. */
export async function outsideMonths(
  { privateFolder }: Pick<Folders, 'privateFolder'>,
  { bodyId, id: importId, reading }: Import,
  { from, to }: MonthsCovered,
): Promise<OutsideMonths | undefined> {
  const { report } = reading;
  if (report === undefined || report.periodFrom === null || report.periodTo === null) return undefined;
  if (report.periodFrom >= from && report.periodTo <= to) return undefined;
  const folder = readingFolder(privateFolder, { bodyId, importId }, reading.number);
  return whileItLies(folder, () => countOutside(folder, partsOf(report.tables), { from, to }));
}

async function countOutside(
  folder: string,
  parts: readonly PartOfFile[],
  { from, to }: MonthsCovered,
): Promise<OutsideMonths | undefined> {
  const analytics = await openAnalytics({ folder, memoryMegabytes: 300, atOnce: 1 });
  try {
    const [found] = await analytics.ask<{ payments: bigint; pence: bigint }>(
      `SELECT count(*) AS payments, coalesce(sum(pence), 0)::BIGINT AS pence
       FROM ${await openRows(analytics, folder, parts, { named: false })}
       WHERE pence IS NOT NULL AND (paid > $2::DATE OR coalesce(paid_to, paid) < $1::DATE)`,
      [from, to],
    );
    const payments = Number(found?.payments ?? 0n);
    return payments === 0 ? undefined : { payments, amount: pence(found?.pence ?? 0n) };
  } finally {
    analytics.close();
  }
}
