import type { Folders } from '#platform/analytics';
import { type IsoDate, type Money, pence } from '#platform/kernel';
import type { Import, MonthsCovered } from '../../domain/import/import.ts';
import { monthsAround } from '../../domain/release/months-covered.ts';
import { readingFolder } from '../../store/folders.ts';
import { ownMonth } from '../../store/staged/month-of-rows.ts';
import { whileItLies } from '../../store/while-it-lies.ts';
import { lookInStaged } from './look-in-staged.ts';

/** The payments of an import by the months of their days, and how many are of no one month. */
export type PaymentsByMonth = Readonly<{
  months: readonly Readonly<{ period: MonthsCovered; payments: number; amount: Money }>[];
  ofNoMonth: number;
}>;

/** Counts them. Undefined where nothing is staged: nothing was read as payments, or the import is gone. */
export async function paymentsByMonth(
  { privateFolder }: Pick<Folders, 'privateFolder'>,
  { bodyId, id: importId, reading }: Import,
): Promise<PaymentsByMonth | undefined> {
  const { report, number } = reading;
  if (report === undefined) return undefined;
  const folder = readingFolder(privateFolder, { bodyId, importId }, number);
  return whileItLies(folder, () =>
    lookInStaged(folder, report, async ({ workshop, payments }) => {
      const found = await workshop.ask<Counted>(
        `SELECT ${ownMonth} AS month, count(*) AS payments, sum(pence)::BIGINT AS amount FROM ${payments} GROUP BY 1 ORDER BY 1`,
      );
      return {
        months: found.flatMap(({ month, payments: counted, amount }) =>
          month === null
            ? []
            : [{ period: monthsAround(month, month), payments: Number(counted), amount: pence(amount) }],
        ),
        ofNoMonth: Number(found.find(({ month }) => month === null)?.payments ?? 0n),
      };
    }),
  );
}

type Counted = Readonly<{ month: IsoDate | null; payments: bigint; amount: bigint }>;
