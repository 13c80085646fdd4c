import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import type { Capacity, CommitteeKind, Seat } from '../domain/committee.ts';
import { inBatches } from './meetings.ts';
import type { CommitteeTables } from './tables/committees.ts';
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
    ...seatFrom(row),
    kind: row.kind as CommitteeKind,
    committee: row.name,
  }));
}

/** The seats of these committees, past ones and those to come too, by committee. */
export async function listSeats(
  sql: Sql,
  committeeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Seat[]>> {
  if (committeeIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.seat')
    .selectAll()
    .where('committee_id', 'in', committeeIds)
    .orderBy('office_id')
    .orderBy('valid_from')
    .execute();
  return groupBy(rows.map(seatFrom), ({ committeeId }) => committeeId);
}

/** Those of these offices that sit on their body’s executive on a day. */
export async function executivesAmong(
  sql: Sql,
  officeIds: readonly string[],
  on: IsoDate,
): Promise<ReadonlySet<string>> {
  if (officeIds.length === 0) return new Set();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.seat as seat')
    .innerJoin('governance.committee as committee', 'committee.id', 'seat.committee_id')
    .select('seat.office_id')
    .where('seat.office_id', 'in', officeIds)
    .where('committee.kind', '=', 'executive')
    .where('seat.valid_from', '<=', on)
    .where((eb) => eb.or([eb('seat.valid_until', 'is', null), eb('seat.valid_until', '>', on)]))
    .execute();
  return new Set(rows.map(({ office_id }) => office_id));
}

/** Gives offices their seats. */
export async function insertSeats(sql: Sql, seats: readonly Seat[], recordedOn: IsoDate): Promise<void> {
  await inBatches(seats, (some) =>
    sql
      .tables<GovernanceTables>()
      .insertInto('governance.seat')
      .values(
        some.map((seat) => ({
          committee_id: seat.committeeId,
          office_id: seat.officeId,
          capacity: seat.capacity,
          votes: seat.votes,
          weight: String(seat.weight),
          valid_from: seat.from,
          valid_until: seat.until ?? null,
          source: seat.source,
          recorded_on: recordedOn,
        })),
      )
      .execute(),
  );
}

/** The first day on which an office no longer has a seat. */
export async function endSeat(
  sql: Sql,
  { committeeId, officeId, from }: Pick<Seat, 'committeeId' | 'officeId' | 'from'>,
  until: IsoDate,
): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.seat')
    .set({ valid_until: until })
    .where('committee_id', '=', committeeId)
    .where('office_id', '=', officeId)
    .where('valid_from', '=', from)
    .execute();
}

const seatFrom = (row: CommitteeTables['governance.seat']): Seat => ({
  committeeId: row.committee_id,
  officeId: row.office_id,
  capacity: row.capacity as Capacity,
  votes: row.votes,
  weight: Number(row.weight),
  from: row.valid_from,
  until: row.valid_until ?? undefined,
  source: row.source,
});

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
