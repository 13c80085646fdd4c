import { remembered, type Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { BodyKind, Tier } from '../domain/body.ts';
import type { AsOf } from '../domain/dated.ts';
import { isTrueAsOf } from '../store/as-of.ts';
import type { RegisterTables } from '../store/tables.ts';

/** A body in a list, under the name it goes by on the day, or went by last. */
export type BodyLine = Readonly<{
  id: string;
  name: string;
  kind: BodyKind;
  tier: Tier | undefined;
  gss: string | undefined;
  founded: IsoDate | undefined;
  /** The first day on which it no longer exists. */
  ended: IsoDate | undefined;
  exists: boolean;
}>;

/** Every body in the register, those that exist on the day and those that do not, by name. */
export const everyBody = (sql: Sql, asOf: AsOf): Promise<readonly BodyLine[]> =>
  remembered(sql, `register.bodies ${asOf.on} ${asOf.knownOn ?? ''}`, () => readBodies(sql, asOf));

async function readBodies(sql: Sql, asOf: AsOf): Promise<readonly BodyLine[]> {
  const { rows } = await raw<{
    id: string;
    name: string | null;
    kind: BodyKind;
    tier: Tier | null;
    gss: string | null;
    founded: IsoDate | null;
    ended: IsoDate | null;
  }>`
    select body.id, body.kind, body.tier, body.gss, body.founded, ending.ended,
      coalesce(present.name, latest.name, body.id::text) as name
    from register.body
    left join lateral (
      select min(on_day) as ended from register.succession where predecessor = body.id
    ) as ending on true
    left join lateral (
      select name from register.body_name as named
      where named.body_id = body.id and usage = 'official' and ${isTrueAsOf('named', asOf)}
      order by valid_from desc nulls last limit 1
    ) as present on true
    left join lateral (
      select name from register.body_name
      where body_id = body.id and usage = 'official' and replaced_on is null
      order by valid_from desc nulls last limit 1
    ) as latest on true
    order by name, body.id`.execute(sql.tables<RegisterTables>());
  return rows.map((row) => ({
    id: row.id,
    name: row.name ?? row.id,
    kind: row.kind,
    tier: row.tier ?? undefined,
    gss: row.gss ?? undefined,
    founded: row.founded ?? undefined,
    ended: row.ended ?? undefined,
    exists: (row.founded === null || row.founded <= asOf.on) && (row.ended === null || row.ended > asOf.on),
  }));
}

/** The bodies that exist on the day, of one kind or of all. */
export async function bodiesOn(sql: Sql, asOf: AsOf, kind?: BodyKind): Promise<readonly BodyLine[]> {
  const every = await everyBody(sql, asOf);
  return every.filter((body) => body.exists && (kind === undefined || body.kind === kind));
}
