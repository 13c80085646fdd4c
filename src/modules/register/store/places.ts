import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Provenance } from '../domain/certainty.ts';
import type { Dated } from '../domain/dated.ts';
import type { Deprivation, PlaceCount, PlaceKind } from '../domain/place.ts';
import { datedColumns, provenanceFrom } from './dated-columns.ts';
import type { RegisterTables } from './tables.ts';

export type NewPlace = Readonly<{
  id: string;
  kind: PlaceKind;
  gss: string;
  parent: string | undefined;
  names: readonly (Pick<Dated, 'from' | 'until'> & Provenance & Readonly<{ name: string }>)[];
  counts: readonly PlaceCount[];
  deprivation: readonly Deprivation[];
  neighbours: readonly Readonly<{ gss: string; name: string; id: string | undefined }>[];
}>;

/** Adds places with all that is known of them; a parent must come before its parts. */
export async function insertPlaces(
  sql: Sql,
  places: readonly NewPlace[],
  recordedOn: IsoDate,
): Promise<void> {
  if (places.length === 0) return;
  const tables = sql.tables<RegisterTables>();
  await tables
    .insertInto('register.place')
    .values(
      places.map(({ id, kind, gss, parent }) => ({
        id,
        kind,
        gss,
        parent: parent ?? null,
        recorded_on: recordedOn,
      })),
    )
    .execute();
  await tables
    .insertInto('register.place_name')
    .values(
      places.flatMap(({ id, names }) =>
        names.map((each) => ({
          place_id: id,
          name: each.name,
          source: each.source,
          certainty: each.certainty,
          ...datedColumns(each, recordedOn),
        })),
      ),
    )
    .execute();
  const counts = places.flatMap((place) => place.counts.map(countRow));
  if (counts.length > 0) await tables.insertInto('register.place_count').values(counts).execute();
  const deprivation = places.flatMap((place) => place.deprivation.map(deprivationRow));
  if (deprivation.length > 0)
    await tables.insertInto('register.place_deprivation').values(deprivation).execute();
  const neighbours = places.flatMap(({ id, neighbours }) =>
    neighbours.map((each) => ({
      place_id: id,
      neighbour_gss: each.gss,
      neighbour_name: each.name,
      neighbour_id: each.id ?? null,
    })),
  );
  if (neighbours.length > 0) await tables.insertInto('register.place_neighbour').values(neighbours).execute();
}

/** Every count of people and households held of these places, or of all, the earliest first. */
export async function listCounts(sql: Sql, placeIds?: readonly string[]): Promise<readonly PlaceCount[]> {
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.place_count')
    .selectAll()
    .$if(placeIds !== undefined, (query) => query.where('place_id', 'in', [...(placeIds ?? [])]))
    .orderBy('place_id')
    .orderBy('measure')
    .orderBy('as_at')
    .execute();
  return rows.map((row) => ({
    placeId: row.place_id,
    measure: row.measure === 'population' ? 'population' : 'households',
    asAt: row.as_at,
    count: row.count,
    nearest: row.nearest,
    licence: row.licence,
    ...provenanceFrom(row),
  }));
}

/** Every index of deprivation held of these places, or of all, the earliest year first. */
export async function listDeprivation(
  sql: Sql,
  placeIds?: readonly string[],
): Promise<readonly Deprivation[]> {
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.place_deprivation')
    .selectAll()
    .$if(placeIds !== undefined, (query) => query.where('place_id', 'in', [...(placeIds ?? [])]))
    .orderBy('place_id')
    .orderBy('year')
    .execute();
  return rows.map((row) => ({
    placeId: row.place_id,
    year: row.year,
    score: row.score,
    extent: row.extent,
    mostDeprivedTenth: row.most_deprived_tenth,
    rank: row.rank,
    of: row.out_of,
    basis: row.basis === 'official' ? 'official' : 'aggregate',
    licence: row.licence,
    ...provenanceFrom(row),
  }));
}

/** Says which bodies serve which places; what is said already stays. */
export async function insertServed(
  sql: Sql,
  served: readonly Readonly<{
    bodyId: string;
    placeId: string;
    from: IsoDate | undefined;
    until: IsoDate | undefined;
  }>[],
  recordedOn: IsoDate,
): Promise<void> {
  if (served.length === 0) return;
  await sql
    .tables<RegisterTables>()
    .insertInto('register.body_place')
    .values(
      served.map(({ bodyId, placeId, from, until }) => ({
        body_id: bodyId,
        place_id: placeId,
        ...datedColumns({ from, until }, recordedOn),
      })),
    )
    .onConflict((conflict) => conflict.columns(['body_id', 'place_id']).doNothing())
    .execute();
}

const countRow = (each: PlaceCount) => ({
  place_id: each.placeId,
  measure: each.measure,
  as_at: each.asAt,
  count: each.count,
  nearest: each.nearest,
  source: each.source,
  licence: each.licence,
  certainty: each.certainty,
});

const deprivationRow = (each: Deprivation) => ({
  place_id: each.placeId,
  year: each.year,
  score: each.score,
  extent: each.extent,
  most_deprived_tenth: each.mostDeprivedTenth,
  rank: each.rank,
  out_of: each.of,
  basis: each.basis,
  source: each.source,
  licence: each.licence,
  certainty: each.certainty,
});
