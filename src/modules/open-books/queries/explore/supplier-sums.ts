import type { Analytics } from '#platform/analytics';
import type { Sum } from '../../domain/explore/asked.ts';
import { undated } from '../../domain/explore/month.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { bestKept, type BodyView, firstOfMonth, tableOf } from '../../store/views/view-paths.ts';
import { keptOfView } from './kept-of-view.ts';
import { besideMonthSums, type Page } from './month-sums.ts';
import { among, rowsIn, where } from './rows-in.ts';
import { narrowedWithin } from './within-bodies.ts';
import { monthsIn, type Scope } from './scope.ts';

type Asks = Pick<Analytics, 'ask'>;

/** Suppliers and what they were paid, the most money first, from the smallest table that can tell. */
export async function suppliersIn({ ask }: Asks, scope: Scope, page: Page): Promise<readonly Sum[]> {
  const { names, rows, ownRows, amongFirst, first: known } = await supplierFiles({ ask }, scope);
  if (known !== undefined && page.limit + (page.offset ?? 0) <= firstOfMonth) return found(known);
  if (amongFirst === undefined || page.limit > manyShown) return found(rows);
  // Suppliers stand in the order of all they were ever paid, credits apart, and nobody was paid more than that in some months: so the
  // first of them are enough as soon as the last one shown was paid more than the next could have been.
  for (let among = fewest; ; among *= 5) {
    const first = amongFirst(among);
    if (first === undefined) return found(rows);
    const top = await found(first);
    const [next] = await keptOfView(scope.view, `most ${names} ${among}`, () =>
      ask<{ most: bigint }>(`SELECT most FROM ${names} WHERE rank = ${among + 1}`),
    );
    const last = top[page.limit - 1];
    if (next === undefined || (last !== undefined && last.pence >= next.most)) return top;
  }

  async function found(of: string): Promise<readonly Sum[]> {
    const { limit, offset = 0 } = page;
    type Named = Readonly<{
      rank: number;
      payee: string;
      name: string | null;
      pence: bigint;
      payments: number;
    }>;
    const question = `SELECT top.rank, name.payee, name.name, top.pence, top.payments
       FROM (SELECT * FROM (${of}) ORDER BY pence DESC, rank LIMIT ${limit} OFFSET ${offset}) AS top
       JOIN ${names} AS name ON name.rank = top.rank`;
    const answers =
      ownRows === undefined
        ? await ask<Named>(question)
        : await besideMonthSums<Named>({ ask }, scope, ownRows, question);
    return answers
      .toSorted((a, b) => (a.pence === b.pence ? a.rank - b.rank : a.pence < b.pence ? 1 : -1))
      .map(({ payee, name, pence, payments }) => ({
        key: payee,
        name: unnamed(payee) ?? name ?? payee,
        pence,
        payments,
      }));
  }
}

/** With so many of the first it is worth while to begin. */
const fewest = 2000;

/** A list to be taken away is read as a whole. */
const manyShown = 1000;

/** Every supplier of what is asked for, as a question: `payee`, `name`, `pence`, `payments`, the most money first. */
export async function everySupplier(asks: Asks, scope: Scope): Promise<string> {
  const { names, rows, ownRows } = await supplierFiles(asks, scope);
  return `${ownRows === undefined ? '' : `WITH own_rows AS MATERIALIZED (${ownRows})`} SELECT name.payee, name.name, sums.pence, sums.payments FROM (${rows}) AS sums
    JOIN ${names} AS name ON name.rank = sums.rank ORDER BY sums.pence DESC, sums.rank`;
}

/** How suppliers are looked up. */
type SupplierFiles = Readonly<{
  /** Their names, by the number they go by here. */
  names: string;
  /** The sums of all of them, as a question. */
  rows: string;
  /** The rows that it names `own_rows`, where it does. */
  ownRows?: string;
  /** The sums of the first of them alone, `firstOfMonth`, where those are kept. */
  first?: string;
  /** Of so many alone, where they stand in the order of what they were ever paid and so many are kept. */
  amongFirst?: (among: number) => string | undefined;
}>;

