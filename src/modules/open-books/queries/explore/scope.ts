import type { Analytics } from '#platform/analytics';
import type { PaymentsAsked } from '../../domain/explore/asked.ts';
import { everyMonth } from './every-month.ts';
import { keptOfView } from './kept-of-view.ts';
import { searched } from '../../domain/explore/asked.ts';
import { type Month, spanOf, undated } from '../../domain/explore/month.ts';
import { normalWord } from '../../store/views/normal-word.ts';
import { type AllView, tableOf } from '../../store/views/view-paths.ts';

/** The payments asked for, by the numbers under which the views know what was named. */
export type Scope = Readonly<{
  view: AllView;
  /** With what stands for payments without a day whose release lies wholly in the months asked for. */
  asked: PaymentsAsked & Readonly<{ somedays?: readonly Month[] }>;
  /** The places of the bodies in the list of the view, of those asked for, that have everything that was named. */
  bodies: readonly number[];
  department: Words | undefined;
  category: Words | undefined;
  supplier: Readonly<{ rank: number; payers: readonly Local[] }> | undefined;
  /** The words asked for that tell some of the payments of these bodies from others; undefined where none are, or none does. */
  told: readonly WordAsked[] | undefined;
}>;
/** A department or a purpose: under the number it has across bodies, and those that each body’s view has for it. */
export type Words = Readonly<{ ids: readonly number[]; locals: readonly Local[] }>;
/** The number under which the view of one body knows a thing. */
export type Local = Readonly<{ body: number; local: number }>;
/** A word asked for. Words that begin so have numbers that follow each other. */
export type WordAsked = Readonly<{
  from: number;
  to: number;
  /** How many payments are told with them at most. */
  payments: number;
  /** The bits that stand for them in the marks of a payment; undefined where one of them has none. */
  marks: bigint | undefined;
  /** Each body that has any of them: whether all that it has are rare there, and whether all of its payments are told with one. */
  of: readonly Readonly<{ body: number; rare: boolean; everywhere: boolean }>[];
}>;

/** Finds what was named; undefined where something that was named is nowhere in these views, so that no payment is asked for. */
export async function scopeOf(
  { ask }: Pick<Analytics, 'ask'>,
  view: AllView,
  asked: PaymentsAsked,
): Promise<Scope | undefined> {
  const at = view.bodies.findIndex(({ bodyId }) => bodyId === asked.bodyId);
  if (view.bodies.length === 0 || (asked.bodyId !== undefined && at < 0)) return undefined;
  const among = asked.bodyId === undefined ? view.bodies.map((_, index) => index) : [at];
  const [department, category, supplier, told, somedays] = await Promise.all([
    known('department', asked.department, (name) => wordsOf('department', name)),
    known('category', asked.category, (name) => wordsOf('category', name)),
    known('supplier', asked.supplier, supplierOf),
    known('words', asked.words || undefined, (words) => toldOf(searched(words))),
    somedaysIn({ ask }, view, asked),
  ]);
  if (asked.supplier !== undefined && supplier === undefined) return undefined;
  const having: readonly (readonly Readonly<{ body: number }>[])[] = [
    ...[department, category].flatMap((words) => (words === undefined ? [] : [words.locals])),
    ...(supplier === undefined ? [] : [supplier.payers]),
    ...(told ?? []).map(({ of }) => of),
  ];
  const bodies = among.filter((body) => having.every((some) => some.some((each) => each.body === body)));
  if (bodies.length === 0) return undefined;
  const telling = told?.filter(({ of }) =>
    of.some(({ body, everywhere }) => !everywhere && bodies.includes(body)),
  );
  return {
    view,
    asked: { ...asked, somedays },
    bodies,
    department,
    category,
    supplier,
    told: telling?.length === 0 ? undefined : telling,
  };

  /** What a view knows of a name. */
  async function known<Known>(
    kind: string,
    name: string | undefined,
    find: (name: string) => Promise<Known>,
  ) {
    return name === undefined ? undefined : keptOfView(view, `${kind} ${name}`, () => find(name));
  }

  async function toldOf(words: readonly string[]): Promise<readonly WordAsked[]> {
    if (words.length === 0) return [{ from: 0, to: 0, payments: 0, marks: undefined, of: [] }];
    const parts = words.map(
      (_, word) =>
        `SELECT ${word} AS word, body, min(id) AS "from", max(id) AS "to", bool_and(is_rare) AS rare, sum(payments)::DOUBLE AS payments, bool_or(is_everywhere) AS everywhere,
           CASE WHEN bool_and(mark IS NOT NULL) THEN bit_or(mark) END AS marks
         FROM ${tableOf(view, 'told_token')} WHERE token >= $${2 * word + 1} AND token < $${2 * word + 2} GROUP BY body`,
    );
    type OfBody = WordAsked['of'][number] &
      Pick<WordAsked, 'from' | 'to' | 'payments'> & { word: number; marks: bigint | null };
    const found = await ask<OfBody>(parts.join(' UNION ALL '), words.flatMap(begunSo));
    return words.map((_, word) => {
      const of = found.filter((each) => each.word === word);
      return {
        from: Math.min(...of.map(({ from }) => from)),
        to: Math.max(...of.map(({ to }) => to)),
        payments: of.reduce((sum, { payments }) => sum + payments, 0),
        marks: of.some(({ marks }) => marks === null)
          ? undefined
          : of.reduce((all, { marks }) => all | (marks ?? 0n), 0n),
        of,
      };
    });
  }

  async function wordsOf(kind: string, name: string): Promise<Words> {
    const locals = await ask<Local & { id: number }>(
      `SELECT id, body, local FROM ${tableOf(view, 'word_of_body')} WHERE kind = '${kind}' AND normal = ${normalWord('$1')} ORDER BY id, body`,
      [name],
    );
    return { ids: [...new Set(locals.map(({ id }) => id))], locals };
  }

  async function supplierOf(payee: string) {
    const rank = await rankOf({ ask }, view, payee);
    if (rank === undefined) return undefined;
    const payers = await ask<Local>(
      `SELECT body, local FROM ${tableOf(view, 'payer')} WHERE rank = ${rank} ORDER BY body, local`,
    );
    return { rank, payers };
  }
}

