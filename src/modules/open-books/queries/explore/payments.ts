import type { Analytics } from '#platform/analytics';
import { groupBy, type IsoDate } from '#platform/kernel';
import { type Month, monthOf, monthOfKey, undated } from '../../domain/explore/month.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { fileOf, newestKept } from '../../store/views/view-paths.ts';
import { narrowedAcross, narrowedIn, where } from './rows-in.ts';
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
  Readonly<{ body: number; release: number; payee: string; name: string | null }>;

/** Some of the payments asked for, the newest first, those without a day last. */
export async function paymentsIn(
  asks: Asks,
  scope: Scope,
  { limit, offset }: Readonly<{ limit: number; offset: number }>,
): Promise<readonly PaymentShown[]> {
  if (isOfAll(scope) && offset + limit <= newestKept)
    return (await newestOf(asks, scope, { limit, offset })).map((found) => shownOf(scope, found));
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
    touched.flatMap(({ months: some }) => some),
    { limit, offset: offset - skipped },
  );
  return found.map((each) => shownOf(scope, each));
}

/** All payments asked for, the newest first, some thousands at a time: whoever takes them sets the pace. */
export async function* everyPayment(asks: Asks, scope: Scope): AsyncGenerator<readonly PaymentLine[]> {
  for (const { months, payments } of await monthsOf(asks, scope))
    for (let offset = 0; offset < payments; offset += together)
      yield (await rowsOf(asks, scope, months, { limit: together, offset })).map((found) =>
        lineOf(scope, found),
      );
}

const together = 10_000;

/** How many payments lie in each month, the newest first, so that only the months of a page are read; those without a day together. */
async function monthsOf(asks: Asks, scope: Scope) {
  const sums = await sumsBy(asks, scope, 'month', { limit: 100_000 });
  const each = sums
    .map(({ key, payments }) => ({ month: monthOfKey(key), payments }))
    .toSorted((a, b) => b.month - a.month);
  const without = each.filter(({ month }) => month <= undated);
  return [
    ...each
      .filter(({ month }) => month > undated)
      .map(({ month, payments }) => ({ months: [month], payments })),
    {
      months: without.map(({ month }) => month),
      payments: without.reduce((sum, { payments }) => sum + payments, 0),
    },
  ].filter(({ payments }) => payments > 0);
}

/**
 * Rows of some months, in two steps: which they are by their days alone, then all that is said of those few. Texts are most of what
 * there is to read, and the days of those few tell in which rows that stand together in a file they are.
 */
async function rowsOf(
  { ask }: Asks,
  scope: Scope,
  months: readonly Month[],
  { limit, offset }: Readonly<{ limit: number; offset: number }>,
): Promise<readonly Found[]> {
  const sources = sourcesOf(scope, months);
  if (sources.length === 0) return [];
  const places = sources.map(
    ({ body, file, conditions }, source) =>
      `SELECT ${source} AS source, ${body} AS body, paid, file_row_number AS place FROM ${file}${where(conditions)}`,
  );
  const chosen = await ask<{ source: number; paid: IsoDate | null; place: bigint }>(
    `SELECT source, paid, place FROM (${places.join(' UNION ALL ')}) ORDER BY ${inOrder} LIMIT ${limit} OFFSET ${offset}`,
  );
  if (chosen.length === 0) return [];
  const parts = [...groupBy(chosen, ({ source }) => source)].flatMap(([at, own]) => {
    const source = sources[at];
    if (source === undefined) return [];
    const wanted = own.map(({ place }) => place).toSorted((a, b) => (a < b ? -1 : 1));
    const conditions = [
      ...source.sortedBy,
      daysOf(own.map(({ paid }) => paid)),
      `file_row_number BETWEEN ${wanted[0]} AND ${wanted.at(-1)}`,
      `file_row_number IN (${wanted.join(', ')})`,
    ];
    return [
      `SELECT ${source.body} AS body, file_row_number AS place, ${columns} FROM ${source.file}${where(conditions)}`,
    ];
  });
  return ask<Found>(
    `SELECT top.* EXCLUDE (department, category, place), department.name AS department, category.name AS category
     FROM (${parts.join(' UNION ALL ')}) AS top ${namedIn(scope, 'top')}
     ORDER BY top.paid DESC NULLS LAST, top.body, top.place`,
  );
}

