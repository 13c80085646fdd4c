import { type Actor, formatDate, plural, refuse, type Result } from '#platform/kernel';
import type { Stale } from '#platform/module';
import { type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { itemAnchor } from '../../domain/meeting/agenda-item.ts';
import { meetingPath, pathOfMeeting } from '../../domain/meeting/meeting.ts';
import type { Minute } from '../../domain/meeting/minutes.ts';
import { hasBegun, meetingStanding } from '../../domain/meeting/standing.ts';
import { mayRunMeetings } from '../../permissions.ts';
import { keepFound } from '../../store/found.ts';
import { findMeeting, insertEvents, listEvents } from '../../store/meetings.ts';
import { listItems } from '../../store/meetings-agenda.ts';
import { insertMinutes, listMinutes, publishMinutes as publish } from '../../store/meetings-minutes.ts';
import {
  aboutMeeting,
  actOnMeeting,
  did,
  type MeetingFound,
  nextEvent,
  type OnMeetingRefusal,
} from './on-meeting.ts';

export type WriteMinuteRefusal =
  | OnMeetingRefusal
  | 'not-begun'
  | 'minutes-approved'
  | 'no-such-item'
  | Stale<Minute>;

/** Keeps what is written of an item; its body alone sees it until the minutes are published. */
export const writeMinute = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: Readonly<{ itemId: string; part: Minute['part']; text: string; seen: number }>,
  options: ActOptions = {},
): Promise<Result<undefined, WriteMinuteRefusal>> =>
  actOnMeeting<undefined, WriteMinuteRefusal>(
    services,
    actor,
    meetingId,
    mayRunMeetings,
    options,
    async (sql, found) => {
      const { itemId, part, text, seen } = asked;
      if (!hasBegun(found.standing, found.today)) return refuse('not-begun');
      if (found.standing.standing === 'minutes-approved') return refuse('minutes-approved');
      const items = (await listItems(sql, [meetingId])).get(meetingId) ?? [];
      if (!items.some(({ id, number }) => id === itemId && number !== undefined))
        return refuse('no-such-item');
      const kept = ((await listMinutes(sql, [meetingId])).get(meetingId) ?? []).find(
        (minute) => minute.itemId === itemId && minute.part === part,
      );
      if ((kept?.version ?? 0) !== seen) return refuse({ stale: kept });
      const minute = { itemId, part, text, version: seen + 1 };
      await insertMinutes(sql, [
        {
          ...minute,
          meetingId,
          bodyId: found.meeting.bodyId,
          savedBy: found.actor.officeTitle,
          savedAt: found.now,
          publicAt: undefined,
        },
      ]);
      return did(undefined, {
        act: 'governance.minute.written',
        subject: meetingPath(found.meeting),
        summary: `Minutes written, version ${minute.version}`,
        facts: minute,
        visibility: 'private',
      });
    },
  );

export type PublishMinutesRefusal =
  | OnMeetingRefusal
  | 'not-begun'
  | 'minutes-approved'
  | 'nothing-to-publish'
  | 'not-published'
  | 'no-such-later-meeting'
  | Stale<readonly Minute[]>;

/** How many versions had been written when a form was opened. */
export const minutesSeen = (minutes: readonly Minute[]): number =>
  minutes.reduce((sum, { version }) => sum + version, 0);

/** Publishes what is written as draft minutes: every item’s last version. */
export const publishMinutes = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: Readonly<{ seen: number }>,
  options: ActOptions = {},
): Promise<Result<undefined, PublishMinutesRefusal>> =>
  actOnMeeting<undefined, PublishMinutesRefusal>(
    services,
    actor,
    meetingId,
    mayRunMeetings,
    options,
    async (sql, found) => {
      if (!hasBegun(found.standing, found.today)) return refuse('not-begun');
      if (found.standing.standing === 'minutes-approved') return refuse('minutes-approved');
      const minutes = (await listMinutes(sql, [meetingId])).get(meetingId) ?? [];
      if (minutesSeen(minutes) !== asked.seen) return refuse({ stale: minutes });
      const coming = minutes.filter(({ part, isPublic }) => part === 'public' && !isPublic);
      if (coming.length === 0) return refuse('nothing-to-publish');
      await publish(sql, coming, found.now);
      await letBeFound(sql, found, coming);
      const says = plural(coming.length, 'item');
      await insertEvents(
        sql,
        [nextEvent(found, { kind: 'minutes-published', on: found.today, says })],
        found.now,
      );
      return did(undefined, minutesEntry(found, 'published', { items: coming.length }));
    },
  );

