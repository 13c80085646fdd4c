import type { Sql } from '#platform/db';
import type { AsOf } from '../domain/dated.ts';
import { find } from '../domain/find.ts';
import { successorsOf } from '../domain/succession.ts';
import { listNames } from '../store/bodies.ts';
import { listSuccessions } from '../store/successions.ts';
import type { RegisterTables } from '../store/tables.ts';
import { everyBody } from './bodies.ts';
import { placesOn } from './places.ts';

export type FoundThing = Readonly<{
  kind: 'body' | 'place';
  id: string;
  /** The name it goes by on the day. */
  name: string;
  /** The name that was found, where it is another: a former or a shorter one. */
  alsoKnownAs: string | undefined;
  /** For a body that no longer exists: who stands in its place. */
  now: readonly Readonly<{ id: string; name: string }>[];
  score: number;
}>;

/** Finds a council or a place by any name it has or had. At most ten, best first; bodies before places of one rank. */
export async function search(sql: Sql, query: string, asOf: AsOf): Promise<readonly FoundThing[]> {
  const bodies = await everyBody(sql, asOf);
  const names = await listNames(sql);
  const links = await listSuccessions(sql);
  const places = await placesOn(sql, asOf);
  const placeNames = await sql
    .tables<RegisterTables>()
    .selectFrom('register.place_name')
    .select(['place_id', 'name'])
    .where('replaced_on', 'is', null)
    .execute();

  const candidates = [
    ...bodies.map((body) => ({
      kind: 'body' as const,
      id: body.id,
      name: body.name,
      names: [
        body.name,
        ...names
          .filter(({ bodyId, replacedOn }) => bodyId === body.id && replacedOn === undefined)
          .map(({ name }) => name),
      ],
      now: body.exists
        ? []
        : bodies.filter(({ id }) => id !== body.id && successorsOf(body.id, asOf.on, links).includes(id)),
    })),
    ...places.map((place) => ({
      kind: 'place' as const,
      id: place.id,
      name: place.name,
      names: [
        place.name,
        ...placeNames.filter(({ place_id }) => place_id === place.id).map(({ name }) => name),
      ],
      now: [],
    })),
  ];
  return find(query, candidates).map(({ found, matched, score }) => ({
    kind: found.kind,
    id: found.id,
    name: found.name,
    alsoKnownAs: matched === found.name ? undefined : matched,
    now: found.now.map(({ id, name }) => ({ id, name })),
    score,
  }));
}
