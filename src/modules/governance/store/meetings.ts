import type { Sql } from '#platform/db';
import { groupBy, type IsoDate, time } from '#platform/kernel';
import type { Meeting, MeetingEvent, MeetingEventKind, MeetingPart } from '../domain/meeting/meeting.ts';
import type { MeetingTables } from './tables/meetings.ts';
import type { GovernanceTables } from './tables.ts';

/** These meetings, in no order. */
export async function findMeetings(sql: Sql, ids: readonly string[]): Promise<readonly Meeting[]> {
  if (ids.length === 0) return [];
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.meeting')
    .selectAll()
    .where('id', 'in', ids)
    .execute();
  return rows.map(meetingFrom);
}

/** One meeting; undefined where there is none. */
export async function findMeeting(sql: Sql, id: string): Promise<Meeting | undefined> {
  return (await findMeetings(sql, [id]))[0];
}

/**
 * The day of the first meeting that a body called here: from then on its notice is counted here, and none of that day or later
 * is brought in from elsewhere. Undefined before its first.
 */
export async function firstOwnMeeting(sql: Sql, bodyId: string): Promise<IsoDate | undefined> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.meeting as meeting')
    .innerJoin('governance.meeting_event as event', 'event.meeting_id', 'meeting.id')
    .select(({ fn }) => fn.min('event.starts_on').as('first'))
    .where('meeting.body_id', '=', bodyId)
    .where('meeting.is_historic', '=', false)
    .where('event.kind', '=', 'called')
    .executeTakeFirst();
  return row?.first ?? undefined;
}

/** The meetings of several bodies in one room. */
export async function meetingsOfGathering(sql: Sql, gathering: string): Promise<readonly Meeting[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.meeting')
    .selectAll()
    .where('gathering', '=', gathering)
    .orderBy('body_id')
    .orderBy('id')
    .execute();
  return rows.map(meetingFrom);
}

/** Enters meetings, hundreds at a time where there are many. */
export async function insertMeetings(sql: Sql, meetings: readonly Meeting[]): Promise<void> {
  await inBatches(meetings.map(meetingRow), (rows) =>
    sql.tables<GovernanceTables>().insertInto('governance.meeting').values(rows).execute(),
  );
}

export type EventOf = MeetingEvent & Readonly<{ meetingId: string }>;

/** Everything that happened to these meetings, by meeting, in the order in which it was entered. */
export async function listEvents(
  sql: Sql,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MeetingEvent[]>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.meeting_event')
    .selectAll()
    .where('meeting_id', 'in', meetingIds)
    .orderBy('position')
    .execute();
  const groups = groupBy(rows, ({ meeting_id }) => meeting_id);
  return new Map([...groups].map(([id, own]) => [id, own.map(eventFrom)]));
}

/** Adds what happened to meetings. The caller holds the lock of each meeting. */
export async function insertEvents(sql: Sql, events: readonly EventOf[], recordedAt: Date): Promise<void> {
  const rows = events.map((event) => ({
    meeting_id: event.meetingId,
    position: event.position,
    kind: event.kind,
    on_day: event.on,
    starts_on: event.sitting?.on ?? null,
    starts_at: event.sitting?.at ?? null,
    place: event.sitting?.place ?? '',
    replaced_on: event.replacedOn ?? null,
    says: event.says,
    at_meeting: event.atMeeting ?? null,
    by_office: event.byOffice,
    recorded_at: recordedAt,
  }));
  await inBatches(rows, (some) =>
    sql.tables<GovernanceTables>().insertInto('governance.meeting_event').values(some).execute(),
  );
}

/** Marks the sittings of a meeting that no longer stand, because it was moved on this day. */
export async function replaceSittings(
  sql: Sql,
  meetingId: string,
  positions: readonly number[],
  on: MeetingEvent['on'],
): Promise<void> {
  if (positions.length === 0) return;
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.meeting_event')
    .set({ replaced_on: on })
    .where('meeting_id', '=', meetingId)
    .where('position', 'in', positions)
    .execute();
}

/** Which of these names of another system a body has meetings by already. */
export async function externalReferencesOf(
  sql: Sql,
  bodyId: string,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (references.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.meeting')
    .select(['id', 'external_reference'])
    .where('body_id', '=', bodyId)
    .where('external_reference', 'in', references)
    .execute();
  return new Map(rows.map((row) => [row.external_reference ?? '', row.id]));
}

/** A statement takes at most 65,535 values. */
const rowsAtOnce = 500;

/** Hands a long list on in parts that one statement can take. */
export async function inBatches<Row>(
  rows: readonly Row[],
  write: (some: readonly Row[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    await write(rows.slice(start, start + rowsAtOnce));
}

const meetingRow = (meeting: Meeting) => ({
  id: meeting.id,
  body_id: meeting.bodyId,
  committee_id: meeting.committeeId,
  reference: meeting.reference,
  part: meeting.part,
  gathering: meeting.gathering ?? null,
  is_historic: meeting.isHistoric,
  source: meeting.source,
  external_reference: meeting.externalReference ?? null,
  recorded_at: meeting.recordedAt,
});

const meetingFrom = (row: MeetingTables['governance.meeting']): Meeting => ({
  id: row.id,
  bodyId: row.body_id,
  committeeId: row.committee_id,
  reference: row.reference,
  part: row.part as MeetingPart,
  gathering: row.gathering ?? undefined,
  isHistoric: row.is_historic,
  source: row.source,
  externalReference: row.external_reference ?? undefined,
  recordedAt: row.recorded_at,
});

const eventFrom = (row: MeetingTables['governance.meeting_event']): MeetingEvent => ({
  position: row.position,
  kind: row.kind as MeetingEventKind,
  on: row.on_day,
  sitting:
    row.starts_on === null
      ? undefined
      : {
          on: row.starts_on,
          // PostgreSQL writes a time of day with its seconds.
          at: row.starts_at === null ? undefined : time(row.starts_at.slice(0, 5)),
          place: row.place,
        },
  replacedOn: row.replaced_on ?? undefined,
  says: row.says,
  atMeeting: row.at_meeting ?? undefined,
  byOffice: row.by_office,
});
