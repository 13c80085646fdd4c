import type { Analytics } from '#platform/analytics';
import { groupBy, type IsoDate } from '#platform/kernel';
import { searched, type Sum } from '../../domain/explore/asked.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { type AllView, tableOf } from '../../store/views/view-paths.ts';
import { paymentsIn, type PaymentShown } from './payments.ts';
import { begunSo, type Scope, scopeOf } from './scope.ts';
import { sumsBy } from './sums.ts';

type Asks = Pick<Analytics, 'ask'>;

/** One supplier among those found. */
export type SupplierLine = Readonly<{
  payee: string;
  name: string;
  pence: bigint;
  payments: number;
  bodies: number;
  first: IsoDate | null;
  last: IsoDate | null;
}>;

export type SuppliersFound = Readonly<{ lines: readonly SupplierLine[]; count: number }>;

/** Suppliers whose names hold words that begin so, under whichever of their names; all of them where nothing is typed. */
export async function suppliersCalled(
  { ask }: Asks,
  view: AllView,
  typed: string,
  { limit, offset = 0 }: Readonly<{ limit: number; offset?: number }>,
): Promise<SuppliersFound> {
  if (view.bodies.length === 0) return { lines: [], count: 0 };
  const words = searched(typed);
  if (words.length === 0) {
    if (typed.trim() !== '') return { lines: [], count: 0 };
    // Those without a name begin with a sign of their own and stand together.
    const [all] = await ask<{ count: number }>(
      `SELECT ((SELECT count(*) FROM ${tableOf(view, 'supplier')})
         - (SELECT count(*) FROM ${tableOf(view, 'supplier_by_name')} WHERE payee >= '~' AND payee < '~~'))::DOUBLE AS count`,
    );
    const lines = await ask<SupplierLine>(
      `SELECT ${columns} FROM ${tableOf(view, 'supplier')} WHERE rank <= ${limit + offset + 3} AND payee[1] <> '~'
       ORDER BY rank LIMIT ${limit} OFFSET ${offset}`,
    );
    return { lines: lines.map(shown), count: all?.count ?? 0 };
  }
  const tokens = tableOf(view, 'token');
  const called = words
    .map((_, at) => `SELECT rank FROM ${tokens} WHERE token >= $${2 * at + 1} AND token < $${2 * at + 2}`)
    .join(' INTERSECT ');
  const ranks = await ask<{ rank: number; count: number }>(
    `SELECT rank, (count(*) OVER ())::DOUBLE AS count FROM (SELECT DISTINCT rank FROM (${called})) ORDER BY rank LIMIT ${limit} OFFSET ${offset}`,
    words.flatMap(begunSo),
  );
  const [first] = ranks;
  if (first === undefined) return { lines: [], count: 0 };
  const lines = await ask<SupplierLine>(
    `SELECT ${columns} FROM ${tableOf(view, 'supplier')} WHERE rank IN (${ranks.map(({ rank }) => rank).join(', ')}) ORDER BY rank`,
  );
  return { lines: lines.map(shown), count: first.count };
}

const columns = 'payee, name, pence, payments::DOUBLE AS payments, bodies, first, last';
const shown = (line: SupplierLine): SupplierLine => ({
  ...line,
  name: unnamed(line.payee) ?? line.name ?? line.payee,
});

/** One supplier: who pays it, how much, for what, since when, under which names. */
export type SupplierPage = Readonly<{
  line: SupplierLine;
  scope: Scope;
  payers: readonly Readonly<{
    bodyId: string;
    name: string | null;
    pence: bigint;
    payments: number;
    first: IsoDate | null;
    last: IsoDate | null;
  }>[];
  names: readonly Readonly<{ bodyId: string; name: string; pence: bigint; payments: number }>[];
  months: readonly Sum[];
  purposes: readonly Sum[];
  latest: readonly PaymentShown[];
}>;

/** Everything known of one supplier; undefined where nobody paid one of this name. */
export async function supplierPage(
  asks: Asks,
  view: AllView,
  payee: string,
): Promise<SupplierPage | undefined> {
  const scope = await scopeOf(asks, view, { dataset: 'spending', supplier: payee });
  if (scope?.supplier === undefined) return undefined;
  const { rank } = scope.supplier;
  type Spelled = Omit<SupplierPage['payers'][number], 'bodyId'> & { body: number };
  const purposesFound = sumsBy(asks, scope, 'category', { limit: 10 });
  const [purposes, lines, spelled, months, latest] = await Promise.all([
    purposesFound,
    asks.ask<SupplierLine>(`SELECT ${columns} FROM ${tableOf(view, 'supplier')} WHERE rank = ${rank}`),
    asks.ask<Spelled>(
      `SELECT body, name, pence, payments::DOUBLE AS payments, first, last FROM ${tableOf(view, 'spelling')} WHERE rank = ${rank}
       ORDER BY payments DESC, name, body`,
    ),
    // Afterwards: they are found on the way.
    purposesFound.then(() => sumsBy(asks, scope, 'month', { limit: 2000 })),
    paymentsIn(asks, scope, { limit: shownLatest, offset: 0 }),
  ]);
  const [line] = lines;
  if (line === undefined) return undefined;
  const bodyOf = (at: number) => view.bodies[at]?.bodyId ?? '';
  return {
    line: shown(line),
    scope,
    payers: [...groupBy(spelled, ({ body }) => body)]
      .map(([body, own]) => ({
        body,
        // The name of most payments: they come in this order.
        name: own.find(({ name }) => name !== null)?.name ?? null,
        pence: own.reduce((sum, { pence }) => sum + pence, 0n),
        payments: own.reduce((sum, { payments }) => sum + payments, 0),
        first: own.flatMap(({ first }) => first ?? []).toSorted()[0] ?? null,
        last:
          own
            .flatMap(({ last }) => last ?? [])
            .toSorted()
            .at(-1) ?? null,
      }))
      .toSorted((a, b) => (a.pence === b.pence ? a.body - b.body : a.pence < b.pence ? 1 : -1))
      .map(({ body, ...payer }) => ({ bodyId: bodyOf(body), ...payer })),
    names: spelled
      .flatMap(({ body, name, pence, payments }) =>
        name === null ? [] : [{ bodyId: bodyOf(body), name, pence, payments }],
      )
      .slice(0, mostNames),
    months,
    purposes,
    latest,
  };
}

/** So many of its payments are shown. */
const shownLatest = 10;

/** More spellings of one name than anybody reads. */
export const mostNames = 100;
