import type { Analytics } from '#platform/analytics';
import type { Group, Sum } from '../../domain/explore/asked.ts';
import { type Month, monthInWords, monthText } from '../../domain/explore/month.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { fileOf } from '../../store/views/view-paths.ts';
import { monthsIn, type Scope } from './scope.ts';
import { rowsIn } from './rows-in.ts';

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
  const [found] = await ask<{ pence: bigint | null; payments: number; from: Month | null; to: Month | null }>(
    `SELECT sum(pence)::BIGINT AS pence, coalesce(sum(payments), 0)::DOUBLE AS payments,
       min(nullif(month, 0)) AS "from", max(nullif(month, 0)) AS "to" FROM (${rowsIn(scope, 'month')})`,
  );
  return {
    pence: found?.pence ?? 0n,
    payments: found?.payments ?? 0,
    from: found?.from ?? undefined,
    to: found?.to ?? undefined,
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
  const { names, sums, rows } = supplierFiles(scope);
  const months = monthsIn(scope.asked);
  if (rows !== undefined) return found(named(rows));
  if (months === '') return found(`SELECT ${ownSums} FROM ${names} ${inOrder(page)}`);
  return foremost();

  /**
   * Of months alone. Suppliers stand in the order of all they were ever paid, credits apart, and nobody was paid more than that in
   * some months: so the first of them are enough as soon as the last one shown was paid more than the next could have been.
   */
  async function foremost(): Promise<readonly Sum[]> {
    for (let among = 2000; ; among *= 8) {
      const top = await found(
        named(`SELECT rank, ${summed} FROM ${sums} WHERE rank <= ${among} AND ${months} GROUP BY rank`),
      );
      const [next] = await ask<{ most: bigint }>(`SELECT most FROM ${names} WHERE rank = ${among + 1}`);
      const last = top[page.limit - 1];
      if (next === undefined || (last !== undefined && last.pence >= next.most)) return top;
    }
  }

  function named(of: string): string {
    return `SELECT name.payee, name.name, top.pence, top.payments FROM (SELECT * FROM (${of}) ${inOrder(page)}) AS top
      JOIN ${names} AS name ON name.rank = top.rank ORDER BY top.pence DESC, top.rank`;
  }

  async function found(question: string): Promise<readonly Sum[]> {
    const answers = await ask<{ payee: string; name: string | null; pence: bigint; payments: number }>(
      question,
    );
    return answers.map(({ payee, name, pence, payments }) => ({
      key: payee,
      name: unnamed(payee) ?? name ?? payee,
      pence,
      payments,
    }));
  }
}

/** Every supplier of what is asked for, as a question: `payee`, `name`, `pence`, `payments`, the most money first. */
export function everySupplier(scope: Scope): string {
  const { names, sums, rows } = supplierFiles(scope);
  const months = monthsIn(scope.asked);
  if (rows === undefined && months === '') return `SELECT ${ownSums} FROM ${names} ORDER BY pence DESC, rank`;
  const of = rows ?? `SELECT rank, ${summed} FROM ${sums} WHERE ${months} GROUP BY rank`;
  return `SELECT name.payee, name.name, sums.pence, sums.payments FROM (${of}) AS sums
    JOIN ${names} AS name ON name.rank = sums.rank ORDER BY sums.pence DESC, sums.rank`;
}

/**
 * Where suppliers are looked up: their names, their sums by month, and the sums of those that something narrows down besides body and
 * months, as a question.
 */
function supplierFiles(scope: Scope): Readonly<{ names: string; sums: string; rows: string | undefined }> {
  const { view, bodies, department, category, supplier, tellings } = scope;
  const [only = 0] = bodies;
  const of = bodies.length === 1 ? view.bodies[only] : undefined;
  const names = of === undefined ? fileOf(view, 'suppliers') : fileOf(of, 'payees');
  const sums = of === undefined ? fileOf(view, 'by-supplier') : fileOf(of, 'by-payee');
  const rows = (): string | undefined => {
    const isAlone = [department, supplier, tellings].every((each) => each === undefined);
    if (isAlone && category === undefined) return undefined;
    if (of !== undefined) return `SELECT rank, ${summed} FROM (${rowsIn(scope, 'supplier')}) GROUP BY rank`;
    if (category !== undefined && isAlone && monthsIn(scope.asked) === '')
      return `SELECT rank, ${summed} FROM ${fileOf(view, 'by-category')} WHERE category IN (${category.ids.join(', ')}) GROUP BY rank`;
    return `SELECT ranks.rank, ${summed} FROM (SELECT body, rank AS local, ${summed} FROM (${rowsIn(scope, 'supplier')}) GROUP BY ALL)
      JOIN ${fileOf(view, 'ranks')} AS ranks USING (body, local) GROUP BY ranks.rank`;
  };
  return { names, sums, rows: rows() };
}

const ownSums = 'payee, name, pence, payments::DOUBLE AS payments';
const summed = 'sum(pence)::BIGINT AS pence, sum(payments)::DOUBLE AS payments';
const inOrder = ({ limit, offset = 0 }: Page) => `ORDER BY pence DESC, rank LIMIT ${limit} OFFSET ${offset}`;
