import { type Sql, lockThing } from '#platform/db';
import { may, type Permission } from '#platform/identity';
import { type Actor, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, type Answer, type Done } from '#platform/record';
import { type Committee } from '../../domain/committee.ts';
import { type Meeting, type MeetingEvent, pathOfMeeting } from '../../domain/meeting/meeting.ts';
import { type MeetingStanding, meetingStanding } from '../../domain/meeting/standing.ts';
import { findCommittee } from '../../store/committees.ts';
import { findMeeting, listEvents } from '../../store/meetings.ts';

/** What any act on a meeting can be refused for. */
export type OnMeetingRefusal = CommonRefusal | 'no-such-meeting';

/** A meeting as an act finds it, with nobody else at it. */
export type MeetingFound = Readonly<{
  meeting: Meeting;
  committee: Committee;
  events: readonly MeetingEvent[];
  standing: MeetingStanding;
  actor: Actor;
  today: IsoDate;
  now: Date;
}>;

/** Does one thing to a meeting of the actor’s own body. */
export async function actOnMeeting<Value extends Answer, Refusal>(
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  permission: Permission,
  options: ActOptions,
  work: (sql: Sql, found: MeetingFound) => Promise<Result<Done<Value>, Refusal>>,
): Promise<Result<Value, Refusal | OnMeetingRefusal>> {
  const allowed = may(actor, permission, meetingId.split('/')[0] ?? '');
  if (!allowed.ok) return allowed;
  return act<Value, Refusal | OnMeetingRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, pathOfMeeting(meetingId));
    const meeting = await findMeeting(sql, meetingId);
    const committee = meeting === undefined ? undefined : await findCommittee(sql, meeting.committeeId);
    if (meeting === undefined || committee === undefined) return refuse('no-such-meeting');
    const events = (await listEvents(sql, [meetingId])).get(meetingId) ?? [];
    const today = services.clock.today();
    const standing = meetingStanding(events, today);
    return work(sql, {
      meeting,
      committee,
      events,
      standing,
      actor: allowed.value,
      today,
      now: services.clock.now(),
    });
  });
}

/** Whom an act on a meeting concerns. */
export const aboutMeeting = (
  { committee, meeting }: Pick<MeetingFound, 'committee' | 'meeting'>,
  ...things: readonly string[]
) => ({
  bodies: [meeting.bodyId, ...committee.appointedBy],
  things: [
    `/committees/${committee.id}`,
    ...(meeting.gathering === undefined ? [] : [`/meetings/gatherings/${meeting.gathering}`]),
    ...things,
  ],
});

/** The next event of a meeting, without a sitting unless one is given. */
export const nextEvent = (
  { meeting, events, actor }: Pick<MeetingFound, 'meeting' | 'events' | 'actor'>,
  event: Pick<MeetingEvent, 'kind' | 'on'> & Partial<MeetingEvent>,
) => ({
  sitting: undefined,
  replacedOn: undefined,
  says: '',
  atMeeting: undefined,
  byOffice: actor.officeTitle,
  ...event,
  position: events.length + 1,
  meetingId: meeting.id,
});

/** An act that went as asked, and its entry. */
export const did = <Value extends Answer>(value: Value, entry: Done<Value>['entry']) => ok({ value, entry });
