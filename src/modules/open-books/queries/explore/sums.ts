import type { Analytics } from '#platform/analytics';
import type { Group, Sum } from '../../domain/explore/asked.ts';
import { type Month, monthInWords, monthText, spanOf, undated } from '../../domain/explore/month.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { type BodyView, fileOf } from '../../store/views/view-paths.ts';
import { monthsIn, type Scope } from './scope.ts';
import { keptOfView } from './kept-of-view.ts';
import { rowsIn, where } from './rows-in.ts';

type Asks = Pick<Analytics, 'ask'>;

/** How many payments of how much. */
export type Total = Readonly<{
  pence: bigint;
  payments: number;
  from: Month | undefined;
  to: Month | undefined;
}>;

/** So many of an answer, from a place on. */
export type Page = Readonly<{ limit: number; offset?: number }>;

/** All payments asked for together, and the months in which the first and the last of them lie. */
export async function totalOf({ ask }: Asks, scope: Scope): Promise<Total> {
  const [found] = await ask<{
    pence: bigint | null;
    payments: number;
    from: Month | null;
    to: Month | null;
    somedays: readonly Month[] | null;
  }>(
    `SELECT sum(pence)::BIGINT AS pence, coalesce(sum(payments), 0)::DOUBLE AS payments,
       min(month) FILTER (month > 0) AS "from", max(month) FILTER (month > 0) AS "to",
       list(DISTINCT month) FILTER (month < 0) AS somedays FROM (${rowsIn(scope, 'month')})`,
  );
  const spans = (found?.somedays ?? []).flatMap((month) => spanOf(month) ?? []);
  const ofAll = (days: readonly (Month | null | undefined)[]) =>
    days.filter((month) => month !== null && month !== undefined).toSorted((a, b) => a - b);
  return {
    pence: found?.pence ?? 0n,
    payments: found?.payments ?? 0,
    from: ofAll([found?.from, ...spans.map(({ from }) => from)])[0],
    to: ofAll([found?.to, ...spans.map(({ to }) => to)]).at(-1),
  };
}

/** The payments asked for put together, the most money first, or the months in their order. */
export async function sumsBy(asks: Asks, scope: Scope, group: Group, part: Page): Promise<readonly Sum[]> {
  if (group === 'supplier') return suppliersIn(asks, scope, part);
  const { view } = scope;
  const rows = rowsIn(scope, group);
  const sums = `SELECT ${group}, sum(pence)::BIGINT AS pence, sum(payments)::DOUBLE AS payments FROM (${rows}) GROUP BY ${group}`;
  const page = `LIMIT ${part.limit} OFFSET ${part.offset ?? 0}`;
  type Found = Readonly<{ key: number; pence: bigint; payments: number }>;
  if (group === 'month') {
    const found = await asks.ask<Found>(
      `SELECT month AS key, pence, payments FROM (${sums}) ORDER BY month ${page}`,
    );
    return found.map(({ key, pence, payments }) => {
      const month = key as Month;
      return { key: monthText(month), name: monthInWords(month), pence, payments };
    });
  }
  if (group === 'body') {
    const found = await asks.ask<Found>(
      `SELECT body AS key, pence, payments FROM (${sums}) ORDER BY pence DESC, body ${page}`,
    );
    return found.map(({ key, pence, payments }) => {
      const { bodyId = '' } = view.bodies[key] ?? {};
      return { key: bodyId, name: bodyId, pence, payments };
    });
  }
  const found = await asks.ask<{ name: string; pence: bigint; payments: number }>(
    `SELECT word.name, sums.pence, sums.payments FROM (${sums}) AS sums
     JOIN ${fileOf(view, 'words')} AS word ON word.kind = '${group}' AND word.id = sums.${group}
     ORDER BY sums.pence DESC, word.name ${page}`,
  );
  return found.map(({ name, pence, payments }) => ({
    key: name,
    name: name === '' ? notSaid[group] : name,
    pence,
    payments,
  }));
}

const notSaid = { department: 'Department not stated', category: 'Purpose not stated' } as const;

