import { remembered, type Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { AsOf } from '../domain/dated.ts';
import { countOn, type Deprivation, type PlaceCount, type PlaceKind } from '../domain/place.ts';
import { isTrueAsOf } from '../store/as-of.ts';
import { listCounts, listDeprivation } from '../store/places.ts';
import type { RegisterTables } from '../store/tables.ts';
import { type BodyLine, everyBody } from './bodies.ts';

/** A place in a list, under the name it goes by on the day. */
export type PlaceLine = Readonly<{
  id: string;
  name: string;
  kind: PlaceKind;
  gss: string;
  parent: string | undefined;
  /** The latest estimate not dated after the day; it says which one it is. */
  population: PlaceCount | undefined;
  households: PlaceCount | undefined;
  /** The latest index of a year not after the day's. */
  deprivation: Deprivation | undefined;
}>;

/** The places of the register on a day, or those of these ids: counties, then all others by name. */
export async function placesOn(sql: Sql, asOf: AsOf, ids?: readonly string[]): Promise<readonly PlaceLine[]> {
  if (ids?.length === 0) return [];
  const every = `register.places ${asOf.on} ${asOf.knownOn ?? ''}`;
  return ids === undefined ? remembered(sql, every, () => readPlaces(sql, asOf)) : readPlaces(sql, asOf, ids);
}

async function readPlaces(sql: Sql, asOf: AsOf, ids?: readonly string[]): Promise<readonly PlaceLine[]> {
  const { rows } = await raw<{
    id: string;
    name: string | null;
    kind: PlaceKind;
    gss: string;
    parent: string | null;
  }>`
    select place.id, place.kind, place.gss, place.parent, named.name
    from register.place
    left join lateral (
      select name from register.place_name as named
      where named.place_id = place.id and ${isTrueAsOf('named', asOf)}
      order by valid_from desc nulls last limit 1
    ) as named on true
    where ${ids === undefined ? raw`true` : raw`place.id = any(${ids})`}
    order by place.kind <> 'county', named.name`.execute(sql.tables<RegisterTables>());
  const counts = await listCounts(sql, ids);
  const deprivation = await listDeprivation(sql, ids);
  return rows.map((row) => {
    const own = counts.filter(({ placeId }) => placeId === row.id);
    return {
      id: row.id,
      name: row.name ?? row.id,
      kind: row.kind,
      gss: row.gss,
      parent: row.parent ?? undefined,
      population: countOn(own, 'population', asOf.on),
      households: countOn(own, 'households', asOf.on),
      deprivation: deprivation.findLast(
        ({ placeId, year }) => placeId === row.id && String(year) <= asOf.on.slice(0, 4),
      ),
    };
  });
}

/** The places a body serves on a day. */
export async function placesServed(sql: Sql, bodyId: string, asOf: AsOf): Promise<readonly PlaceLine[]> {
  const served = await servedOn(sql, asOf);
  const ids = served.filter((each) => each.bodyId === bodyId).map(({ placeId }) => placeId);
  return placesOn(sql, asOf, ids);
}

/** A place with those it lies in, and the bodies that serve any of them on a day: what concerns whoever lives there. */
export async function areaOf(
  sql: Sql,
  placeId: string,
  asOf: AsOf,
): Promise<Readonly<{ placeIds: readonly string[]; bodyIds: readonly string[] }>> {
  const [places, served] = await Promise.all([
    sql.tables<RegisterTables>().selectFrom('register.place').select(['id', 'parent']).execute(),
    servedOn(sql, asOf),
  ]);
  const parents = new Map(places.map(({ id, parent }) => [id, parent]));
  const placeIds: string[] = [];
  for (let at: string | null = placeId; at !== null && parents.has(at); at = parents.get(at) ?? null)
    placeIds.push(at);
  const bodyIds = served.filter((each) => placeIds.includes(each.placeId)).map(({ bodyId }) => bodyId);
  return { placeIds, bodyIds: [...new Set(bodyIds)] };
}

/** The places of the register that touch each of its places. */
export const neighboursOfEach = (sql: Sql): Promise<ReadonlyMap<string, readonly string[]>> =>
  remembered(sql, 'register.neighbours', () => readNeighbours(sql));

async function readNeighbours(sql: Sql): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.place_neighbour')
    .select(['place_id', 'neighbour_id'])
    .where('neighbour_id', 'is not', null)
    .orderBy('neighbour_id')
    .execute();
  const touching = new Map<string, string[]>();
  for (const { place_id, neighbour_id } of rows)
    if (neighbour_id !== null) touching.set(place_id, [...(touching.get(place_id) ?? []), neighbour_id]);
  return touching;
}

