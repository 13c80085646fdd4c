import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Body, BodyKind, BodyName, Tier } from '../domain/body.ts';
import { datedColumns, datedFrom, provenanceFrom } from './dated-columns.ts';
import type { RegisterTables } from './tables.ts';

/** Undefined where the register never had it. */
export async function findBody(sql: Sql, id: string): Promise<Body | undefined> {
  const [body] = await listBodies(sql, [id]);
  return body;
}

/** The bodies with these ids, or every one, by id. */
export async function listBodies(sql: Sql, ids?: readonly string[]): Promise<readonly Body[]> {
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.body')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as BodyKind,
    tier: (row.tier ?? undefined) as Tier | undefined,
    gss: row.gss ?? undefined,
    founded: row.founded ?? undefined,
    note: row.note ?? undefined,
    ...provenanceFrom(row),
  }));
}

/** Adds bodies; their names, offices and places are added apart. */
export async function insertBodies(sql: Sql, bodies: readonly Body[], recordedOn: IsoDate): Promise<void> {
  if (bodies.length === 0) return;
  await sql
    .tables<RegisterTables>()
    .insertInto('register.body')
    .values(
      bodies.map(({ id, kind, tier, gss, founded, note, source, certainty }) => ({
        id,
        kind,
        tier: tier ?? null,
        gss: gss ?? null,
        founded: founded ?? null,
        note: note ?? null,
        source,
        certainty,
        recorded_on: recordedOn,
      })),
    )
    .execute();
}

/** Every name ever recorded of these bodies, or of all, replaced ones too. */
export async function listNames(sql: Sql, bodyIds?: readonly string[]): Promise<readonly BodyName[]> {
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.body_name')
    .selectAll()
    .$if(bodyIds !== undefined, (query) => query.where('body_id', 'in', [...(bodyIds ?? [])]))
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    bodyId: row.body_id,
    name: row.name,
    usage: row.usage === 'official' ? 'official' : 'alias',
    ...datedFrom(row),
    ...provenanceFrom(row),
  }));
}

export type NewBodyName = Omit<BodyName, 'recordedOn' | 'replacedOn'>;

/** Adds names beside those there are. */
export async function insertNames(
  sql: Sql,
  names: readonly NewBodyName[],
  recordedOn: IsoDate,
): Promise<void> {
  if (names.length === 0) return;
  await sql
    .tables<RegisterTables>()
    .insertInto('register.body_name')
    .values(
      names.map((each) => ({
        body_id: each.bodyId,
        name: each.name,
        usage: each.usage,
        source: each.source,
        certainty: each.certainty,
        ...datedColumns(each, recordedOn),
      })),
    )
    .execute();
}
