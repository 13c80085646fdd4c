import type { Sql } from '#platform/db';
import type { Followed, IsoDate } from '#platform/kernel';
import { entriesPage } from '#platform/record';
import { consultationTitled, measuredTitled } from '#modules/agreements';
import { isTopic, thingTitled, topics } from '#modules/governance';
import { releasesTitled } from '#modules/open-books';
import { bodyOn, placesOn } from '#modules/register';

/** What something that can be followed is called on a day; undefined where there is no such thing. */
export async function nameOfFollowed(
  sql: Sql,
  { kind, id }: Followed,
  on: IsoDate,
): Promise<string | undefined> {
  switch (kind) {
    case 'bodies':
      return (await bodyOn(sql, id, { on }))?.name;
    case 'places':
      return (await placesOn(sql, { on }, [id]))[0]?.name;
    case 'topics':
      return isTopic(id) ? topics[id] : undefined;
    case 'things':
      return (
        (await thingTitled(sql, id, on)) ??
        (await consultationTitled(sql, id)) ??
        (await measuredTitled(sql, id, on)) ??
        (await releasesTitled(sql, id, on)) ??
        (await pageOfRecord(sql, id))
      );
  }
}

/** A page that has no title of its own, yet something was done to it. */
async function pageOfRecord(sql: Sql, id: string): Promise<string | undefined> {
  const { entries } = await entriesPage(sql, { limit: 1, about: { kind: 'things', id } });
  return entries.length === 0 ? undefined : `The page ${id}`;
}

/** The page that shows what is followed. */
export function pageOfFollowed({ kind, id }: Followed): string {
  switch (kind) {
    case 'bodies':
    case 'places':
      return `/${kind}/${id}`;
    case 'topics':
      return `/follow?topics=${encodeURIComponent(id)}`;
    case 'things':
      return id;
  }
}
