import type { Analytics } from '#platform/analytics';
import { groupBy, type IsoDate } from '#platform/kernel';
import { type Month, monthOf, readMonth, undated } from '../../domain/explore/month.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { type BodyView, fileOf } from '../../store/views/view-paths.ts';
import { narrowedIn, where } from './rows-in.ts';
import type { Scope } from './scope.ts';
import { sumsBy } from './sums.ts';

/** One payment in a list. */
export type PaymentLine = Readonly<{
  bodyId: string;
  release: string;
  part: number;
  row: number;
  paid: IsoDate | null;
  /** As written. */
  supplier: string | null;
  department: string;
  category: string;
  purpose: string | null;
  pence: bigint;
  redaction: string | null;
}>;

/** The same with what leads to everything else paid to whom it went. */
export type PaymentShown = PaymentLine & Readonly<{ payee: string; named: string }>;

type Asks = Pick<Analytics, 'ask'>;
type Found = Omit<PaymentLine, 'bodyId' | 'release'> &
  Readonly<{ body: number; release: number; rank: number }>;

/** Some of the payments asked for, the newest first, those without a day last. */
export async function paymentsIn(
  asks: Asks,
  scope: Scope,
  { limit, offset }: Readonly<{ limit: number; offset: number }>,
): Promise<readonly PaymentShown[]> {
  const months = await monthsOf(asks, scope);
  let before = 0;
  const touched = months.filter(({ payments }) => {
    const [from, to] = [before, before + payments];
    before = to;
    return from < offset + limit && to > offset;
  });
  const [newest] = touched;
  if (newest === undefined) return [];
  const skipped = months.slice(0, months.indexOf(newest)).reduce((sum, { payments }) => sum + payments, 0);
  const found = await rowsOf(
    asks,
    scope,
    touched.map(({ month }) => month),
    { limit, offset: offset - skipped },
  );
  return withPayees(asks, scope, found);
}

/** All payments asked for, the newest first, some thousands at a time: whoever takes them sets the pace. */
export async function* everyPayment(asks: Asks, scope: Scope): AsyncGenerator<readonly PaymentLine[]> {
  for (const { month, payments } of await monthsOf(asks, scope))
    for (let offset = 0; offset < payments; offset += together)
      yield (await rowsOf(asks, scope, [month], { limit: together, offset })).map((found) =>
        lineOf(scope, found),
      );
}

const together = 10_000;

/** How many payments lie in each month, so that only the months of a page are read. */
async function monthsOf(asks: Asks, scope: Scope) {
  const sums = await sumsBy(asks, scope, 'month', { limit: 100_000 });
  return sums
    .map(({ key, payments }) => ({ month: readMonth(key) ?? undated, payments }))
    .toSorted((a, b) => b.month - a.month);
}

/**
 * Rows of some months, in two steps: which they are by their days alone, then all that is said of those few. Texts are most of what
 * there is to read.
 */
async function rowsOf(
  { ask }: Asks,
  scope: Scope,
  months: readonly Month[],
  { limit, offset }: Readonly<{ limit: number; offset: number }>,
): Promise<readonly Found[]> {
  const places = paymentsQuestion(scope, 'paid, file_row_number AS place', months);
  if (places === undefined) return [];
  const chosen = await ask<{ body: number; place: bigint }>(
    `SELECT body, place FROM (${places}) ORDER BY ${inOrder} LIMIT ${limit} OFFSET ${offset}`,
  );
  if (chosen.length === 0) return [];
  const bodies = [...groupBy(chosen, ({ body }) => body)];
  const parts = bodies.flatMap(([at, own]) => {
    const body = scope.view.bodies[at];
    if (body === undefined) return [];
    const wanted = own.map(({ place }) => place).toSorted((a, b) => (a < b ? -1 : 1));
    return [
      `SELECT ${at}::SMALLINT AS body, file_row_number AS place, ${columns} FROM ${placesOf(scope, body)}
       WHERE file_row_number BETWEEN ${wanted[0]} AND ${wanted.at(-1)} AND file_row_number IN (${wanted.join(', ')})`,
    ];
  });
  const word = (kind: string) =>
    `JOIN ${fileOf(scope.view, 'words-of-bodies')} AS ${kind} ON ${kind}.kind = '${kind}' AND ${kind}.body = top.body AND ${kind}.local = top.${kind}`;
  return ask<Found>(
    `SELECT top.* EXCLUDE (department, category, place), department.name AS department, category.name AS category
     FROM (${parts.join(' UNION ALL ')}) AS top ${word('department')} ${word('category')}
     ORDER BY top.paid DESC NULLS LAST, top.body, top.place`,
  );
}

const inOrder = 'paid DESC NULLS LAST, body, place';
const columns = 'release, part, row, paid, supplier, department, category, purpose, pence, redaction, rank';

/** The payments of a body, in the order that suits what is asked. */
const placesOf = ({ supplier }: Pick<Scope, 'supplier'>, body: BodyView): string =>
  fileOf(body, supplier === undefined ? 'payments' : 'payments-by-payee', { withPlaces: true });

/** The payments asked for as a question; undefined where there can be none. */
export function paymentsQuestion(
  scope: Scope,
  answers: string = columns,
  months: readonly Month[] = [],
): string | undefined {
  const { view, bodies, supplier } = scope;
  const parts = bodies.flatMap((at) => {
    const body = view.bodies[at];
    const narrowed = narrowedIn(scope, at);
    const payers = supplier?.payers.flatMap(({ body: of, local }) => (of === at ? [local] : []));
    if (body === undefined || narrowed === undefined || payers?.length === 0) return [];
    const conditions = [
      ...narrowed,
      months.length === 0 ? '' : `month IN (${months.join(', ')})`,
      payers === undefined ? '' : `rank IN (${payers.join(', ')})`,
    ];
    return [`SELECT ${at}::SMALLINT AS body, ${answers} FROM ${placesOf(scope, body)}${where(conditions)}`];
  });
  return parts.length === 0 ? undefined : parts.join(' UNION ALL ');
}

const lineOf = ({ view }: Scope, { body, release, rank: _rank, ...line }: Found): PaymentLine => {
  const of = view.bodies[body];
  return { ...line, bodyId: of?.bodyId ?? '', release: of?.releases[release]?.id ?? '' };
};

/** The payees of these few payments, by the numbers they have in the views of their bodies. */
async function withPayees(
  { ask }: Asks,
  scope: Scope,
  found: readonly Found[],
): Promise<readonly PaymentShown[]> {
  if (found.length === 0) return [];
  const bodies = [...new Set(found.map(({ body }) => body))];
  const parts = bodies.flatMap((at) => {
    const body = scope.view.bodies[at];
    if (body === undefined) return [];
    const ranks = [...new Set(found.filter((each) => each.body === at).map(({ rank }) => rank))];
    return [
      `SELECT ${at} AS body, rank, payee, name FROM ${fileOf(body, 'payees')} WHERE rank IN (${ranks.join(', ')})`,
    ];
  });
  const payees = await ask<{ body: number; rank: number; payee: string; name: string | null }>(
    parts.join(' UNION ALL '),
  );
  const named = new Map(payees.map((each) => [`${each.body} ${each.rank}`, each]));
  return found.map((each) => {
    const { payee = '', name = null } = named.get(`${each.body} ${each.rank}`) ?? {};
    return { ...lineOf(scope, each), payee, named: unnamed(payee) ?? name ?? payee };
  });
}

/** The month of a payment’s day, for a link to all of that month. */
export const monthPaid = ({ paid }: Pick<PaymentLine, 'paid'>): Month =>
  paid === null ? undated : monthOf(paid);
