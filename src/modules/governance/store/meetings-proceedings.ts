import type { Sql } from '#platform/db';
import { groupBy } from '#platform/kernel';
import type { Capacity } from '../domain/committee.ts';
import type { Attendance, Presence } from '../domain/meeting/attendance.ts';
import type { Declaration, InterestKind } from '../domain/meeting/declaration.ts';
import { inBatches } from './meetings.ts';
import type { MeetingTables } from './tables/meetings.ts';
import type { GovernanceTables } from './tables.ts';

export type AttendanceKept = Readonly<{ version: number; people: readonly Attendance[] }>;

/** Who was at these meetings, as entered last, by meeting. Version 0 where nothing is entered. */
export async function listAttendance(
  sql: Sql,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, AttendanceKept>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.attendance as row')
    .selectAll('row')
    .where('meeting_id', 'in', meetingIds)
    .where('version', '=', (eb) =>
      eb
        .selectFrom('governance.attendance as other')
        .select(({ fn }) => fn.max('other.version').as('latest'))
        .whereRef('other.meeting_id', '=', 'row.meeting_id'),
    )
    .orderBy('presided', 'desc')
    .orderBy('office_title')
    .orderBy('office_id')
    .execute();
  const groups = groupBy(rows, ({ meeting_id }) => meeting_id);
  return new Map(
    [...groups].map(([id, own]) => [id, { version: own[0]?.version ?? 0, people: own.map(attendanceFrom) }]),
  );
}

export type AttendanceToKeep = Readonly<{
  meetingId: string;
  version: number;
  people: readonly Attendance[];
  enteredBy: string;
  recordedAt: Date;
}>;

/** Enters who was there, beside what was entered before. */
export async function insertAttendance(sql: Sql, lists: readonly AttendanceToKeep[]): Promise<void> {
  const rows = lists.flatMap(({ meetingId, version, people, enteredBy, recordedAt }) =>
    people.map((person) => ({
      meeting_id: meetingId,
      version,
      office_id: person.officeId,
      office_title: person.officeTitle,
      capacity: person.capacity ?? null,
      votes: person.votes,
      weight: person.weight,
      presence: person.presence,
      substitute_for: person.substituteFor ?? null,
      presided: person.presided,
      from_item: person.fromItem ?? null,
      until_item: person.untilItem ?? null,
      entered_by: enteredBy,
      recorded_at: recordedAt,
    })),
  );
  await inBatches(rows, (some) =>
    sql.tables<GovernanceTables>().insertInto('governance.attendance').values(some).execute(),
  );
}

/** Every declaration at these meetings, by meeting, withdrawn and corrected ones too. */
export async function listDeclarations(
  sql: Sql,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Declaration[]>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.declaration')
    .selectAll()
    .where('meeting_id', 'in', meetingIds)
    .orderBy('item_id')
    .orderBy('office_id')
    .orderBy('version')
    .execute();
  const groups = groupBy(rows, ({ meeting_id }) => meeting_id);
  return new Map([...groups].map(([id, own]) => [id, own.map(declarationFrom)]));
}

/** Enters a declaration. The caller holds the meeting’s lock. */
export async function insertDeclaration(
  sql: Sql,
  meetingId: string,
  declaration: Declaration,
  { enteredBy, recordedAt }: Readonly<{ enteredBy: string; recordedAt: Date }>,
): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.declaration')
    .values({
      meeting_id: meetingId,
      item_id: declaration.itemId,
      office_id: declaration.officeId,
      version: declaration.version,
      office_title: declaration.officeTitle,
      kind: declaration.kind,
      nature: declaration.nature,
      left_room: declaration.leftRoom,
      dispensation: declaration.dispensation,
      entered_by: enteredBy,
      recorded_at: recordedAt,
    })
    .execute();
}

const attendanceFrom = (row: MeetingTables['governance.attendance']): Attendance => ({
  officeId: row.office_id,
  officeTitle: row.office_title,
  capacity: (row.capacity ?? undefined) as Capacity | undefined,
  votes: row.votes,
  weight: row.weight,
  presence: row.presence as Presence,
  substituteFor: row.substitute_for ?? undefined,
  presided: row.presided,
  fromItem: row.from_item ?? undefined,
  untilItem: row.until_item ?? undefined,
});

const declarationFrom = (row: MeetingTables['governance.declaration']): Declaration => ({
  itemId: row.item_id,
  officeId: row.office_id,
  officeTitle: row.office_title,
  version: row.version,
  kind: row.kind as InterestKind,
  nature: row.nature,
  leftRoom: row.left_room,
  dispensation: row.dispensation,
});