/** Between what the words stand that begin so. */
export const begunSo = (word: string): readonly [from: string, before: string] => [word, `${word}\u{10FFFF}`];

/** The number of a supplier among all of them; undefined where nobody paid one of this name. */
export async function rankOf(
  { ask }: Pick<Analytics, 'ask'>,
  view: AllView,
  payee: string,
): Promise<number | undefined> {
  if (view.bodies.length === 0) return undefined;
  const [found] = await ask<{ rank: number }>(
    `SELECT rank FROM ${tableOf(view, 'supplier_by_name')} WHERE payee = $1`,
    [payee],
  );
  return found?.rank;
}

/** What stands for payments without a day whose release lies wholly in the months asked for. */
async function somedaysIn(
  asks: Pick<Analytics, 'ask'>,
  view: AllView,
  { from, to }: Pick<PaymentsAsked, 'from' | 'to'>,
): Promise<readonly Month[]> {
  if ((from === undefined && to === undefined) || view.bodies.length === 0) return [];
  const found = (await everyMonth(asks, view)).flatMap(({ month }) => {
    const span = spanOf(month);
    return span !== undefined && span.from >= (from ?? undated) && span.to <= (to ?? Infinity) ? [month] : [];
  });
  return [...new Set(found)].toSorted((a, b) => a - b);
}

/** The months asked for, as a condition; empty where any will do. */
export function monthsIn({
  from,
  to,
  somedays = [],
}: Pick<Scope['asked'], 'from' | 'to' | 'somedays'>): string {
  if (from === undefined && to === undefined) return '';
  const dated = [`month >= ${from ?? 1}`, to !== undefined && `month <= ${to}`]
    .filter((bound) => bound !== false)
    .join(' AND ');
  return somedays.length === 0 ? dated : `((${dated}) OR month IN (${somedays.join(', ')}))`;
}

/** Whether a month is one of those. */
export const isInMonths = ({ from, to, somedays = [] }: Scope['asked'], month: Month): boolean =>
  (from === undefined && to === undefined) ||
  (month >= (from ?? 1) && month <= (to ?? Infinity)) ||
  somedays.includes(month);
