import type { Sql } from '#platform/db';
import { groupBy } from '#platform/kernel';
import type { Choice, Majority } from '../domain/meeting/count-votes.ts';
import type { MemberVote, Motion, MotionAct, Way } from '../domain/meeting/motion.ts';
import type { MeetingTables } from './tables/meetings.ts';
import type { GovernanceTables } from './tables.ts';

/** A motion as kept, in its last version, with who entered it. */
export type KeptMotion = Motion & Readonly<{ position: number }>;

/** The motions put to these meetings that whoever asks may see, by meeting, each as entered last with its votes. */
export async function listMotions(
  sql: Sql,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptMotion[]>> {
  if (meetingIds.length === 0) return new Map();
  const tables = sql.tables<GovernanceTables>();
  const all = await tables
    .selectFrom('governance.motion')
    .selectAll()
    .where('meeting_id', 'in', meetingIds)
    .orderBy('position')
    .orderBy('version', 'desc')
    .execute();
  const latest = [...groupBy(all, ({ id }) => id).values()].flatMap(([last]) => last ?? []);
  if (latest.length === 0) return new Map();
  const votes = await tables
    .selectFrom('governance.vote')
    .selectAll()
    .where(
      'motion_id',
      'in',
      latest.map(({ id }) => id),
    )
    .orderBy('office_title')
    .orderBy('office_id')
    .execute();
  const byVersion = groupBy(votes, ({ motion_id, version }) => `${motion_id} ${version}`);
  const motions = latest.map((row) => motionFrom(row, byVersion.get(`${row.id} ${row.version}`) ?? []));
  return groupBy(motions, ({ meetingId }) => meetingId);
}

export type MotionToKeep = KeptMotion &
  Readonly<{ publicAt: Date | undefined; enteredBy: string; recordedAt: Date }>;

/** Enters a motion with its votes. The caller holds the meeting’s lock. */
export async function insertMotion(sql: Sql, motion: MotionToKeep): Promise<void> {
  const tables = sql.tables<GovernanceTables>();
  await tables
    .insertInto('governance.motion')
    .values({
      id: motion.id,
      version: motion.version,
      item_id: motion.itemId,
      meeting_id: motion.meetingId,
      body_id: motion.bodyId,
      position: motion.position,
      act: motion.act,
      text: motion.text,
      moved_by: motion.movedBy,
      moved_title: motion.movedTitle,
      seconded_by: motion.secondedBy ?? null,
      seconded_title: motion.secondedTitle ?? null,
      way: motion.way,
      needs: motion.needs,
      counted_for: motion.counted?.for ?? null,
      counted_against: motion.counted?.against ?? null,
      counted_abstain: motion.counted?.abstain ?? null,
      casting: motion.casting ?? null,
      reason: motion.reason,
      public_at: motion.publicAt ?? null,
      entered_by: motion.enteredBy,
      recorded_at: motion.recordedAt,
    })
    .execute();
  if (motion.votes.length === 0) return;
  await tables
    .insertInto('governance.vote')
    .values(
      motion.votes.map((vote) => ({
        motion_id: motion.id,
        version: motion.version,
        body_id: motion.bodyId,
        office_id: vote.officeId,
        office_title: vote.officeTitle,
        choice: vote.choice,
        weight: vote.weight,
        cast_by: vote.castBy ?? null,
        says: vote.says,
        public_at: motion.publicAt ?? null,
      })),
    )
    .execute();
}

function motionFrom(
  row: MeetingTables['governance.motion'],
  votes: readonly MeetingTables['governance.vote'][],
): KeptMotion {
  return {
    id: row.id,
    version: row.version,
    itemId: row.item_id,
    meetingId: row.meeting_id,
    bodyId: row.body_id,
    position: row.position,
    act: row.act as MotionAct,
    text: row.text,
    movedBy: row.moved_by,
    movedTitle: row.moved_title,
    secondedBy: row.seconded_by ?? undefined,
    secondedTitle: row.seconded_title ?? undefined,
    way: row.way as Way,
    needs: row.needs as Majority,
    votes: votes.map(voteFrom),
    counted:
      row.counted_for === null
        ? undefined
        : { for: row.counted_for, against: row.counted_against ?? 0, abstain: row.counted_abstain ?? 0 },
    casting: (row.casting ?? undefined) as Motion['casting'],
    reason: row.reason,
  };
}

const voteFrom = (row: MeetingTables['governance.vote']): MemberVote => ({
  officeId: row.office_id,
  officeTitle: row.office_title,
  choice: row.choice as Choice | 'dissents',
  weight: row.weight,
  castBy: row.cast_by ?? undefined,
  says: row.says,
});
