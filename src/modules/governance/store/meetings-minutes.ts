import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import type { MeetingAction, Minute } from '../domain/meeting/minutes.ts';
import { inBatches } from './meetings.ts';
import type { MeetingTables } from './tables/meetings.ts';
import type { GovernanceTables } from './tables.ts';

/** The minutes of these meetings that whoever asks may see, by meeting: of each item and part the last version. */
export async function listMinutes(
  sql: Sql,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Minute[]>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.minute')
    .distinctOn(['item_id', 'part'])
    .selectAll()
    .where('meeting_id', 'in', meetingIds)
    .orderBy('item_id')
    .orderBy('part')
    .orderBy('version', 'desc')
    .execute();
  const groups = groupBy(rows, ({ meeting_id }) => meeting_id);
  return new Map([...groups].map(([id, own]) => [id, own.map(minuteFrom)]));
}

export type MinuteToKeep = Omit<Minute, 'isPublic'> &
  Readonly<{ meetingId: string; bodyId: string; savedBy: string; savedAt: Date; publicAt: Date | undefined }>;

/** Keeps minutes, each beside its earlier versions. */
export async function insertMinutes(sql: Sql, minutes: readonly MinuteToKeep[]): Promise<void> {
  const rows = minutes.map((minute) => ({
    meeting_id: minute.meetingId,
    item_id: minute.itemId,
    part: minute.part,
    version: minute.version,
    body_id: minute.bodyId,
    text: minute.text,
    saved_by: minute.savedBy,
    saved_at: minute.savedAt,
    public_at: minute.publicAt ?? null,
  }));
  await inBatches(rows, (some) =>
    sql.tables<GovernanceTables>().insertInto('governance.minute').values(some).execute(),
  );
}

/** Lets everybody read the last version of the public part of each item. */
export async function publishMinutes(sql: Sql, minutes: readonly Minute[], at: Date): Promise<void> {
  for (const { itemId, part, version } of minutes)
    await sql
      .tables<GovernanceTables>()
      .updateTable('governance.minute')
      .set({ public_at: at })
      .where('item_id', '=', itemId)
      .where('part', '=', part)
      .where('version', '=', version)
      .where('public_at', 'is', null)
      .execute();
}

/** What these meetings asked offices to do, by meeting, the soonest due first. */
export async function listActions(
  sql: Sql,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MeetingAction[]>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.meeting_action')
    .selectAll()
    .where('meeting_id', 'in', meetingIds)
    .orderBy('due_on')
    .orderBy('id')
    .execute();
  return groupBy(rows.map(actionFrom), ({ meetingId }) => meetingId);
}

/** A body’s actions that are not done, the soonest due first; of one committee’s meetings where it is named. */
export async function openActions(
  sql: Sql,
  bodyId: string,
  committeeId?: string,
): Promise<readonly MeetingAction[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.meeting_action as action')
    .selectAll('action')
    .where('action.body_id', '=', bodyId)
    .where('action.done_on', 'is', null)
    .$if(committeeId !== undefined, (query) =>
      query.where('action.meeting_id', 'in', (eb) =>
        eb
          .selectFrom('governance.meeting')
          .select('id')
          .where('committee_id', '=', committeeId ?? ''),
      ),
    )
    .orderBy('action.due_on')
    .orderBy('action.id')
    .execute();
  return rows.map(actionFrom);
}

/** Enters something an office is to do. */
export async function insertAction(sql: Sql, action: MeetingAction, recordedAt: Date): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.meeting_action')
    .values({
      id: action.id,
      meeting_id: action.meetingId,
      item_id: action.itemId ?? null,
      body_id: action.bodyId,
      text: action.text,
      owner_office: action.ownerOffice,
      owner_title: action.ownerTitle,
      due_on: action.dueOn ?? null,
      set_on: action.setOn,
      done_on: action.doneOn ?? null,
      done_says: action.doneSays,
      recorded_at: recordedAt,
    })
    .execute();
}

/** Says that it is done. */
export async function closeAction(
  sql: Sql,
  id: string,
  { on, says }: Readonly<{ on: IsoDate; says: string }>,
): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.meeting_action')
    .set({ done_on: on, done_says: says })
    .where('id', '=', id)
    .execute();
}

const minuteFrom = (row: MeetingTables['governance.minute']): Minute => ({
  itemId: row.item_id,
  part: row.part === 'closed' ? 'closed' : 'public',
  version: row.version,
  text: row.text,
  isPublic: row.public_at !== null,
});

const actionFrom = (row: MeetingTables['governance.meeting_action']): MeetingAction => ({
  id: row.id,
  meetingId: row.meeting_id,
  itemId: row.item_id ?? undefined,
  bodyId: row.body_id,
  text: row.text,
  ownerOffice: row.owner_office,
  ownerTitle: row.owner_title,
  dueOn: row.due_on ?? undefined,
  setOn: row.set_on,
  doneOn: row.done_on ?? undefined,
  doneSays: row.done_says,
});
