import { remembered, type Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { type BodyLine, everyBody, type PlaceLine, placesOn } from '#modules/register';
import type { Going } from '../../domain/series/going.ts';
import type { Series } from '../../domain/series/series.ts';
import { listComparisonAreas } from '../../store/comparison-areas.ts';

/** What bodies, places and areas to compare with are called on a day. */
export type Names = Readonly<{
  bodies: readonly BodyLine[];
  places: readonly PlaceLine[];
  body(id: string): string;
  place(id: string): string;
  /** The area of a reading: a place where the series is true of everybody, a body where it is one body’s own. */
  area(series: Pick<Series, 'concerns'>, areaId: string): string;
  /** Whether an area lies outside the register, so that its figures are there to compare with and nobody here answers for it. */
  isOutside(areaId: string): boolean;
}>;

export const namesOn = (sql: Sql, on: IsoDate): Promise<Names> =>
  remembered(sql, `agreements.names ${on}`, () => readNames(sql, on));

async function readNames(sql: Sql, on: IsoDate): Promise<Names> {
  const [bodies, places, outside] = await Promise.all([
    everyBody(sql, { on }),
    placesOn(sql, { on }),
    listComparisonAreas(sql),
  ]);
  const [bodyNames, placeNames, otherNames] = [bodies, places, outside].map(
    (list) => new Map(list.map(({ id, name }) => [id, name])),
  );
  const body = (id: string) => bodyNames?.get(id) ?? id;
  const place = (id: string) => placeNames?.get(id) ?? otherNames?.get(id) ?? bodyNames?.get(id) ?? id;
  return {
    bodies,
    places,
    body,
    place,
    area: ({ concerns }, areaId) =>
      concerns === 'performance' ? (bodyNames?.get(areaId) ?? place(areaId)) : place(areaId),
    isOutside: (areaId) => !(placeNames?.has(areaId) ?? false) && !(bodyNames?.has(areaId) ?? false),
  };
}

/** Who answers for how a series goes: whoever leads on its target, else whoever brings its readings. */
export const answersFor = ({ target, owner }: Pick<Going, 'target' | 'owner'>): string | undefined =>
  target?.standing.inForce?.version.leadBody ?? owner?.bodyId;

/** The bodies that agreed to the target in force, the one that leads first; none where it binds nobody. */
export function agreedBy({ target }: Pick<Going, 'target'>): readonly string[] {
  const version = target?.standing.inForce?.version;
  if (version === undefined) return [];
  const leads = (bodyId: string) => (bodyId === version.leadBody ? 0 : 1);
  return version.partners.toSorted((a, b) => leads(a) - leads(b));
}
