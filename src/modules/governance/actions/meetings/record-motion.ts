import { type Actor, refuse, type Result } from '#platform/kernel';
import type { Stale } from '#platform/module';
import { type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { officesNamed } from '#modules/register';
import { type AgendaItem, isClosed } from '../../domain/meeting/agenda-item.ts';
import { presentAt } from '../../domain/meeting/attendance.ts';
import { leftTheRoom } from '../../domain/meeting/declaration.ts';
import { judgeMotion, type MotionRefusal } from '../../domain/meeting/judge-motion.ts';
import { meetingPath } from '../../domain/meeting/meeting.ts';
import { type MotionOutcome, type MotionPut } from '../../domain/meeting/motion.ts';
import { hasBegun } from '../../domain/meeting/standing.ts';
import { mayRunMeetings } from '../../permissions.ts';
import { workingOn } from '../../queries/meetings/voting-rules.ts';
import { listItems } from '../../store/meetings-agenda.ts';
import { insertMotion, type KeptMotion, listMotions } from '../../store/meetings-motions.ts';
import { listAttendance, listDeclarations } from '../../store/meetings-proceedings.ts';
import { aboutMeeting, actOnMeeting, did, type MeetingFound, type OnMeetingRefusal } from './on-meeting.ts';

export type RecordMotionRefusal =
  | OnMeetingRefusal
  | MotionRefusal
  | 'not-begun'
  | 'minutes-approved'
  | 'no-such-item'
  | 'item-withdrawn'
  | 'no-such-motion'
  | 'reason-missing'
  | Stale<readonly KeptMotion[]>;

export type MotionRecorded = Readonly<{
  itemId: string;
  put: MotionPut;
  /** Which motion of the item is entered anew; undefined for another one. */
  motionId: string | undefined;
  /** Why it is entered anew. */
  reason: string;
  /** The versions of the item’s motions when the form was opened, added up. */
  seen: number;
}>;

/** Those a form was opened on, so that motions that were entered meanwhile are noticed. */
export const motionsSeen = (motions: readonly KeptMotion[]): number =>
  motions.reduce((sum, { version }) => sum + version, 0);

/**
 * Records a motion put at an item and how each member voted. What the votes decide is computed. At an item closed to the
 * public the motion and its votes stay with the body.
 */
export const recordMotion = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: MotionRecorded,
  options: ActOptions = {},
): Promise<Result<{ motionId: string }, RecordMotionRefusal>> =>
  actOnMeeting<{ motionId: string }, RecordMotionRefusal>(
    services,
    actor,
    meetingId,
    mayRunMeetings,
    options,
    async (sql, found) => {
      const { committee, standing, today, now, actor: by, meeting } = found;
      if (!hasBegun(standing, today)) return refuse('not-begun');
      if (standing.standing === 'minutes-approved') return refuse('minutes-approved');
      const item = ((await listItems(sql, [meetingId])).get(meetingId) ?? []).find(
        ({ id, number }) => id === asked.itemId && number !== undefined,
      );
      if (item === undefined) return refuse('no-such-item');
      if (item.withdrawnOn !== undefined) return refuse('item-withdrawn');
      const own = ((await listMotions(sql, [meetingId])).get(meetingId) ?? []).filter(
        ({ itemId }) => itemId === item.id,
      );
      if (motionsSeen(own) !== asked.seen) return refuse({ stale: own });
      const before = own.find(({ id }) => id === asked.motionId);
      if (asked.motionId !== undefined && before === undefined) return refuse('no-such-motion');
      if (before !== undefined && asked.reason === '') return refuse('reason-missing');

      const [attendance, declared, working] = await Promise.all([
        listAttendance(sql, [meetingId]),
        listDeclarations(sql, [meetingId]),
        workingOn(sql, committee, standing.sittings[0]?.on ?? today),
      ]);
      const people = attendance.get(meetingId)?.people ?? [];
      const leftWithInterest = leftTheRoom(declared.get(meetingId) ?? [], item.id);
      const present = presentAt(people, item.number, leftWithInterest);
      const room = { present, members: people, leftWithInterest };
      const judged = judgeMotion(asked.put, room, working.rules);
      if (!judged.ok) return judged;

      const { put } = asked;
      const titles = await officesNamed(sql, [put.movedBy, put.secondedBy ?? put.movedBy]);
      const titleOf = (id: string) =>
        people.find(({ officeId }) => officeId === id)?.officeTitle ?? titles.get(id)?.title ?? id;
      const position = before?.position ?? own.length + 1;
      const motion: KeptMotion = {
        ...put,
        id: before?.id ?? `${item.id}/${position}`,
        itemId: item.id,
        meetingId,
        bodyId: meeting.bodyId,
        version: (before?.version ?? 0) + 1,
        position,
        movedTitle: titleOf(put.movedBy),
        secondedTitle: put.secondedBy === undefined ? undefined : titleOf(put.secondedBy),
        votes: judged.value.votes,
        counted: put.way === 'counted' ? put.counted : undefined,
        reason: asked.reason,
      };
      await insertMotion(sql, {
        ...motion,
        publicAt: isClosed(item) ? undefined : now,
        enteredBy: by.officeTitle,
        recordedAt: now,
      });
      return did({ motionId: motion.id }, entryOf(found, item, motion, judged.value.outcome));
    },
  );

function entryOf(found: MeetingFound, item: AgendaItem, motion: KeptMotion, outcome: MotionOutcome) {
  const summary = `Item ${item.number ?? ''}: motion ${outcome.outcome}${motion.version > 1 ? ', entered anew' : ''}`;
  const entry = {
    act: 'governance.motion.recorded',
    subject: meetingPath(found.meeting),
    summary,
    facts: {
      motionId: motion.id,
      version: motion.version,
      act: motion.act,
      text: motion.text,
      way: motion.way,
      needs: motion.needs,
      outcome: outcome.outcome,
      votes: motion.votes.map(({ officeId, choice, weight, castBy }) => ({
        officeId,
        choice,
        weight,
        castBy: castBy ?? null,
      })),
      counted: motion.counted ?? null,
      casting: motion.casting ?? null,
      reason: motion.reason,
    },
  };
  return isClosed(item)
    ? { ...entry, visibility: 'private' as const }
    : publicEntry({
        ...entry,
        about: aboutMeeting(found, ...(item.subject === undefined ? [] : [item.subject])),
      });
}
