import type { Sql } from '#platform/db';
import type { Followed } from '#platform/kernel';
import type { FollowServices } from './services.ts';

/** Something that can be followed, with what it is called. */
export type Named = Followed & Readonly<{ name: string }>;

type Naming = Pick<FollowServices, 'nameOf'>;

/** The names of what can be followed among these, each once; what there is not is left out. */
export async function namesOf(
  { nameOf }: Naming,
  sql: Sql,
  followed: readonly Followed[],
): Promise<readonly Named[]> {
  const named: Named[] = [];
  for (const { kind, id } of followed) {
    if (named.some((other) => other.kind === kind && other.id === id)) continue;
    const name = await nameOf(sql, { kind, id });
    if (name !== undefined) named.push({ kind, id, name });
  }
  return named;
}

/** The same for what is followed already: what has no name any more goes by its id, and is not left out. */
export const namesOrIds = (
  { nameOf }: Naming,
  sql: Sql,
  followed: readonly Followed[],
): Promise<readonly Named[]> =>
  namesOf({ nameOf: async (asked, one) => (await nameOf(asked, one)) ?? one.id }, sql, followed);