const inOrder = 'paid DESC NULLS LAST, body, place';
const columns =
  'release, part, row, paid, supplier, payee, name, department, category, purpose, pence, redaction';

/** That a payment was made on one of these days, so far as that leaves out any others. */
function daysOf(paid: readonly (IsoDate | null)[]): string {
  const days = paid.filter((day) => day !== null).toSorted();
  if (days.length === 0) return 'paid IS NULL';
  return days.length < paid.length ? '' : `paid BETWEEN DATE '${days[0]}' AND DATE '${days.at(-1)}'`;
}

/** The newest of all payments, or of all of one body, from the file that has nothing else. */
async function newestOf(
  { ask }: Asks,
  { view, bodies }: Scope,
  { limit, offset }: Readonly<{ limit: number; offset: number }>,
): Promise<readonly Found[]> {
  const [only = 0] = bodies;
  const of = bodies.length === 1 ? view.bodies[only] : undefined;
  return ask<Found>(
    `SELECT ${of === undefined ? 'body' : `${only}::SMALLINT AS body`}, ${columns} FROM ${fileOf(of ?? view, 'newest')}
     WHERE nth BETWEEN ${offset + 1} AND ${offset + limit} ORDER BY nth`,
  );
}

const isOfAll = ({ asked, department, category, supplier, tellings }: Scope): boolean =>
  [asked.from, asked.to, department, category, supplier, tellings].every((each) => each === undefined);

/** A file in which payments asked for stand, and which of its rows they are. */
type Source = Readonly<{
  /** Which body a row is of, as a column. */
  body: string;
  file: string;
  conditions: readonly string[];
  /** Those of them that tell where in the file the rows stand together. */
  sortedBy: readonly string[];
}>;

/** Those of a supplier stand together across bodies; others in the file of each body, by their days. */
function sourcesOf(scope: Scope, months: readonly Month[]): readonly Source[] {
  const { view, bodies, supplier } = scope;
  const ofMonths = months.length === 0 ? '' : `month IN (${months.join(', ')})`;
  if (supplier !== undefined) {
    const sortedBy = [`supplier_rank = ${supplier.rank}`];
    return [
      {
        body: 'body',
        file: fileOf(view, 'payments-by-supplier', { withPlaces: true }),
        conditions: [...sortedBy, ...narrowedAcross(scope), ofMonths],
        sortedBy,
      },
    ];
  }
  return bodies.flatMap((at) => {
    const body = view.bodies[at];
    const narrowed = narrowedIn(scope, at);
    if (body === undefined || narrowed === undefined) return [];
    const file = fileOf(body, 'payments', { withPlaces: true });
    return [{ body: `${at}::SMALLINT`, file, conditions: [...narrowed, ofMonths], sortedBy: [] }];
  });
}

/** The payments asked for as a question; undefined where there can be none. */
export function paymentsQuestion(scope: Scope): string | undefined {
  const parts = sourcesOf(scope, []).map(
    ({ body, file, conditions }) => `SELECT ${body} AS body, ${columns} FROM ${file}${where(conditions)}`,
  );
  return parts.length === 0 ? undefined : parts.join(' UNION ALL ');
}

/** The names of the departments and purposes of payments that stand as they do in the files, as `department.name` and `category.name`. */
export const namedIn = ({ view, supplier }: Scope, payments: string): string =>
  ['department', 'category']
    .map((kind) =>
      supplier === undefined
        ? `JOIN ${fileOf(view, 'words-of-bodies')} AS ${kind} ON ${kind}.kind = '${kind}' AND ${kind}.body = ${payments}.body AND ${kind}.local = ${payments}.${kind}`
        : `JOIN ${fileOf(view, 'words')} AS ${kind} ON ${kind}.kind = '${kind}' AND ${kind}.id = ${payments}.${kind}`,
    )
    .join(' ');

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
