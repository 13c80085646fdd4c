import type { Analytics } from '#platform/analytics';
import { everyMonth, type MonthSum } from './every-month.ts';
import { isOfMonths, rowsIn } from './rows-in.ts';
import { isInMonths, type Scope } from './scope.ts';

type Asks = Pick<Analytics, 'ask'>;

/** So many of an answer, from a place on. */
export type Page = Readonly<{ limit: number; offset?: number }>;

const found = new WeakMap<Scope, Promise<readonly MonthSum[]>>();

const sumsOf = (rows: string) =>
  `SELECT body, month, sum(pence)::BIGINT AS pence, sum(payments)::DOUBLE AS payments FROM (${rows}) GROUP BY body, month`;

/** The payments asked for by body and month, the newest first: read once for a scope, however many parts of a page are put together from it. */
export function monthSums({ ask }: Asks, scope: Scope): Promise<readonly MonthSum[]> {
  const known = found.get(scope);
  if (known !== undefined) return known;
  const { view, bodies, asked } = scope;
  const sums = isOfMonths(scope)
    ? everyMonth({ ask }, view).then((all) =>
        all.filter(({ body, month }) => bodies.includes(body) && isInMonths(asked, month)),
      )
    : ask<MonthSum>(`${sumsOf(rowsIn(scope, 'month'))} ORDER BY month DESC, body`);
  found.set(scope, sums);
  return sums;
}

/**
 * The answer to a question about rows that are put together for it, and by body and month at the same time unless that is known:
 * looking them up is most of the work. `question` names them `own_rows`; what it answers has no order.
 */
export async function besideMonthSums<Row>(
  { ask }: Asks,
  scope: Scope,
  rows: string,
  question: string,
): Promise<readonly Row[]> {
  const own = `WITH own_rows AS MATERIALIZED (${rows})`;
  if (found.has(scope)) return ask<Row>(`${own} ${question}`);
  const both = ask<Row & MonthSum & { is_month: boolean }>(
    `${own} SELECT * FROM (SELECT true AS is_month, * FROM (${sumsOf('FROM own_rows')})) UNION ALL BY NAME
     SELECT * FROM (SELECT false AS is_month, * FROM (${question}))`,
  );
  const months = both.then((all) =>
    all.filter((row) => row.is_month).toSorted((a, b) => b.month - a.month || a.body - b.body),
  );
  // Whoever asks for them says so where they failed.
  months.catch(() => undefined);
  found.set(scope, months);
  return (await both).filter((row) => !row.is_month);
}
