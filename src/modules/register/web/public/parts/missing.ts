import type { Sql } from '#platform/db';
import { notFound, redirect, type Reply, type Visit } from '#platform/http';
import { clip, normaliseTyped } from '#platform/kernel';
import { search } from '../../../queries/search.ts';

/** What to say of an id that nothing in the register has. The id is a reader's typing: shortened and tidied. */
export const noSuch = (what: 'body' | 'place', id: string | undefined): string =>
  `There is no ${what} with the address “${clip(normaliseTyped(id ?? ''), 60)}” in the register.`;

/**
 * The answer for an address that nothing has: on to the one thing that goes by that name, `/bodies/shepway` to Folkestone
 * and Hythe, or a page that says what was not found.
 */
export async function elsewhere(
  sql: Sql,
  what: 'body' | 'place',
  id: string | undefined,
  visit: Visit,
): Promise<Reply> {
  const hits = await search(sql, (id ?? '').replaceAll('-', ' '), { on: visit.today });
  const exact = hits.filter(({ kind, score }) => kind === what && score === 100);
  const [only] = exact;
  if (only === undefined || exact.length > 1 || only.id === id) return notFound(noSuch(what, id));
  return redirect(`/${what === 'body' ? 'bodies' : 'places'}/${only.id}`);
}