async function supplierFiles(asks: Asks, scope: Scope): Promise<SupplierFiles> {
  const { view, bodies, department, category } = scope;
  const names = tableOf(view, 'supplier');
  // Where the months are found in the same rows, they are read once for both.
  if (scope.told !== undefined)
    return { names, rows: byRank('FROM own_rows'), ownRows: rowsIn(scope, 'supplier') };
  if (scope.supplier !== undefined) return { names, rows: byRank(rowsIn(scope, 'supplier')) };
  const [only = 0] = bodies;
  const of = bodies.length === 1 ? view.bodies[only] : undefined;
  if (of !== undefined) return ofOneBody(asks, scope, { of, at: only });

  const isOfAll = scope.asked.bodyId === undefined && department === undefined;
  const months = monthsIn(scope.asked);
  if (isOfAll && category === undefined && months === '')
    return { names, rows: `SELECT rank, pence, payments::DOUBLE AS payments FROM ${names}` };
  const rows = byRank(rowsIn(scope, 'supplier'));
  if (isOfAll && category === undefined) {
    const { from = undated, to = from + 1200, somedays = [] } = scope.asked;
    if (from === to && somedays.length === 0)
      return {
        names,
        rows,
        first: `SELECT rank, pence, payments::DOUBLE AS payments FROM ${tableOf(view, 'first_of_month')} WHERE month = ${from}`,
      };
    // In a few months many may be first who are not among the first of all.
    if (to - from < fewMonths) return { names, rows };
    return {
      names,
      rows,
      amongFirst: (first) =>
        first > bestKept
          ? undefined
          : byRank(`FROM ${tableOf(view, 'by_supplier')}${where([months, `rank <= ${first}`])}`),
    };
  }
  if (isOfAll && category !== undefined && months === '')
    return {
      names,
      rows: byRank(`FROM ${tableOf(view, 'by_category')} WHERE category ${among(category.ids)}`),
    };
  return { names, rows };
}

/** Of so few months all payments are read sooner than the sums of many suppliers. */
const fewMonths = 4;

const byRank = (rows: string): string => `SELECT rank, ${summed} FROM (${rows}) GROUP BY rank`;

/** Of one body its own payees, those put together that are one supplier: they go by the number of the first of them. */
async function ofOneBody(
  { ask }: Asks,
  scope: Scope,
  { of, at }: Readonly<{ of: BodyView; at: number }>,
): Promise<SupplierFiles> {
  const names = tableOf(of, 'payee');
  const joined = await keptOfView(scope.view, `joined ${at}`, () =>
    ask<{ local: number; as_one: number }>(
      `SELECT local, as_one FROM ${tableOf(scope.view, 'joined')} WHERE body = ${at}`,
    ),
  );
  const together = (rows: string): string =>
    joined.length === 0
      ? byRank(rows)
      : `SELECT coalesce(joined.as_one, rank)::INTEGER AS rank, ${summed} FROM (${rows}) AS own
         LEFT JOIN (SELECT local, as_one FROM ${tableOf(scope.view, 'joined')} WHERE body = ${at}) AS joined ON joined.local = own.rank
         GROUP BY ALL`;
  if (scope.department !== undefined || scope.category !== undefined) {
    const isOfDepartment = scope.category === undefined && monthsIn(scope.asked) === '';
    const table =
      scope.department === undefined
        ? 'by_category'
        : isOfDepartment
          ? 'payee_of_department'
          : 'by_department';
    return { names, rows: together(`FROM ${tableOf(of, table)}${where(narrowedWithin(scope, at))}`) };
  }
  const months = monthsIn(scope.asked);
  const own = (more: string) =>
    months === ''
      ? `SELECT rank, pence, payments FROM ${names}${where([more])}`
      : `SELECT rank, pence, payments FROM ${tableOf(of, 'by_payee')}${where([months, more])}`;
  // Whoever is put together with others may be paid more than their order says, and is always among them.
  const locals = joined.map(({ local }) => local);
  const orJoined = locals.length === 0 ? '' : ` OR rank IN (${locals.join(', ')})`;
  return {
    names,
    rows: together(own('')),
    ...(locals.length <= mostJoined && {
      amongFirst: (among: number) => together(own(`(rank <= ${among}${orJoined})`)),
    }),
  };
}

/** With more than these it is as well to read all. */
const mostJoined = 5000;

const summed = 'sum(pence)::BIGINT AS pence, sum(payments)::DOUBLE AS payments';