/** Records that a later meeting of the same committee approved the minutes, with the changes it made to them. */
export const approveMinutes = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: Readonly<{ atMeeting: string; says: string; seen: number }>,
  options: ActOptions = {},
): Promise<Result<undefined, PublishMinutesRefusal>> =>
  actOnMeeting<undefined, PublishMinutesRefusal>(
    services,
    actor,
    meetingId,
    mayRunMeetings,
    options,
    async (sql, found) => {
      const { meeting, standing, today, now } = found;
      if (standing.standing === 'minutes-approved') return refuse('minutes-approved');
      if (standing.standing !== 'minutes-published') return refuse('not-published');
      const later = await findMeeting(sql, asked.atMeeting);
      const laterEvents = (await listEvents(sql, [asked.atMeeting])).get(asked.atMeeting) ?? [];
      const laterStanding = meetingStanding(laterEvents, today);
      const approvedOn = laterStanding.sittings.findLast(({ on }) => on <= today)?.on;
      const held = standing.sittings.at(-1)?.on;
      if (
        later?.committeeId !== meeting.committeeId ||
        later.id === meetingId ||
        laterStanding.standing === 'cancelled' ||
        approvedOn === undefined ||
        held === undefined ||
        approvedOn < held
      )
        return refuse('no-such-later-meeting');
      const minutes = (await listMinutes(sql, [meetingId])).get(meetingId) ?? [];
      if (minutesSeen(minutes) !== asked.seen) return refuse({ stale: minutes });
      const changed = minutes.filter(({ part, isPublic }) => part === 'public' && !isPublic);
      await publish(sql, changed, now);
      await letBeFound(sql, found, changed);
      await insertEvents(
        sql,
        [
          nextEvent(found, {
            kind: 'minutes-approved',
            on: approvedOn,
            says: asked.says,
            atMeeting: asked.atMeeting,
          }),
        ],
        now,
      );
      return did(
        undefined,
        minutesEntry(found, 'approved', {
          at: pathOfMeeting(asked.atMeeting),
          on: approvedOn,
          says: asked.says,
        }),
      );
    },
  );

const minutesEntry = (
  found: MeetingFound,
  what: 'published' | 'approved',
  facts: Parameters<typeof publicEntry>[0]['facts'],
) =>
  publicEntry({
    act: `governance.minutes.${what}`,
    subject: meetingPath(found.meeting),
    summary: `${what === 'published' ? 'Draft minutes published' : 'Minutes approved'}: ${found.committee.name}, ${formatDate(found.standing.sittings[0]?.on ?? found.today)}`,
    facts,
    about: aboutMeeting(found),
  });

/** What was said at an item is found at the item. */
async function letBeFound(
  sql: Parameters<typeof keepFound>[0],
  { meeting, standing, today }: MeetingFound,
  minutes: readonly Minute[],
): Promise<void> {
  const items = (await listItems(sql, [meeting.id])).get(meeting.id) ?? [];
  await keepFound(
    sql,
    minutes.flatMap(({ itemId, text }) => {
      const item = items.find(({ id }) => id === itemId);
      if (item?.number === undefined) return [];
      return [
        {
          subject: `${meetingPath(meeting)}#${itemAnchor(item.number)}`,
          kind: 'item',
          bodyId: meeting.bodyId,
          title: item.title,
          text: `${item.summary}\n${text}`,
          on: standing.sittings[0]?.on ?? today,
          places: [],
          topics: [],
        },
      ];
    }),
  );
}
