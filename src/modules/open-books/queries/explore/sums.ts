import type { Analytics } from '#platform/analytics';
import { groupBy } from '#platform/kernel';
import type { Group, Sum } from '../../domain/explore/asked.ts';
import { type Month, monthInWords, monthText, spanOf, undated } from '../../domain/explore/month.ts';
import { tableOf } from '../../store/views/view-paths.ts';
import type { MonthSum } from './every-month.ts';
import { besideMonthSums, monthSums, type Page } from './month-sums.ts';
import { rowsIn } from './rows-in.ts';
import type { Scope } from './scope.ts';
import { suppliersIn } from './supplier-sums.ts';

type Asks = Pick<Analytics, 'ask'>;

/** How many payments of how much. */
export type Total = Readonly<{
  pence: bigint;
  payments: number;
  from: Month | undefined;
  to: Month | undefined;
}>;

/** All payments asked for together, and the months in which the first and the last of them lie. */
export async function totalOf(asks: Asks, scope: Scope): Promise<Total> {
  const sums = await monthSums(asks, scope);
  const spans = sums.flatMap(({ month }) =>
    month > undated ? [{ from: month, to: month }] : (spanOf(month) ?? []),
  );
  return {
    ...together(sums),
    from: spans.map(({ from }) => from).toSorted((a, b) => a - b)[0],
    to: spans
      .map(({ to }) => to)
      .toSorted((a, b) => a - b)
      .at(-1),
  };
}

const together = (sums: readonly MonthSum[]): Readonly<{ pence: bigint; payments: number }> => ({
  pence: sums.reduce((sum, { pence }) => sum + pence, 0n),
  payments: sums.reduce((sum, { payments }) => sum + payments, 0),
});

/** The payments asked for put together, the most money first, or the months in their order. */
export async function sumsBy(asks: Asks, scope: Scope, group: Group, part: Page): Promise<readonly Sum[]> {
  const { limit, offset = 0 } = part;
  const { view } = scope;
  if (group === 'supplier') return suppliersIn(asks, scope, part);
  if (group === 'month')
    return [...groupBy(await monthSums(asks, scope), ({ month }) => month)]
      .toSorted(([a], [b]) => a - b)
      .slice(offset, offset + limit)
      .map(([month, sums]) => ({ key: monthText(month), name: monthInWords(month), ...together(sums) }));
  if (group === 'body')
    return [...groupBy(await monthSums(asks, scope), ({ body }) => body)]
      .map(([body, sums]) => ({ body, ...together(sums) }))
      .toSorted((a, b) => (a.pence === b.pence ? a.body - b.body : a.pence < b.pence ? 1 : -1))
      .slice(offset, offset + limit)
      .map(({ body, ...sum }) => {
        const { bodyId = '' } = view.bodies[body] ?? {};
        return { key: bodyId, name: bodyId, ...sum };
      });
  const rows = rowsIn(scope, group);
  const sums = (of: string) =>
    `SELECT ${group} AS id, sum(pence)::BIGINT AS pence, sum(payments)::DOUBLE AS payments FROM (${of}) GROUP BY ALL`;
  const named = (of: string) => `SELECT row_number() OVER (ORDER BY pence DESC, name) AS nth, * FROM (
      SELECT word.name, sums.pence, sums.payments FROM (${sums(of)}) AS sums
      JOIN ${tableOf(view, 'word')} AS word ON word.kind = '${group}' AND word.id = sums.id)
    QUALIFY nth > ${offset} AND nth <= ${offset + limit}`;
  type Named = Readonly<{ nth: bigint; name: string; pence: bigint; payments: number }>;
  const answers =
    scope.told !== undefined
      ? await besideMonthSums<Named>(asks, scope, rows, named('FROM own_rows'))
      : await asks.ask<Named>(named(rows));
  const found = answers.toSorted((a, b) => Number(a.nth - b.nth));
  return found.map(({ name, pence, payments }) => ({
    key: name,
    name: name === '' ? notSaid[group] : name,
    pence,
    payments,
  }));
}

const notSaid = { department: 'Department not stated', category: 'Purpose not stated' } as const;
