import type { Sql } from '#platform/db';
import { type Actor, plural, refuse, type Result } from '#platform/kernel';
import type { Stale } from '#platform/module';
import { type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { officesNamed } from '#modules/register';
import type { Capacity, Seat } from '../../domain/committee.ts';
import { lasts } from '../../domain/committee-changes.ts';
import {
  type Attendance,
  type AttendanceRefusal,
  checkAttendance,
  judgeQuorum,
  type Presence,
  presentAt,
} from '../../domain/meeting/attendance.ts';
import { oneVote } from '../../domain/meeting/count-votes.ts';
import { leftTheRoom } from '../../domain/meeting/declaration.ts';
import { meetingPath } from '../../domain/meeting/meeting.ts';
import { hasBegun } from '../../domain/meeting/standing.ts';
import { couldNotHave } from '../../domain/meeting/taken-part.ts';
import { mayRunMeetings } from '../../permissions.ts';
import { workingOn } from '../../queries/meetings/voting-rules.ts';
import { listItems } from '../../store/meetings-agenda.ts';
import { listMotions } from '../../store/meetings-motions.ts';
import {
  type AttendanceKept,
  insertAttendance,
  listAttendance,
  listDeclarations,
} from '../../store/meetings-proceedings.ts';
import { listSeats } from '../../store/seats.ts';
import { aboutMeeting, actOnMeeting, did, type OnMeetingRefusal } from './on-meeting.ts';

/** One office’s line of the list. */
export type AttendanceGiven = Readonly<{
  officeId: string;
  presence: Presence;
  substituteFor: string | undefined;
  presided: boolean;
  fromItem: string | undefined;
  untilItem: string | undefined;
}>;

export type RecordAttendanceRefusal =
  | OnMeetingRefusal
  | 'not-begun'
  | 'minutes-approved'
  | AttendanceRefusal
  /** A motion is recorded at the item in which this office could not have taken part then. */
  | Readonly<{ tookPart: string; item: string }>
  | Stale<AttendanceKept>;

/**
 * Records who was at a meeting. Whose vote counts, and for what, follows from the seats of the day: a substitute has the
 * vote of the member it stands for and otherwise none. A list entered anew stands in the place of the one before, and takes
 * nobody away who took part in a motion: that motion is entered anew first.
 */
export const recordAttendance = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: Readonly<{ people: readonly AttendanceGiven[]; seen: number }>,
  options: ActOptions = {},
): Promise<Result<undefined, RecordAttendanceRefusal>> =>
  actOnMeeting<undefined, RecordAttendanceRefusal>(
    services,
    actor,
    meetingId,
    mayRunMeetings,
    options,
    async (sql, found) => {
      const { meeting, committee, standing, today, now } = found;
      if (!hasBegun(standing, today)) return refuse('not-begun');
      if (standing.standing === 'minutes-approved') return refuse('minutes-approved');
      const kept = (await listAttendance(sql, [meetingId])).get(meetingId);
      if ((kept?.version ?? 0) !== asked.seen) return refuse({ stale: kept });

      const sitsOn = standing.sittings[0]?.on ?? today;
      const [seats, working, offices] = await Promise.all([
        listSeats(sql, [committee.id]),
        workingOn(sql, committee, sitsOn),
        officesNamed(
          sql,
          asked.people.map(({ officeId }) => officeId),
        ),
      ]);
      const present = (seats.get(committee.id) ?? []).filter((seat) => lasts(seat, sitsOn));
      const people = asked.people.map((given) =>
        attendanceOf(given, present, working.rules.weighted, offices.get(given.officeId)?.title),
      );
      const wrong = checkAttendance(people);
      if (wrong !== undefined) return refuse(wrong);
      const contradicted = await motionContradicted(sql, meetingId, people);
      if (contradicted !== undefined) return refuse(contradicted);
      await insertAttendance(sql, [
        {
          meetingId,
          version: asked.seen + 1,
          people,
          enteredBy: found.actor.officeTitle,
          recordedAt: now,
        },
      ]);
      const there = presentAt(people, undefined);
      const quorum = judgeQuorum(there, working.rules.quorum);
      return did(
        undefined,
        publicEntry({
          act: 'governance.attendance.recorded',
          subject: meetingPath(meeting),
          summary: `Attendance recorded: ${committee.name}, ${plural(there.length, 'office')} present`,
          facts: {
            version: asked.seen + 1,
            quorum: quorum.standing,
            people: people.map(({ officeId, presence, substituteFor, presided, fromItem, untilItem }) => ({
              officeId,
              presence,
              substituteFor: substituteFor ?? null,
              presided,
              fromItem: fromItem ?? null,
              untilItem: untilItem ?? null,
            })),
          },
          about: aboutMeeting(found),
        }),
      );
    },
  );

/** The first office without which, by this list, a motion that is recorded could not have been. */
async function motionContradicted(sql: Sql, meetingId: string, people: readonly Attendance[]) {
  const [items, motions, declared] = await Promise.all([
    listItems(sql, [meetingId]),
    listMotions(sql, [meetingId]),
    listDeclarations(sql, [meetingId]),
  ]);
  for (const motion of motions.get(meetingId) ?? []) {
    const number = (items.get(meetingId) ?? []).find(({ id }) => id === motion.itemId)?.number;
    const left = leftTheRoom(declared.get(meetingId) ?? [], motion.itemId);
    const officeId = couldNotHave(motion, { present: presentAt(people, number, left), members: people });
    if (officeId === undefined) continue;
    const named = [...motion.votes, ...people].find((each) => each.officeId === officeId)?.officeTitle;
    const title = named ?? (await officesNamed(sql, [officeId])).get(officeId)?.title ?? officeId;
    return { tookPart: title, item: number ?? '' };
  }
  return undefined;
}

/** A line of the list with the vote that its seat gives it. */
function attendanceOf(
  given: AttendanceGiven,
  seats: readonly Seat[],
  weighted: boolean,
  title = given.officeId,
): Attendance {
  const own = seats.find(({ officeId }) => officeId === given.officeId);
  const standsIn = seats.find(({ officeId }) => officeId === given.substituteFor);
  const voting = standsIn ?? (own?.capacity === 'substitute' ? undefined : own);
  const capacity: Capacity | undefined = standsIn === undefined ? own?.capacity : 'substitute';
  return {
    ...given,
    officeTitle: title,
    capacity,
    votes: voting?.votes ?? false,
    weight: weighted && voting !== undefined ? Math.round(voting.weight * oneVote) : oneVote,
  };
}