/** Suppliers, from the smallest file that can tell. */
async function suppliersIn({ ask }: Asks, scope: Scope, page: Page): Promise<readonly Sum[]> {
  const { names, rows, amongFirst } = await supplierFiles({ ask }, scope);
  if (amongFirst === undefined || page.limit > manyShown) return found(rows);
  // Suppliers stand in the order of all they were ever paid, credits apart, and nobody was paid more than that in some months: so the
  // first of them are enough as soon as the last one shown was paid more than the next could have been.
  for (let among = 2000; ; among *= 8) {
    const top = await found(amongFirst(among));
    const [next] = await ask<{ most: bigint }>(`SELECT most FROM ${names} WHERE rank = ${among + 1}`);
    const last = top[page.limit - 1];
    if (next === undefined || (last !== undefined && last.pence >= next.most)) return top;
  }

  async function found(of: string): Promise<readonly Sum[]> {
    const { limit, offset = 0 } = page;
    const answers = await ask<{ payee: string; name: string | null; pence: bigint; payments: number }>(
      `SELECT name.payee, name.name, top.pence, top.payments
       FROM (SELECT * FROM (${of}) ORDER BY pence DESC, rank LIMIT ${limit} OFFSET ${offset}) AS top
       JOIN ${names} AS name ON name.rank = top.rank ORDER BY top.pence DESC, top.rank`,
    );
    return answers.map(({ payee, name, pence, payments }) => ({
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
  const { names, rows } = await supplierFiles(asks, scope);
  return `SELECT name.payee, name.name, sums.pence, sums.payments FROM (${rows}) AS sums
    JOIN ${names} AS name ON name.rank = sums.rank ORDER BY sums.pence DESC, sums.rank`;
}

/** How suppliers are looked up. */
type SupplierFiles = Readonly<{
  /** Their names, by the number they go by here. */
  names: string;
  /** The sums of all of them, as a question. */
  rows: string;
  /** Of so many alone, where they stand in the order of what they were ever paid. */
  amongFirst?: (among: number) => string;
}>;

async function supplierFiles(asks: Asks, scope: Scope): Promise<SupplierFiles> {
  const { view, bodies, department, category, supplier, tellings } = scope;
  const [only = 0] = bodies;
  const of = bodies.length === 1 ? view.bodies[only] : undefined;
  const months = monthsIn(scope.asked);
  const isAlone = [department, supplier, tellings].every((each) => each === undefined);
  if (of !== undefined)
    return ofOneBody(asks, scope, { of, at: only, isNarrowed: !isAlone || category !== undefined });

  const names = fileOf(view, 'suppliers');
  if (isAlone && category === undefined) {
    if (months === '')
      return { names, rows: `SELECT rank, pence, payments::DOUBLE AS payments FROM ${names}` };
    const { from = undated, to = from + 1200 } = scope.asked;
    const sums = (file: string, more = '') =>
      `SELECT rank, ${summed} FROM ${fileOf(view, file)} WHERE ${months}${more} GROUP BY rank`;
    if (to - from < fewMonths) return { names, rows: sums('by-month') };
    return {
      names,
      rows: sums('by-supplier'),
      amongFirst: (among) => sums('by-supplier', ` AND rank <= ${among}`),
    };
  }
  if (category !== undefined && isAlone && months === '')
    return {
      names,
      rows: `SELECT rank, ${summed} FROM ${fileOf(view, 'by-category')} WHERE category IN (${category.ids.join(', ')}) GROUP BY rank`,
    };
  return {
    names,
    rows: `SELECT ranks.rank, ${summed} FROM (SELECT body, rank AS local, ${summed} FROM (${rowsIn(scope, 'supplier')}) GROUP BY ALL)
      JOIN ${fileOf(view, 'ranks')} AS ranks USING (body, local) GROUP BY ranks.rank`,
  };
}

/** Of so few months, all that was paid in them is read sooner than what the first suppliers were paid in all months. */
const fewMonths = 4;

/** Of one body its own payees, those put together that are one supplier: they go by the number of the first of them. */
async function ofOneBody(
  { ask }: Asks,
  scope: Scope,
  { of, at, isNarrowed }: Readonly<{ of: BodyView; at: number; isNarrowed: boolean }>,
): Promise<SupplierFiles> {
  const names = fileOf(of, 'payees');
  const joined = await keptOfView(scope.view, `joined ${at}`, () =>
    ask<{ local: number; as_one: number }>(
      `SELECT local, as_one FROM ${fileOf(scope.view, 'joined')} WHERE body = ${at}`,
    ),
  );
  const together = (rows: string): string =>
    joined.length === 0
      ? `SELECT rank, ${summed} FROM (${rows}) GROUP BY rank`
      : `SELECT coalesce(joined.as_one, rank)::INTEGER AS rank, ${summed} FROM (${rows}) AS own
         LEFT JOIN (SELECT local, as_one FROM ${fileOf(scope.view, 'joined')} WHERE body = ${at}) AS joined ON joined.local = own.rank
         GROUP BY ALL`;
  if (isNarrowed) return { names, rows: together(rowsIn(scope, 'supplier')) };
  const months = monthsIn(scope.asked);
  const own = (more: string) =>
    months === ''
      ? `SELECT rank, pence, payments FROM ${names}${where([more])}`
      : `SELECT rank, pence, payments FROM ${fileOf(of, 'by-payee')}${where([months, more])}`;
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
