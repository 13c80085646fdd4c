import type { Group } from '../../domain/explore/asked.ts';
import { type BodyView, fileOf } from '../../store/views/view-paths.ts';
import { type Local, monthsIn, type Scope, type Words } from './scope.ts';

/**
 * The sums from which an answer is put together, as a question of its own: `pence`, `payments`, `month` and what they are put
 * together by. The file is chosen that is sorted by what narrows the payments most, so that little of it is read. Suppliers
 * go by the number they have in the view of their body, which is given as `body`; departments and purposes by the one they
 * have across bodies.
 */
export function rowsIn(scope: Scope, group: Group): string {
  const { view, supplier, department, category, tellings } = scope;
  if (supplier !== undefined) return ofSupplier(scope, supplier, group);
  if (group === 'supplier') {
    const [name, words] =
      tellings !== undefined
        ? ['by-telling', tellings]
        : department === undefined
          ? ['by-category', category]
          : ['by-department', department];
    if (words === undefined) throw new Error('Suppliers whom nothing narrows down have files of their own');
    return ofBodies(scope, words.locals, (body) => fileOf(body, name));
  }
  if (tellings !== undefined)
    return `SELECT * FROM ${fileOf(view, 'cube-of-telling')}${where(narrowedAcross(scope))}`;
  const isOfMonths =
    department === undefined && category === undefined && (group === 'body' || group === 'month');
  const isOfDepartments = category === undefined && group !== 'category';
  const isOfCategories = department === undefined && group !== 'department';
  const file = isOfMonths
    ? 'months'
    : isOfDepartments
      ? 'cube-of-department'
      : isOfCategories
        ? 'cube-of-category'
        : 'cube';
  return `SELECT * FROM ${fileOf(view, file)}${where(narrowedAcross(scope))}`;
}

/** Of one supplier: its months across bodies where that is enough, else its payments. */
function ofSupplier(scope: Scope, { rank }: NonNullable<Scope['supplier']>, group: Group): string {
  const { view, bodies, department, category, tellings } = scope;
  const isOfMonths =
    [department, category, tellings].every((each) => each === undefined) &&
    bodies.length === view.bodies.length;
  if (isOfMonths && group === 'month')
    return `SELECT * FROM ${fileOf(view, 'by-supplier')}${where([`rank = ${rank}`, monthsIn(scope.asked)])}`;
  return `SELECT body, month, department, category, rank, pence, 1 AS payments
    FROM ${fileOf(view, 'payments-by-supplier')}${where([`supplier_rank = ${rank}`, ...narrowedAcross(scope)])}`;
}

/** By what payments are narrowed down, supplier apart, in files across bodies that know things under one number each. */
export function narrowedAcross({
  view,
  asked,
  bodies,
  department,
  category,
  tellings,
}: Scope): readonly string[] {
  const of = (words: Words | undefined, column: string) =>
    words === undefined ? '' : `${column} IN (${words.ids.join(', ')})`;
  return [
    bodies.length === view.bodies.length ? '' : `body IN (${bodies.join(', ')})`,
    monthsIn(asked),
    of(department, 'department'),
    of(category, 'category'),
    of(tellings, 'telling'),
  ];
}

/** Sums from the files of the bodies in which something stands. */
function ofBodies(scope: Scope, locals: readonly Local[], from: (body: BodyView) => string): string {
  const here = scope.bodies.filter((at) => locals.some(({ body }) => body === at));
  const parts = here.flatMap((at) => {
    const body = scope.view.bodies[at];
    const narrowed = narrowedIn(scope, at);
    if (body === undefined || narrowed === undefined) return [];
    return [
      `SELECT ${at}::SMALLINT AS body, month, department, category, rank, pence, payments
       FROM ${from(body)}${where(narrowed)}`,
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
  const of = (words: Words | undefined, column: string): string | undefined => {
    if (words === undefined) return '';
    const here = words.locals.filter((each: Local) => each.body === body).map(({ local }) => local);
    return here.length === 0 ? undefined : `${column} IN (${here.join(', ')})`;
  };
  const conditions = [
    monthsIn(asked),
    of(department, 'department'),
    of(category, 'category'),
    of(tellings, 'telling'),
  ];
  return conditions.some((each) => each === undefined) ? undefined : conditions.map((each) => each ?? '');
}

/** All of these conditions at once; nothing where there are none. */
export function where(conditions: readonly string[]): string {
  const given = conditions.filter((condition) => condition !== '');
  return given.length === 0 ? '' : ` WHERE ${given.join(' AND ')}`;
}
