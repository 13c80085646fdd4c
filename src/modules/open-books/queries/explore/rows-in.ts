import type { Group } from '../../domain/explore/asked.ts';
import { type BodyView, fileOf } from '../../store/views/view-paths.ts';
import { type Local, monthsIn, type Scope } from './scope.ts';

/**
 * The sums from which an answer is put together, as a question of its own: `pence`, `payments`, `month` and what they are put
 * together by. The file is chosen that is sorted by what narrows the payments most, so that little of it is read. Suppliers
 * go by the number they have in the view of their body, which is given as `body`; departments and purposes by the one they
 * have across bodies.
 */
export function rowsIn(scope: Scope, group: Group): string {
  const { view, supplier, department, category, tellings } = scope;
  if (supplier !== undefined) return ofSupplier(scope, supplier, group);
  if (tellings !== undefined)
    return across(
      scope,
      ofBodies(scope, tellings, (body) => `SELECT *, payments AS each FROM ${fileOf(body, 'by-telling')}`),
      group,
    );
  if (group === 'supplier') {
    const [name, words] =
      department === undefined ? ['by-category', category] : ['by-department', department];
    if (words === undefined) throw new Error('Suppliers whom nothing narrows down have files of their own');
    return ofBodies(scope, words.locals, (body) => `SELECT *, payments AS each FROM ${fileOf(body, name)}`);
  }
  const isOfMonths =
    department === undefined && category === undefined && (group === 'body' || group === 'month');
  const conditions = [
    scope.bodies.length === view.bodies.length ? '' : `body IN (${scope.bodies.join(', ')})`,
    monthsIn(scope.asked),
    department === undefined ? '' : `department IN (${department.ids.join(', ')})`,
    category === undefined ? '' : `category IN (${category.ids.join(', ')})`,
  ];
  const isOfDepartments = category === undefined && group !== 'category';
  const isOfCategories = department === undefined && group !== 'department';
  const file = isOfMonths
    ? 'months'
    : isOfDepartments
      ? 'cube-of-department'
      : isOfCategories
        ? 'cube-of-category'
        : 'cube';
  return `SELECT * FROM ${fileOf(view, file)}${where(conditions)}`;
}

/** Of one supplier: its months across bodies where that is enough, else its payments. */
function ofSupplier(scope: Scope, { rank, payers }: NonNullable<Scope['supplier']>, group: Group): string {
  const { view, bodies, department, category, tellings } = scope;
  const isOfMonths =
    [department, category, tellings].every((each) => each === undefined) &&
    bodies.length === view.bodies.length;
  if (isOfMonths && group === 'month')
    return `SELECT * FROM ${fileOf(view, 'by-supplier')}${where([`rank = ${rank}`, monthsIn(scope.asked)])}`;
  const localsOf = (at: number) => payers.filter(({ body }) => body === at).map(({ local }) => local);
  const rows = ofBodies(scope, payers, (body, at) => {
    const file = fileOf(body, 'payments-by-payee');
    return `SELECT *, 1 AS each FROM ${file} WHERE rank IN (${localsOf(at).join(', ')})`;
  });
  return across(scope, rows, group);
}

/** Departments and purposes under the numbers they have across bodies, where they are asked for. */
function across({ view }: Scope, rows: string, group: Group): string {
  if (group !== 'department' && group !== 'category') return rows;
  return `SELECT sums.month, sums.pence, sums.payments, word.id AS ${group} FROM (${rows}) AS sums
    JOIN ${fileOf(view, 'words-of-bodies')} AS word
      ON word.kind = '${group}' AND word.body = sums.body AND word.local = sums.${group}`;
}

/** Sums from the files of the bodies in which something stands. */
function ofBodies(
  scope: Scope,
  locals: readonly Local[],
  from: (body: BodyView, at: number) => string,
): string {
  const here = scope.bodies.filter((at) => locals.some(({ body }) => body === at));
  const parts = here.flatMap((at) => {
    const body = scope.view.bodies[at];
    const narrowed = narrowedIn(scope, at);
    if (body === undefined || narrowed === undefined) return [];
    return [
      `SELECT ${at}::SMALLINT AS body, month, department, category, rank, pence, each AS payments
       FROM (${from(body, at)})${where(narrowed)}`,
    ];
  });
  return parts.length === 0 ? nothing : parts.join(' UNION ALL ');
}

const nothing =
  'SELECT 0::SMALLINT AS body, 0 AS month, 0 AS department, 0 AS category, 0 AS rank, 0::BIGINT AS pence, 0 AS payments WHERE false';

/** By what the payments of one body are narrowed down, supplier apart; undefined where it has none such. */
export function narrowedIn(
  { asked, department, category, tellings }: Pick<Scope, 'asked' | 'department' | 'category' | 'tellings'>,
  body: number,
): readonly string[] | undefined {
  const of = (locals: readonly Local[] | undefined, column: string): string | undefined => {
    if (locals === undefined) return '';
    const here = locals.filter((each: Local) => each.body === body).map(({ local }) => local);
    return here.length === 0 ? undefined : `${column} IN (${here.join(', ')})`;
  };
  const conditions = [
    monthsIn(asked),
    of(department?.locals, 'department'),
    of(category?.locals, 'category'),
    of(tellings, 'telling'),
  ];
  return conditions.some((each) => each === undefined) ? undefined : conditions.map((each) => each ?? '');
}

/** All of these conditions at once; nothing where there are none. */
export function where(conditions: readonly string[]): string {
  const given = conditions.filter((condition) => condition !== '');
  return given.length === 0 ? '' : ` WHERE ${given.join(' AND ')}`;
}
