import type { Group } from '../../domain/explore/asked.ts';
import { type BodyView, tableOf } from '../../store/views/view-paths.ts';
import { type Local, monthsIn, type Scope, type WordRange, type Words } from './scope.ts';

/** A question for the sums from which an answer is put together. */
export type Rows = Readonly<{
  /** `body`, `month`, `pence`, `payments`, and what they are put together by. */
  question: string;
  /** Whether departments and purposes go by the numbers they have in the view of their body, rather than by those across bodies. */
  isLocal: boolean;
}>;

/**
 * The sums from which an answer is put together. The table is chosen that is sorted by what narrows the payments most, so that little
 * of it is read. Suppliers go by the number they have in the view of their body, which is given as `body`.
 */
export function rowsIn(scope: Scope, group: Group): Rows {
  const { view, supplier, department, category, told } = scope;
  if (supplier !== undefined) {
    const isNarrowed = [department, category, told].some((each) => each !== undefined);
    return isNarrowed || group === 'department' || group === 'category'
      ? local(scope, 'payment_by_payee', 'month, department, category, rank, pence, 1 AS payments')
      : local(scope, 'by_payee', 'month, rank, pence, payments');
  }
  if (told !== undefined)
    return {
      question: ofBodies(
        scope,
        scope.bodies,
        (of, body) =>
          `SELECT ${body}::SMALLINT AS body, *, 1 AS payments FROM (${toldPayments(scope, of, body)})`,
      ),
      isLocal: true,
    };
  if (group === 'supplier') {
    if (department === undefined && category === undefined)
      throw new Error('Suppliers whom nothing narrows down have tables of their own');
    return local(scope, department === undefined ? 'by_category' : 'by_department');
  }
  const isOfMonths =
    department === undefined && category === undefined && (group === 'body' || group === 'month');
  const isOfDepartments = category === undefined && group !== 'category';
  const isOfCategories = department === undefined && group !== 'department';
  const table = isOfMonths
    ? 'months'
    : isOfDepartments
      ? 'cube_of_department'
      : isOfCategories
        ? 'cube_of_category'
        : 'cube';
  return {
    question: `SELECT * FROM ${tableOf(view, table)}${where(narrowedAcross(scope))}`,
    isLocal: false,
  };
}

const local = (
  scope: Scope,
  table: string,
  columns = 'month, department, category, rank, pence, payments',
): Rows => ({
  question: ofBodies(
    scope,
    scope.bodies,
    (of, body, conditions) =>
      `SELECT ${body}::SMALLINT AS body, ${columns} FROM ${tableOf(of, table)}${where(conditions)}`,
  ),
  isLocal: true,
});

const tokenColumns = 'place, paid, month, rank, department, category, pence';

/**
 * The payments of a body that are told with all the words asked for, as a question: those of the rarest word, so far as they are told
 * with the others too. A payment may be told with two words that begin alike.
 */
export function toldPayments(scope: Scope, of: BodyView, body: number, condition = ''): string {
  const ranges = rangesOf(scope, body);
  const [rarest] = ranges;
  const conditions = [...narrowedIn(scope, body), condition];
  if (rarest?.rare !== true)
    return `SELECT ${tokenColumns} FROM ${tableOf(of, 'payment')}${where([...conditions, toldIn(of, ranges)])}`;
  const others = ranges.slice(1);
  const rows = where([
    `token BETWEEN ${rarest.from} AND ${rarest.to}`,
    ...conditions,
    others.length === 0 ? '' : toldIn(of, ranges),
  ]);
  return `SELECT ${rarest.from === rarest.to ? '' : 'DISTINCT'} ${tokenColumns} FROM ${tableOf(of, 'payment_by_token')}${rows}`;
}

/** Between which numbers a body has the words asked for that tell its payments apart, the rarest first. */
const rangesOf = ({ told }: Scope, body: number): readonly WordRange[] =>
  (told ?? [])
    .flatMap((word) => word.find((range) => range.body === body) ?? [])
    .filter(({ everywhere }) => !everywhere)
    .toSorted((a, b) => a.payments - b.payments);

/** That something is told with a word of each of these: of the rarest, of those with the next, and so on. */
const toldIn = (of: BodyView, ranges: readonly WordRange[]): string =>
  ranges.reduce(
    (rarer, { from, to }) =>
      `telling IN (SELECT telling FROM ${tableOf(of, 'posting')}${where([`token BETWEEN ${from} AND ${to}`, rarer])})`,
    '',
  );

/** By what payments are narrowed down in tables across bodies, that know departments and purposes under one number each. */
function narrowedAcross({ view, asked, bodies, department, category }: Scope): readonly string[] {
  const of = (words: Words | undefined, column: string) =>
    words === undefined ? '' : `${column} IN (${words.ids.join(', ')})`;
  return [
    bodies.length === view.bodies.length ? '' : `body IN (${bodies.join(', ')})`,
    monthsIn(asked),
    of(department, 'department'),
    of(category, 'category'),
  ];
}

/** One question for each of the bodies, put together. */
export function ofBodies(
  scope: Scope,
  bodies: readonly number[],
  question: (of: BodyView, body: number, conditions: readonly string[]) => string,
): string {
  return bodies
    .flatMap((body) => {
      const of = scope.view.bodies[body];
      if (of === undefined) return [];
      return [question(of, body, [...narrowedIn(scope, body), toldIn(of, rangesOf(scope, body))])];
    })
    .join(' UNION ALL ');
}

/** By what the payments of one body are narrowed down, words apart, under the numbers of its own view. */
function narrowedIn({ asked, department, category, supplier }: Scope, body: number): readonly string[] {
  const known = (locals: readonly Local[] | undefined, column: string) =>
    locals === undefined
      ? ''
      : `${column} IN (${locals
          .filter((each) => each.body === body)
          .map((each) => each.local)
          .join(', ')})`;
  return [
    known(supplier?.payers, 'rank'),
    known(department?.locals, 'department'),
    known(category?.locals, 'category'),
    monthsIn(asked),
  ];
}

/** All of these conditions at once; nothing where there are none. */
export function where(conditions: readonly string[]): string {
  const given = conditions.filter((condition) => condition !== '');
  return given.length === 0 ? '' : ` WHERE ${given.join(' AND ')}`;
}
