import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Capacity, CommitteeKind, Seat } from '../domain/committee.ts';
import type { GovernanceTables } from './tables.ts';

/** The committees an office sits on, on a day, each with its kind. */
export async function seatsOf(
  sql: Sql,
  officeId: string,
  on: IsoDate,
): Promise<readonly (Seat & Readonly<{ kind: CommitteeKind; committee: string }>)[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.seat as seat')
    .innerJoin('governance.committee as committee', 'committee.id', 'seat.committee_id')
    .selectAll('seat')
    .select(['committee.kind', 'committee.name'])
    .where('seat.office_id', '=', officeId)
    .where('seat.valid_from', '<=', on)
    .where((eb) => eb.or([eb('seat.valid_until', 'is', null), eb('seat.valid_until', '>', on)]))
    .orderBy('committee.name')
    .execute();
  return rows.map((row) => ({
    committeeId: row.committee_id,
    officeId: row.office_id,
    capacity: row.capacity as Capacity,
    votes: row.votes,
    weight: Number(row.weight),
    from: row.valid_from,
    until: row.valid_until ?? undefined,
    source: row.source,
    kind: row.kind as CommitteeKind,
    committee: row.name,
  }));
}

/** The political group of a seat on the council on a day; undefined where none is recorded. */
export async function groupOf(sql: Sql, officeId: string, on: IsoDate): Promise<string | undefined> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.affiliation')
    .select('group_name')
    .where('office_id', '=', officeId)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', on)]))
    .orderBy('valid_from', 'desc')
    .executeTakeFirst();
  return row?.group_name;
}
