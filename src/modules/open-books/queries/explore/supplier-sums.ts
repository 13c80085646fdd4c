import type { Analytics } from '#platform/analytics';
import type { Sum } from '../../domain/explore/asked.ts';
import { undated } from '../../domain/explore/month.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { bestKept, type BodyView, tableOf } from '../../store/views/view-paths.ts';
import { keptOfView } from './kept-of-view.ts';
import { besideMonthSums } from './month-sums.ts';
import { ofBodies, rowsIn, where } from './rows-in.ts';
import { monthsIn, type Scope } from './scope.ts';
import type { Page } from './sums.ts';

type Asks = Pick<Analytics, 'ask'>;

/** Suppliers and what they were paid, the most money first, from the smallest table that can tell. */
export async function suppliersIn({ ask }: Asks, scope: Scope, page: Page): Promise<readonly Sum[]> {
  const { names, rows, ownRows, amongFirst, leastAmong = 2000 } = await supplierFiles({ ask }, scope);
  if (amongFirst === undefined || page.limit > manyShown) return found(rows);
  // Suppliers stand in the order of all they were ever paid, credits apart, and nobody was paid more than that in some months: so the
  // first of them are enough as soon as the last one shown was paid more than the next could have been.
  for (let among = leastAmong; ; among *= 5) {
    const first = amongFirst(among);
    if (first === undefined) return found(rows);
    const top = await found(first);
    const [next] = await ask<{ most: bigint }>(`SELECT most FROM ${names} WHERE rank = ${among + 1}`);
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
  /** Of so many alone, where they stand in the order of what they were ever paid and so many are kept. */
  amongFirst?: (among: number) => string | undefined;
  /** With how many of them it is worth while to begin. */
  leastAmong?: number;
}>;

async function supplierFiles(asks: Asks, scope: Scope): Promise<SupplierFiles> {
  const { view, bodies, department, category, supplier, told } = scope;
  const [only = 0] = bodies;
  const of = bodies.length === 1 ? view.bodies[only] : undefined;
  const isNarrowed = [department, category, supplier, told].some((each) => each !== undefined);
  if (of !== undefined) return ofOneBody(asks, scope, { of, at: only, isNarrowed });

  const names = tableOf(view, 'supplier');
  const months = monthsIn(scope.asked);
  if (!isNarrowed && months === '')
    return { names, rows: `SELECT rank, pence, payments::DOUBLE AS payments FROM ${names}` };
  if (!isNarrowed) {
    // A few months are read sooner from the payments, that stand by their days, than from what each payee was paid.
    const { from = undated, to = from + 1200 } = scope.asked;
    const isFew = to - from < fewMonths;
    const [table, payments] = isFew ? ['payment', '1 AS payments'] : ['by_payee', 'payments'];
    return {
      names,
      rows: ranked(
        scope,
        ofBodies(
          scope,
          bodies,
          (body, at, conditions) =>
            `SELECT ${at}::SMALLINT AS body, rank, pence, ${payments} FROM ${tableOf(body, table)}${where(conditions)}`,
        ),
      ),
      // In a few months many may be first who are not among the first of all.
      leastAmong: isFew ? bestKept : 2000,
      amongFirst: (among) =>
        among > bestKept
          ? undefined
          : `SELECT rank, ${summed} FROM ${tableOf(view, 'by_supplier')}${where([months, `rank <= ${among}`])} GROUP BY rank`,
    };
  }
  const narrowed = narrowedRows(scope);
  const isOfCategory =
    category !== undefined &&
    months === '' &&
    bodies.length === view.bodies.length &&
    [department, supplier, told].every((each) => each === undefined);
  return {
    names,
    rows: isOfCategory
      ? `SELECT rank, ${summed} FROM ${tableOf(view, 'by_category')} WHERE category IN (${category.ids.join(', ')}) GROUP BY rank`
      : ranked(scope, narrowed.rows),
    ...(!isOfCategory && narrowed.ownRows),
  };
}

/** The rows of what is narrowed down. Where the months are found in the same rows, they are read once for both. */
function narrowedRows(scope: Scope): Readonly<{ rows: string; ownRows: Pick<SupplierFiles, 'ownRows'> }> {
  const { question } = rowsIn(scope, 'supplier');
  const isLookedUp = scope.told !== undefined || scope.supplier !== undefined;
  return isLookedUp
    ? { rows: 'FROM own_rows', ownRows: { ownRows: question } }
    : { rows: question, ownRows: {} };
}

/** Sums of payees of several bodies, put together under the numbers of the suppliers that they are. */
const ranked = ({ view }: Scope, rows: string): string =>
  `SELECT rank_of.rank, ${summed} FROM (SELECT body, rank AS local, ${summed} FROM (${rows}) GROUP BY ALL)
   JOIN ${tableOf(view, 'rank_of')} AS rank_of USING (body, local) GROUP BY rank_of.rank`;

/** Of so few months, all that was paid in them is read sooner than what everybody was paid in all months. */
const fewMonths = 4;

/** Of one body its own payees, those put together that are one supplier: they go by the number of the first of them. */
async function ofOneBody(
  { ask }: Asks,
  scope: Scope,
  { of, at, isNarrowed }: Readonly<{ of: BodyView; at: number; isNarrowed: boolean }>,
): Promise<SupplierFiles> {
  const names = tableOf(of, 'payee');
  const joined = await keptOfView(scope.view, `joined ${at}`, () =>
    ask<{ local: number; as_one: number }>(
      `SELECT local, as_one FROM ${tableOf(scope.view, 'joined')} WHERE body = ${at}`,
    ),
  );
  const together = (rows: string): string =>
    joined.length === 0
      ? `SELECT rank, ${summed} FROM (${rows}) GROUP BY rank`
      : `SELECT coalesce(joined.as_one, rank)::INTEGER AS rank, ${summed} FROM (${rows}) AS own
         LEFT JOIN (SELECT local, as_one FROM ${tableOf(scope.view, 'joined')} WHERE body = ${at}) AS joined ON joined.local = own.rank
         GROUP BY ALL`;
  if (isNarrowed) {
    const narrowed = narrowedRows(scope);
    return { names, rows: together(narrowed.rows), ...narrowed.ownRows };
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
