import type { Analytics } from '#platform/analytics';
import type { PaymentsAsked } from '../../domain/explore/asked.ts';
import { keptOfView } from './kept-of-view.ts';
import { searched } from '../../domain/explore/asked.ts';
import { type Month, spanOf, undated } from '../../domain/explore/month.ts';
import { type AllView, fileOf } from '../../store/views/view-paths.ts';

/** The payments asked for, by the numbers under which the views know what was named. */
export type Scope = Readonly<{
  view: AllView;
  /** With what stands for payments without a day whose release lies wholly in the months asked for. */
  asked: PaymentsAsked & Readonly<{ somedays?: readonly Month[] }>;
  /** The places of the bodies in the list of the view: all of them, or the one asked for. */
  bodies: readonly number[];
  department: Words | undefined;
  category: Words | undefined;
  supplier: Readonly<{ rank: number; payers: readonly Local[] }> | undefined;
  /** What the payments of each body are told to be for, where that holds the words asked for. */
  tellings: Words | undefined;
}>;
/** Departments, purposes or what payments are told to be for: under the numbers they have across bodies, and those that each body’s view has for them. */
export type Words = Readonly<{ ids: readonly number[]; locals: readonly Local[] }>;
/** The number under which the view of one body knows a thing. */
export type Local = Readonly<{ body: number; local: number }>;

/** Finds what was named; undefined where something that was named is nowhere in these views, so that no payment is asked for. */
export async function scopeOf(
  { ask }: Pick<Analytics, 'ask'>,
  view: AllView,
  asked: PaymentsAsked,
): Promise<Scope | undefined> {
  const at = view.bodies.findIndex(({ bodyId }) => bodyId === asked.bodyId);
  if (view.bodies.length === 0 || (asked.bodyId !== undefined && at < 0)) return undefined;
  const bodies = asked.bodyId === undefined ? view.bodies.map((_, index) => index) : [at];
  const [department, category, supplier, tellings, somedays] = await Promise.all([
    asked.department === undefined ? undefined : wordsOf('department', 'name = $1', [asked.department]),
    asked.category === undefined ? undefined : wordsOf('category', 'name = $1', [asked.category]),
    asked.supplier === undefined ? undefined : supplierOf(asked.supplier),
    tellingsOf(searched(asked.words ?? '')),
    somedaysIn({ ask }, view, asked),
  ]);
  const isMissing =
    department?.ids.length === 0 ||
    category?.ids.length === 0 ||
    tellings?.ids.length === 0 ||
    (asked.supplier !== undefined && supplier === undefined);
  return isMissing
    ? undefined
    : { view, asked: { ...asked, somedays }, bodies, department, category, supplier, tellings };

  async function tellingsOf(words: readonly string[]): Promise<Words | undefined> {
    if (words.length === 0) return (asked.words ?? '') === '' ? undefined : { ids: [], locals: [] };
    const conditions = words.map((_, index) => `contains(told, $${index + 1})`).join(' AND ');
    return knownAs(
      await ask<Local & { id: number }>(
        `SELECT id, body, local FROM ${fileOf(view, 'tellings')} WHERE body IN (${bodies.join(', ')}) AND ${conditions}`,
        words,
      ),
    );
  }

  async function wordsOf(kind: string, condition: string, parameters: readonly string[]): Promise<Words> {
    return knownAs(
      await ask<Local & { id: number }>(
        `SELECT id, body, local FROM ${fileOf(view, 'words-of-bodies')} WHERE kind = '${kind}' AND ${condition} ORDER BY id, body`,
        parameters,
      ),
    );
  }

  async function supplierOf(payee: string) {
    const rank = await rankOf({ ask }, view, payee);
    if (rank === undefined) return undefined;
    const payers = await ask<Local>(
      `SELECT body, local FROM ${fileOf(view, 'payers')} WHERE rank = ${rank} ORDER BY body`,
    );
    return { rank, payers };
  }
}

const knownAs = (locals: readonly (Local & Readonly<{ id: number }>)[]): Words => ({
  ids: [...new Set(locals.map(({ id }) => id))],
  locals,
});

/** The number of a supplier among all of them; undefined where nobody paid one of this name. */
export async function rankOf(
  { ask }: Pick<Analytics, 'ask'>,
  view: AllView,
  payee: string,
): Promise<number | undefined> {
  if (view.bodies.length === 0) return undefined;
  const [found] = await ask<{ rank: number }>(
    `SELECT rank FROM ${fileOf(view, 'suppliers-by-name')} WHERE payee = $1`,
    [payee],
  );
  return found?.rank;
}

/** What stands for payments without a day whose release lies wholly in the months asked for. */
async function somedaysIn(
  { ask }: Pick<Analytics, 'ask'>,
  view: AllView,
  { from, to }: Pick<PaymentsAsked, 'from' | 'to'>,
): Promise<readonly Month[]> {
  if (from === undefined && to === undefined) return [];
  const all = await keptOfView(view, 'somedays', () =>
    ask<{ month: Month }>(`SELECT DISTINCT month FROM ${fileOf(view, 'months')} WHERE month < 0 ORDER BY 1`),
  );
  return all.flatMap(({ month }) => {
    const span = spanOf(month);
    return span !== undefined && span.from >= (from ?? undated) && span.to <= (to ?? Infinity) ? [month] : [];
  });
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
