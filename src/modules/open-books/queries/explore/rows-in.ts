import { groupBy } from '#platform/kernel';
import type { Group } from '../../domain/explore/asked.ts';
import { tableOf } from '../../store/views/view-paths.ts';
import { monthsIn, type Scope, type WordAsked, type Words } from './scope.ts';

/**
 * The sums from which an answer is put together, as a question: `body`, `month`, `pence`, `payments`, and what they are put together by.
 * The table is chosen that is sorted by what narrows the payments most, so that little of it is read.
 */
export function rowsIn(scope: Scope, group: Group): string {
  const { view, department, category } = scope;
  if (isLookedUp(scope) || group === 'supplier') return `SELECT *, 1 AS payments FROM (${paymentsOf(scope)})`;
  const isOfDepartments = category === undefined && group !== 'category';
  const isOfCategories = department === undefined && group !== 'department';
  const table =
    isOfMonths(scope) && (group === 'body' || group === 'month')
      ? 'months'
      : isOfDepartments
        ? 'cube_of_department'
        : isOfCategories
          ? 'cube_of_category'
          : 'cube';
  return `SELECT * FROM ${tableOf(view, table)}${where(narrowedIn(scope))}`;
}

/** Whether nothing is asked for but bodies and months. */
export const isOfMonths = (scope: Scope): boolean =>
  scope.department === undefined && scope.category === undefined && !isLookedUp(scope);

/** Whether the payments themselves are gone through, rather than sums of them. */
const isLookedUp = ({ told, supplier }: Scope): boolean => told !== undefined || supplier !== undefined;

/**
 * The payments asked for, of all bodies at once, as a question: `body`, the `place` among the payments of the body by day, `release`, `paid`,
 * `month`, `rank`, `department`, `category`, `pence`.
 */
export function paymentsOf(scope: Scope, condition = ''): string {
  const { view, told, supplier } = scope;
  const conditions = [...narrowedIn(scope), condition];
  if (told !== undefined)
    return waysToTell(scope, told)
      .map((way) => toldIn(scope, way, condition))
      .join(' UNION ALL ');
  const table = supplier === undefined ? 'payment_by_day' : 'payment_by_supplier';
  return `SELECT ${columns} FROM ${tableOf(view, table)}${where(conditions)}`;
}

const columns = 'body, place, release, paid, month, rank, department, category, pence';

/** How the payments of some bodies are told: with which of the words, as far as not all of theirs are, and the rarest if it is rare. */
type WayToTell = Readonly<{ bodies: readonly number[]; words: readonly WordAsked[]; rarest?: WordAsked }>;

/** Bodies whose payments are told in the same way are asked together. */
function waysToTell({ bodies }: Scope, told: readonly WordAsked[]): readonly WayToTell[] {
  const ways = bodies.map((body): WayToTell => {
    const known = ({ of }: WordAsked) => of.find((each) => each.body === body);
    const words = told
      .filter((word) => known(word)?.everywhere === false)
      .toSorted((a, b) => a.payments - b.payments);
    const rarest = words.find((word) => known(word)?.rare);
    return { bodies: [body], words, ...(rarest !== undefined && { rarest }) };
  });
  const alike = ({ words, rarest }: WayToTell) => [rarest, ...words].map((word) => word?.from).join();
  return [...groupBy(ways, alike).values()].flatMap(([way, ...others]) =>
    way === undefined ? [] : [{ ...way, bodies: [way, ...others].flatMap((each) => each.bodies) }],
  );
}

/**
 * The payments of some bodies that are told with all the words asked for: those of the rarest word, so far as they are told with the others
 * too: marks tell of common words at once, a list of texts of the others.
 */
function toldIn(scope: Scope, { bodies, words, rarest }: WayToTell, condition: string): string {
  const { view, supplier } = scope;
  const narrowed = [...narrowedIn({ ...scope, bodies }), condition];
  const withWord = ({ from, to }: WordAsked) => `token BETWEEN ${from} AND ${to}`;
  const withOthers = (others: readonly WordAsked[]) =>
    others.map((word) =>
      word.marks === undefined
        ? `telling IN (SELECT telling FROM ${tableOf(view, 'posting')} WHERE ${withWord(word)})`
        : `(marks & ${word.marks}) <> 0`,
    );
  if (supplier !== undefined || rarest === undefined)
    return `SELECT ${columns} FROM ${tableOf(view, 'payment_by_supplier')}${where([...narrowed, ...withOthers(words)])}`;
  const others = words.filter((word) => word !== rarest);
  // With two words that begin alike a payment is there twice: the first of them alone counts.
  const once = rarest.from === rarest.to ? '' : `before < ${rarest.from}`;
  return `SELECT ${columns} FROM ${tableOf(view, 'payment_by_word')}${where([
    withWord(rarest),
    once,
    ...narrowed,
    ...withOthers(others),
  ])}`;
}

/** By what payments are narrowed down, words apart. */
function narrowedIn({ view, asked, bodies, department, category, supplier }: Scope): readonly string[] {
  const of = (words: Words | undefined, column: string) =>
    words === undefined ? '' : `${column} ${among(words.ids)}`;
  return [
    bodies.length === view.bodies.length ? '' : `body ${among(bodies)}`,
    monthsIn(asked),
    of(department, 'department'),
    of(category, 'category'),
    supplier === undefined ? '' : `rank = ${supplier.rank}`,
  ];
}

/** One number is found by the least and the most of those that stand together; a list of them is not. */
export const among = (numbers: readonly number[]): string =>
  numbers.length === 1 ? `= ${numbers[0]}` : `IN (${numbers.join(', ')})`;

/** All of these conditions at once; nothing where there are none. */
export function where(conditions: readonly string[]): string {
  const given = conditions.filter((condition) => condition !== '');
  return given.length === 0 ? '' : ` WHERE ${given.join(' AND ')}`;
}
