import type { Analytics } from '#platform/analytics';
import { groupBy, type IsoDate } from '#platform/kernel';
import { type Month, monthOf, undated } from '../../domain/explore/month.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { readSaid, type Said } from '../../store/views/said-file.ts';
import { tableOf } from '../../store/views/view-paths.ts';
import { besideMonthSums, monthSums } from './month-sums.ts';
import { paymentsOf, rowsIn, where } from './rows-in.ts';
import type { Scope } from './scope.ts';
import { ofBodies } from './within-bodies.ts';

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
type Found = Said & Readonly<{ body: number }>;

/** Where a payment stands. */
type Placed = Readonly<{ body: number; place: number; paid: IsoDate | null }>;

/** Some of the payments asked for, the newest first, those without a day last. */
export async function paymentsIn(
  asks: Asks,
  scope: Scope,
  { limit, offset }: Readonly<{ limit: number; offset: number }>,
): Promise<readonly PaymentShown[]> {
  if (isTold(scope)) {
    // Those that are told with words are looked up once, for the page and for how many there are.
    const chosen = await besideMonthSums<Placed>(
      asks,
      scope,
      rowsIn(scope, 'month'),
      `SELECT body, place, paid FROM own_rows ORDER BY paid DESC NULLS LAST, body, place LIMIT ${limit} OFFSET ${offset}`,
    );
    return (await wholeOf(scope, chosen)).map((each) => shownOf(scope, each));
  }
  if (isFew(scope))
    return (await rowsOf(asks, scope, '', { limit, offset })).map((each) => shownOf(scope, each));
  let before = 0;
  const touched = (await monthsOf(asks, scope)).flatMap((month) => {
    const from = before;
    before += month.payments;
    return from < offset + limit && before > offset ? [{ ...month, from }] : [];
  });
  const [newest] = touched;
  if (newest === undefined) return [];
  const found = await rowsOf(asks, scope, inMonths(touched.flatMap(({ months }) => months)), {
    limit,
    offset: offset - newest.from,
  });
  return found.map((each) => shownOf(scope, each));
}

/** All payments asked for, the newest first, some thousands at a time: whoever takes them sets the pace. */
export async function* everyPayment(asks: Asks, scope: Scope): AsyncGenerator<readonly PaymentLine[]> {
  for (const some of await monthsOf(asks, scope))
    for (let offset = 0; offset < some.payments; offset += together)
      yield (await rowsOf(asks, scope, inMonths(some.months), { limit: together, offset })).map((found) =>
        lineOf(scope, found),
      );
}

const together = 10_000;

/** Some months, and how many payments lie in them. */
type Some = Readonly<{ months: readonly Month[]; payments: number }>;

/** How many payments lie in each month, the newest first, so that only the months of a page are read; those without a day together. */
async function monthsOf(asks: Asks, scope: Scope): Promise<readonly Some[]> {
  const byMonth = groupBy(await monthSums(asks, scope), ({ month }) => Math.max(month, undated));
  return [...byMonth]
    .toSorted(([a], [b]) => b - a)
    .map(([, sums]) => ({
      months: [...new Set(sums.map(({ month }) => month))],
      payments: sums.reduce((sum, { payments }) => sum + payments, 0),
    }));
}

/**
 * Payments, those of some months where it says which, in two steps: which they are by their days alone, of all bodies at once, then all that is said of those few.
 * Texts are most of what there is to read.
 */
