import type { Analytics } from '#platform/analytics';
import { groupBy, type IsoDate } from '#platform/kernel';
import { type Month, monthOf, undated } from '../../domain/explore/month.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { tableOf } from '../../store/views/view-paths.ts';
import { monthSums } from './month-sums.ts';
import { ofBodies, toldPayments, where } from './rows-in.ts';
import type { Scope } from './scope.ts';

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
  Readonly<{ body: number; release: number; payee: string; name: string | null }>;

/** Some of the payments asked for, the newest first, those without a day last. */
export async function paymentsIn(
  asks: Asks,
  scope: Scope,
  { limit, offset }: Readonly<{ limit: number; offset: number }>,
): Promise<readonly PaymentShown[]> {
  let before = 0;
  const touched = (await monthsOf(asks, scope)).flatMap((month) => {
    const from = before;
    before += month.payments;
    return from < offset + limit && before > offset ? [{ ...month, from }] : [];
  });
  const [newest] = touched;
  if (newest === undefined) return [];
  const found = await rowsOf(
    asks,
    scope,
    {
      months: touched.flatMap(({ months }) => months),
      bodies: scope.bodies.filter((body) => touched.some(({ bodies }) => bodies.includes(body))),
      payments: touched.reduce((sum, { payments }) => sum + payments, 0),
    },
    { limit, offset: offset - newest.from },
  );
  return found.map((each) => shownOf(scope, each));
}

/** All payments asked for, the newest first, some thousands at a time: whoever takes them sets the pace. */
export async function* everyPayment(asks: Asks, scope: Scope): AsyncGenerator<readonly PaymentLine[]> {
  for (const some of await monthsOf(asks, scope))
    for (let offset = 0; offset < some.payments; offset += together)
      yield (await rowsOf(asks, scope, some, { limit: together, offset })).map((found) =>
        lineOf(scope, found),
      );
}

const together = 10_000;

/** Payments of some months, how many they are, and which bodies made them. */
type Some = Readonly<{ months: readonly Month[]; bodies: readonly number[]; payments: number }>;

/** How many payments lie in each month, the newest first, so that only the months of a page are read; those without a day together. */
async function monthsOf(asks: Asks, scope: Scope): Promise<readonly Some[]> {
  const byMonth = groupBy(await monthSums(asks, scope), ({ month }) => Math.max(month, undated));
  return [...byMonth]
    .toSorted(([a], [b]) => b - a)
    .map(([, sums]) => ({
      months: [...new Set(sums.map(({ month }) => month))],
      bodies: [...new Set(sums.map(({ body }) => body))],
      payments: sums.reduce((sum, { payments }) => sum + payments, 0),
    }));
}

/** Of so few rows all is read at once. */
const fewRows = 500;

/**
 * Rows of some months. Of many in two steps: which they are by their days alone, then all that is said of those few. Texts are most of
 * what there is to read.
 */
async function rowsOf(
  { ask }: Asks,
  scope: Scope,
  { months, bodies, payments }: Some,
  { limit, offset }: Readonly<{ limit: number; offset: number }>,
): Promise<readonly Found[]> {
  const inMonths = `month IN (${months.join(', ')})`;
  const isTold = scope.told !== undefined && scope.supplier === undefined;
  const rows = (of: string) =>
    ofBodies(scope, bodies, (view, body, conditions) =>
      isTold
        ? `SELECT ${body}::SMALLINT AS body, place, ${of} FROM (${toldPayments(scope, view, body, inMonths)})`
        : `SELECT ${body}::SMALLINT AS body, place, ${of} FROM ${tableOf(view, tableIn(scope))}${where([...conditions, inMonths])}`,
    );
  const page = `ORDER BY paid DESC NULLS LAST, body, place LIMIT ${limit} OFFSET ${offset}`;
  if (payments <= fewRows && scope.told === undefined)
    return ask<Found>(`SELECT * EXCLUDE (place) FROM (${rows(columns)}) ${page}`);
  const chosen = await ask<{ body: number; place: number }>(
    `SELECT body, place FROM (${rows('paid')}) ${page}`,
  );
  const places = groupBy(chosen, ({ body }) => body);
  if (places.size === 0) return [];
  const whole = [...places].flatMap(([body, own]) => {
    const view = scope.view.bodies[body];
    const wanted = own.map(({ place }) => place).toSorted((a, b) => a - b);
    return view === undefined
      ? []
      : [
          `SELECT ${body}::SMALLINT AS body, place, ${columns} FROM ${tableOf(view, tableIn(scope))}
           WHERE place BETWEEN ${wanted[0]} AND ${wanted.at(-1)} AND place IN (${wanted.join(', ')})`,
        ];
  });
  return ask<Found>(
    `SELECT * EXCLUDE (place) FROM (${whole.join(' UNION ALL ')}) ORDER BY paid DESC NULLS LAST, body, place`,
  );
}

const columns =
  'release, part, row, paid, supplier, payee, name, unit AS department, what AS category, purpose, pence, redaction';

/** Those of a supplier stand together in a table of their own; in the other they stand by their days. */
const tableIn = ({ supplier }: Scope): string => (supplier === undefined ? 'payment' : 'payment_by_payee');

/** The payments asked for as a question. */
export const paymentsQuestion = (scope: Scope): string =>
  ofBodies(
    scope,
    scope.bodies,
    (of, body, conditions) =>
      `SELECT ${body}::SMALLINT AS body, ${columns} FROM ${tableOf(of, tableIn(scope))}${where(conditions)}`,
  );

const lineOf = (
  { view }: Scope,
  { body, release, payee: _payee, name: _name, ...line }: Found,
): PaymentLine => {
  const of = view.bodies[body];
  return { ...line, bodyId: of?.bodyId ?? '', release: of?.releases[release]?.id ?? '' };
};

/** With the name that a payee is shown under: kept only where it is another than the one written. */
const shownOf = (scope: Scope, found: Found): PaymentShown => {
  const { payee, name, supplier } = found;
  return { ...lineOf(scope, found), payee, named: unnamed(payee) ?? name ?? supplier ?? payee };
};

/** The month of a payment’s day, for a link to all of that month. */
export const monthPaid = ({ paid }: Pick<PaymentLine, 'paid'>): Month =>
  paid === null ? undated : monthOf(paid);