export type PlacePage = Readonly<{
  place: PlaceLine;
  otherNames: readonly Readonly<{ name: string; from: IsoDate | undefined; until: IsoDate | undefined }>[];
  within: PlaceLine | undefined;
  parts: readonly PlaceLine[];
  /** Who serves it on the day; also those who serve the place it lies in. */
  servedBy: readonly BodyLine[];
  servedByWithin: readonly BodyLine[];
  neighbours: readonly Readonly<{ gss: string; name: string; id: string | undefined }>[];
  /** Every figure held, with its date and source. */
  counts: readonly PlaceCount[];
  deprivation: readonly Deprivation[];
}>;

/** Everything true of one place on a day. */
export async function placePage(sql: Sql, placeId: string, asOf: AsOf): Promise<PlacePage | undefined> {
  const tables = sql.tables<RegisterTables>();
  const [places, served, everyone, names, neighbours, counts, deprivation] = await Promise.all([
    placesOn(sql, asOf),
    servedOn(sql, asOf),
    everyBody(sql, asOf),
    tables
      .selectFrom('register.place_name')
      .select(['name', 'valid_from', 'valid_until'])
      .where('place_id', '=', placeId)
      .where('replaced_on', 'is', null)
      .orderBy('valid_from')
      .execute(),
    tables
      .selectFrom('register.place_neighbour')
      .select(['neighbour_gss', 'neighbour_name', 'neighbour_id'])
      .where('place_id', '=', placeId)
      .execute(),
    listCounts(sql, [placeId]),
    listDeprivation(sql, [placeId]),
  ]);
  const place = places.find(({ id }) => id === placeId);
  if (place === undefined) return undefined;
  const bodies = everyone.filter(({ exists }) => exists);
  const serving = (id: string | undefined) =>
    bodies.filter((body) => served.some((each) => each.bodyId === body.id && each.placeId === id));
  return {
    place,
    otherNames: names
      .filter(({ name }) => name !== place.name)
      .map((row) => ({
        name: row.name,
        from: row.valid_from ?? undefined,
        until: row.valid_until ?? undefined,
      })),
    within: places.find(({ id }) => id === place.parent),
    parts: places.filter(({ parent }) => parent === placeId),
    servedBy: serving(placeId),
    servedByWithin: serving(place.parent),
    neighbours: neighbours
      .map((row) => ({
        gss: row.neighbour_gss,
        name: places.find(({ id }) => id === row.neighbour_id)?.name ?? row.neighbour_name,
        id: row.neighbour_id ?? undefined,
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    counts,
    deprivation,
  };
}

type Served = readonly Readonly<{ bodyId: string; placeId: string }>[];

const servedOn = (sql: Sql, { on }: AsOf): Promise<Served> =>
  remembered(sql, `register.served ${on}`, () => readServed(sql, on));

async function readServed(sql: Sql, on: IsoDate): Promise<Served> {
  const { rows } = await raw<{ body_id: string; place_id: string }>`
    select body_id, place_id from register.body_place
    where (valid_from is null or valid_from <= ${on}) and (valid_until is null or valid_until > ${on})`.execute(
    sql.tables<RegisterTables>(),
  );
  return rows.map((row) => ({ bodyId: row.body_id, placeId: row.place_id }));
}