async function rowsOf(
  { ask }: Asks,
  scope: Scope,
  inMonths: string,
  { limit, offset }: Readonly<{ limit: number; offset: number }>,
): Promise<readonly Found[]> {
  const days = offset < manyPages * limit ? undefined : await daysOf(paymentsOf(scope, inMonths));
  const chosen = await ask<Placed>(
    `SELECT body, place, paid FROM (${paymentsOf(scope, [inMonths, days?.condition ?? ''].filter((each) => each !== '').join(' AND '))})
     ORDER BY paid DESC NULLS LAST, body, place LIMIT ${limit} OFFSET ${offset - (days?.before ?? 0)}`,
  );
  return wholeOf(scope, chosen);

  /** The days on which they were made, and how many were made after those: fewer are put in order then. */
  async function daysOf(of: string): Promise<Readonly<{ condition: string; before: number }>> {
    const all = await ask<{ paid: IsoDate | null; payments: number }>(
      `SELECT paid, count(*)::DOUBLE AS payments FROM (${of}) GROUP BY paid ORDER BY paid DESC NULLS LAST`,
    );
    let until = 0;
    const counted = all.map((day) => {
      const from = until;
      until += day.payments;
      return { ...day, from, until };
    });
    const touched = counted.filter((day) => day.from < offset + limit && day.until > offset);
    const dated = touched.flatMap(({ paid }) => (paid === null ? [] : [`DATE '${paid}'`]));
    const conditions = [
      dated.length === 0 ? '' : `paid IN (${dated.join(', ')})`,
      dated.length === touched.length ? '' : 'paid IS NULL',
    ].filter((condition) => condition !== '');
    return {
      condition: conditions.length === 0 ? 'false' : `(${conditions.join(' OR ')})`,
      before: touched[0]?.from ?? 0,
    };
  }
}

/** All that is said of some payments, the newest first. */
async function wholeOf({ view }: Scope, chosen: readonly Placed[]): Promise<readonly Found[]> {
  const ofEach = groupBy(chosen, ({ body }) => body);
  const found = await Promise.all(
    [...ofEach].flatMap(([body, own]) => {
      const of = view.bodies[body];
      if (of === undefined) return [];
      const said = readSaid(
        of,
        own.map(({ place }) => place),
      );
      return said.then((all) => all.map((each, at) => ({ ...each, body, place: own[at]?.place ?? 0 })));
    }),
  );
  return found.flat().toSorted(newestFirst);
}

/** As questions have them: those without a day last, those of one day by body and place. */
const newestFirst = (a: Found & Placed, b: Found & Placed): number =>
  a.paid === b.paid
    ? a.body - b.body || a.place - b.place
    : a.paid === null || (b.paid !== null && a.paid < b.paid)
      ? 1
      : -1;

const inMonths = (months: readonly Month[]): string => `month IN (${months.join(', ')})`;

/** Whether they are so few that they are put in order before it is known how many lie in which month. */
const isFew = ({ asked: { from, to, supplier } }: Scope): boolean =>
  (supplier !== undefined && unnamed(supplier) === undefined) ||
  (from !== undefined && to !== undefined && from > undated && to - from < fewMonths);
const fewMonths = 3;

/** After so many pages of their months, rows are looked for by their days first. */
const manyPages = 6;

const columns =
  'release, part, row, paid, supplier, unit AS department, what AS category, purpose, pence, redaction';

/** Whether words alone tell where they stand: those of a supplier are few enough to look through. */
const isTold = ({ told, supplier }: Scope): boolean => told !== undefined && supplier === undefined;

/** The payments asked for with all that is said of them, as a question. */
export const paymentsQuestion = (scope: Scope): string =>
  ofBodies(scope, (of, body, conditions) => {
    const told =
      scope.told === undefined
        ? ''
        : `place IN (SELECT place FROM (${paymentsOf({ ...scope, bodies: [body] })}))`;
    return `SELECT ${body}::SMALLINT AS body, ${columns} FROM ${tableOf(of, 'payment')}${where([...conditions, told])}`;
  });

const lineOf = (
  { view }: Scope,
  { body, release, part, row, paid, supplier, department, category, purpose, pence, redaction }: Found,
): PaymentLine => {
  const of = view.bodies[body];
  return {
    bodyId: of?.bodyId ?? '',
    release: of?.releases[release]?.id ?? '',
    part,
    row,
    paid,
    supplier,
    department,
    category,
    purpose,
    pence,
    redaction,
  };
};

/** With the name that a payee is shown under: kept only where it is another than the one written. */
const shownOf = (scope: Scope, found: Found): PaymentShown => {
  const { payee, name, supplier } = found;
  return { ...lineOf(scope, found), payee, named: unnamed(payee) ?? name ?? supplier ?? payee };
};

/** The month of a payment’s day, for a link to all of that month. */
export const monthPaid = ({ paid }: Pick<PaymentLine, 'paid'>): Month =>
  paid === null ? undated : monthOf(paid);
