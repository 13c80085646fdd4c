import { type Actor, formatDate, refuse, type Result } from '#platform/kernel';
import type { Stale } from '#platform/module';
import { type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { type MeetingEvent, meetingPath, type Sitting } from '../../domain/meeting/meeting.ts';
import { hasBegun, isAhead } from '../../domain/meeting/standing.ts';
import { mayRunMeetings } from '../../permissions.ts';
import { insertEvents, replaceSittings } from '../../store/meetings.ts';
import { aboutMeeting, actOnMeeting, did, nextEvent, type OnMeetingRefusal } from './on-meeting.ts';

export type MeetingMove = Readonly<{
  kind: 'postponed' | 'adjourned' | 'cancelled';
  /** Where it goes to; undefined for a meeting that is called off. */
  sitting: Sitting | undefined;
  reason: string;
  /** How many things had happened to the meeting when the form was opened. */
  seen: number;
}>;

export type MoveMeetingRefusal =
  | OnMeetingRefusal
  | 'meeting-over'
  | 'not-begun'
  | 'begun-already'
  | 'day-missing'
  | 'day-has-passed'
  | Stale<readonly MeetingEvent[]>;

/** Moves a meeting to another time or place, adjourns it, or calls it off. What stood before stays readable. */
export const moveMeeting = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  { kind, sitting, reason, seen }: MeetingMove,
  options: ActOptions = {},
): Promise<Result<undefined, MoveMeetingRefusal>> =>
  actOnMeeting<undefined, MoveMeetingRefusal>(
    services,
    actor,
    meetingId,
    mayRunMeetings,
    options,
    async (sql, found) => {
      const { meeting, committee, events, standing, today, now } = found;
      if (events.length !== seen) return refuse({ stale: events });
      if (!isAhead(standing)) return refuse('meeting-over');
      const begun = hasBegun(standing, today);
      if (kind === 'adjourned' && !begun) return refuse('not-begun');
      if (kind === 'postponed' && standing.standing === 'to-go-on') return refuse('begun-already');
      if (kind !== 'cancelled' && sitting === undefined) return refuse('day-missing');
      if (sitting !== undefined && sitting.on < today) return refuse('day-has-passed');

      if (kind === 'postponed') await replaceSittings(sql, meetingId, openPositions(events), today);
      await insertEvents(
        sql,
        [
          nextEvent(found, {
            kind,
            on: today,
            sitting: kind === 'cancelled' ? undefined : sitting,
            says: reason,
          }),
        ],
        now,
      );
      const where = sitting === undefined ? '' : ` to ${formatDate(sitting.on)}`;
      const words = { postponed: `moved${where}`, adjourned: `adjourned${where}`, cancelled: 'cancelled' };
      return did(
        undefined,
        publicEntry({
          act: `governance.meeting.${kind}`,
          subject: meetingPath(meeting),
          summary: `Meeting ${words[kind]}: ${committee.name}`,
          facts: {
            on: sitting?.on ?? null,
            at: sitting?.at ?? null,
            place: sitting?.place ?? null,
            reason,
          },
          about: aboutMeeting(found),
        }),
      );
    },
  );

const openPositions = (events: readonly MeetingEvent[]) =>
  events.flatMap(({ position, sitting, replacedOn }) =>
    sitting !== undefined && replacedOn === undefined ? [position] : [],
  );
