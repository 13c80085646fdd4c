import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { everyBody } from '#modules/register';
import { type Committee } from '../../domain/committee.ts';
import { type QuorumJudged, judgeQuorum, presentAt } from '../../domain/meeting/attendance.ts';
import { outcomeOf, tally } from '../../domain/meeting/count-votes.ts';
import { type Declaration, leftTheRoom, standingDeclarations } from '../../domain/meeting/declaration.ts';
import type { Meeting, MeetingEvent } from '../../domain/meeting/meeting.ts';
import type { MeetingAction, Minute } from '../../domain/meeting/minutes.ts';
import type { MotionOutcome } from '../../domain/meeting/motion.ts';
import { hasBegun, type MeetingStanding, meetingStanding } from '../../domain/meeting/standing.ts';
import { findCommittee } from '../../store/committees.ts';
import { findMeeting, listEvents } from '../../store/meetings.ts';
import { type KeptItem, listItems } from '../../store/meetings-agenda.ts';
import { listActions, listMinutes } from '../../store/meetings-minutes.ts';
import { type KeptMotion, listMotions } from '../../store/meetings-motions.ts';
import { type AttendanceKept, listAttendance, listDeclarations } from '../../store/meetings-proceedings.ts';
import { type DecisionTaken, decisionsOfMeetings } from './decisions-taken.ts';
import { type Working, workingOf } from './voting-rules.ts';

/** A motion as a page shows it. */
export type KeptMotionShown = KeptMotion;

/** A motion with what its votes decided. */
export type MotionLine = Readonly<{ motion: KeptMotion; outcome: MotionOutcome }>;

/** An item with everything that happened at it. */
export type ItemLine = Readonly<{
  item: KeptItem;
  declarations: readonly Declaration[];
  motions: readonly MotionLine[];
  minutes: readonly Minute[];
  actions: readonly MeetingAction[];
  decisions: readonly DecisionTaken[];
  quorum: QuorumJudged;
}>;

/** One meeting on a day, as far as whoever asks may see it. */
export type MeetingPage = Readonly<{
  meeting: Meeting;
  committee: Committee;
  bodyName: string;
  events: readonly MeetingEvent[];
  standing: MeetingStanding;
  hasBegun: boolean;
  working: Working;
  /** Undefined: nothing is recorded. */
  attendance: AttendanceKept | undefined;
  quorum: QuorumJudged;
  items: readonly ItemLine[];
  /** Those that belong to no item. */
  actions: readonly MeetingAction[];
  decisions: readonly DecisionTaken[];
}>;

/** What a meeting’s page shows; undefined where there is no such meeting, or it was not called by that day. */
export async function meetingPage(sql: Sql, id: string, on: IsoDate): Promise<MeetingPage | undefined> {
  const meeting = await findMeeting(sql, id);
  const committee = meeting === undefined ? undefined : await findCommittee(sql, meeting.committeeId);
  if (meeting === undefined || committee === undefined) return undefined;
  const ids = [id];
  const [events, items, attendance, declared, motions, minutes, actions, decisions, bodies, workingFor] =
    await Promise.all([
      listEvents(sql, ids),
      listItems(sql, ids),
      listAttendance(sql, ids),
      listDeclarations(sql, ids),
      listMotions(sql, ids),
      listMinutes(sql, ids),
      listActions(sql, ids),
      decisionsOfMeetings(sql, ids, on),
      everyBody(sql, { on }),
      workingOf(sql, committee),
    ]);
  const known = (events.get(id) ?? []).filter((event) => event.on <= on);
  const standing = meetingStanding(known, on);
  if (standing.standing === 'not-called') return undefined;
  const began = hasBegun(standing, on);
  const working = workingFor(standing.sittings[0]?.on ?? on);
  const own = {
    // What was said and done at a meeting is known once it has begun; what was not yet published then, not yet.
    attendance: began ? attendance.get(id) : undefined,
    declared: began ? (declared.get(id) ?? []) : [],
    motions: began ? (motions.get(id) ?? []) : [],
    minutes: (minutes.get(id) ?? []).filter(
      ({ isPublic }) =>
        !isPublic || known.some(({ kind }) => kind.startsWith('minutes-')) || meeting.isHistoric,
    ),
    actions: (actions.get(id) ?? []).filter(({ setOn }) => setOn <= on).map((action) => doneBy(action, on)),
    decisions: decisions.get(id) ?? [],
  };
  const there = presentAt(own.attendance?.people ?? [], undefined);
  return {
    meeting,
    committee,
    bodyName: bodies.find(({ id: body }) => body === meeting.bodyId)?.name ?? meeting.bodyId,
    events: known,
    standing,
    hasBegun: began,
    working,
    attendance: own.attendance,
    quorum: judgeQuorum(there, working.rules.quorum),
    items: (items.get(id) ?? [])
      .filter(({ publishedOn }) => publishedOn === undefined || publishedOn <= on)
      .map((item) => itemLine(withdrawnBy(item, on), own, working)),
    actions: own.actions.filter(({ itemId }) => itemId === undefined),
    decisions: own.decisions,
  };
}

type Own = Readonly<{
  attendance: AttendanceKept | undefined;
  declared: readonly Declaration[];
  motions: readonly KeptMotion[];
  minutes: readonly Minute[];
  actions: readonly MeetingAction[];
  decisions: readonly DecisionTaken[];
}>;

function itemLine(item: KeptItem, own: Own, { rules }: Working): ItemLine {
  const of = <Each extends Readonly<{ itemId: string | undefined }>>(all: readonly Each[]) =>
    all.filter(({ itemId }) => itemId === item.id);
  const there = presentAt(own.attendance?.people ?? [], item.number, leftTheRoom(own.declared, item.id));
  return {
    item,
    declarations: of(standingDeclarations(own.declared)),
    motions: of(own.motions).map((motion) => ({ motion, outcome: outcomeOfMotion(motion) })),
    minutes: of(own.minutes),
    actions: of(own.actions),
    decisions: of(own.decisions),
    quorum: judgeQuorum(there, rules.quorum),
  };
}

/** What the votes on a motion decided: worked out from the votes as they are kept. */
export function outcomeOfMotion(motion: KeptMotion): MotionOutcome {
  const { way, needs, casting } = motion;
  if (way === 'consensus') return { way: 'consensus', outcome: 'agreed', dissenting: motion.votes.length };
  const votes =
    motion.counted ??
    tally(motion.votes.flatMap(({ choice, weight }) => (choice === 'dissents' ? [] : [{ choice, weight }])));
  return { way: 'vote', votes, ...outcomeOf(votes, needs, casting) };
}

const doneBy = (action: MeetingAction, on: IsoDate): MeetingAction =>
  action.doneOn !== undefined && action.doneOn > on ? { ...action, doneOn: undefined, doneSays: '' } : action;

const withdrawnBy = (item: KeptItem, on: IsoDate): KeptItem =>
  item.withdrawnOn !== undefined && item.withdrawnOn > on
    ? { ...item, withdrawnOn: undefined, withdrawnBecause: '' }
    : item;
