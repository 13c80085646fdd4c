import type { Analytics } from '#platform/analytics';
import type { Month } from '../../domain/explore/month.ts';
import { type AllView, tableOf } from '../../store/views/view-paths.ts';
import { keptOfView } from './kept-of-view.ts';

/** What one body paid in one month. */
export type MonthSum = Readonly<{ body: number; month: Month; pence: bigint; payments: number }>;

/** What each body paid in each month, the newest first: so little that it is read once for a view, and most pages begin with it. */
export const everyMonth = ({ ask }: Pick<Analytics, 'ask'>, view: AllView): Promise<readonly MonthSum[]> =>
  keptOfView(view, 'months', () =>
    ask<MonthSum>(
      `SELECT body, month, pence, payments::DOUBLE AS payments FROM ${tableOf(view, 'months')} ORDER BY month DESC, body`,
    ),
  );
