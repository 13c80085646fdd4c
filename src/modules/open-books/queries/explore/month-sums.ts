import type { Analytics } from '#platform/analytics';
import type { Month } from '../../domain/explore/month.ts';
import { rowsIn } from './rows-in.ts';
import type { Scope } from './scope.ts';

/** What one body paid in one month, of what is asked for. */
export type MonthSum = Readonly<{ body: number; month: Month; pence: bigint; payments: number }>;

const found = new WeakMap<Scope, Promise<readonly MonthSum[]>>();

/** The payments asked for by body and month: read once for a scope, however many parts of a page are put together from it. */
export function monthSums({ ask }: Pick<Analytics, 'ask'>, scope: Scope): Promise<readonly MonthSum[]> {
  const known = found.get(scope);
  if (known !== undefined) return known;
  const sums = ask<MonthSum>(
    `SELECT body, month, sum(pence)::BIGINT AS pence, sum(payments)::DOUBLE AS payments
     FROM (${rowsIn(scope, 'month').question}) GROUP BY body, month ORDER BY month DESC, body`,
  );
  found.set(scope, sums);
  return sums;
}
