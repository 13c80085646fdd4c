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
  if (told !== undefined) return toldWith(scope, told);
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

/**
 * What is told with all of some words: in each body the sums of the rarest of them, so far as they are told with the others too. The
 * same may be told with two words that begin alike.
 */
const toldWith = (scope: Scope, told: NonNullable<Scope['told']>): Rows => ({
  question: ofBodies(scope, scope.bodies, (of, body) => {
    const ranges = told.flatMap((word) => word.find((range) => range.body === body) ?? []);
    const [rarest] = ranges.filter(({ rare }) => rare).toSorted((a, b) => a.sums - b.sums);
    const columns = 'month, department, category, rank, pence, payments';
    if (rarest === undefined)
      return `SELECT ${body}::SMALLINT AS body, ${columns} FROM ${tableOf(of, 'by_telling')}${where([...narrowedIn(scope, body), toldIn(of, ranges)])}`;
    const conditions = [
      `token BETWEEN ${rarest.from} AND ${rarest.to}`,
      ...narrowedIn(scope, body),
      toldIn(
        of,
        ranges.filter((range) => range !== rarest),
      ),
    ];
    return `SELECT ${body}::SMALLINT AS body, ${columns}
      FROM (SELECT ${rarest.from === rarest.to ? '' : 'DISTINCT'} telling, ${columns} FROM ${tableOf(of, 'by_token')}${where(conditions)})`;
  }),
  isLocal: true,
});

/** That something is told with a word of each of these. */
const toldIn = (of: BodyView, ranges: readonly WordRange[]): string =>
  ranges.length === 0
    ? ''
    : `telling IN (${ranges
        .map(
          ({ from, to }) =>
            `SELECT telling FROM ${tableOf(of, 'posting')} WHERE token BETWEEN ${from} AND ${to}`,
        )
        .join(' INTERSECT ')})`;

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
      const ranges = scope.told?.flatMap((word) => word.find((range) => range.body === body) ?? []) ?? [];
      return [question(of, body, [...narrowedIn(scope, body), toldIn(of, ranges)])];
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
