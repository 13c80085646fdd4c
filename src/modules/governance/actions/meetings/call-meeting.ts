import { may } from '#platform/identity';
import { type Actor, dateParts, formatDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { lasts } from '../../domain/committee-changes.ts';
import {
  type Meeting,
  meetingId,
  type MeetingPart,
  meetingPath,
  type Sitting,
} from '../../domain/meeting/meeting.ts';
import { mayRunMeetings } from '../../permissions.ts';
import { findCommittee } from '../../store/committees.ts';
import { keepFound } from '../../store/found.ts';
import { insertEvents, insertMeetings } from '../../store/meetings.ts';
import { nextReference } from '../../store/numbering.ts';
import { aboutMeeting, nextEvent } from './on-meeting.ts';

export type CalledMeeting = Readonly<{
  committeeId: string;
  sitting: Sitting;
  part: MeetingPart;
  /** What it has in common with meetings of other bodies in the same room. */
  gathering: string | undefined;
}>;

export type CallMeetingRefusal =
  | CommonRefusal
  | 'no-such-committee'
  | 'committee-not-then'
  | 'day-has-passed'
  | 'place-missing';

/** Calls a meeting: from now on everybody sees when and where it sits. Its agenda follows. Answers with its number. */
export async function callMeeting(
  services: ActServices,
  actor: Actor | undefined,
  bodyId: string,
  asked: CalledMeeting,
  options: ActOptions = {},
): Promise<Result<{ reference: string }, CallMeetingRefusal>> {
  const allowed = may(actor, mayRunMeetings, bodyId);
  if (!allowed.ok) return allowed;
  return act<{ reference: string }, CallMeetingRefusal>(services, allowed.value, options, async (sql) => {
    const { committeeId, sitting, part, gathering } = asked;
    const today = services.clock.today();
    const committee = await findCommittee(sql, committeeId);
    if (committee?.bodyId !== bodyId) return refuse('no-such-committee');
    if (!lasts(committee, sitting.on)) return refuse('committee-not-then');
    if (sitting.on < today) return refuse('day-has-passed');
    if (sitting.place === '') return refuse('place-missing');

    const reference = await nextReference(sql, bodyId, 'meeting', dateParts(sitting.on).year);
    const meeting: Meeting = {
      id: meetingId({ bodyId, reference }),
      bodyId,
      committeeId,
      reference,
      part,
      gathering,
      isHistoric: false,
      source: allowed.value.officeTitle,
      externalReference: undefined,
      recordedAt: services.clock.now(),
    };
    await insertMeetings(sql, [meeting]);
    const called = nextEvent(
      { meeting, events: [], actor: allowed.value },
      { kind: 'called', on: today, sitting },
    );
    await insertEvents(sql, [called], meeting.recordedAt);
    await keepFound(sql, [
      {
        subject: meetingPath(meeting),
        kind: 'meeting',
        bodyId,
        title: `${committee.name}, ${formatDate(sitting.on)}`,
        text: `${committee.name} ${sitting.place}`,
        on: sitting.on,
        places: [],
        topics: [],
        visibleFrom: today,
      },
    ]);
    return ok({
      value: { reference },
      entry: publicEntry({
        act: 'governance.meeting.called',
        subject: meetingPath(meeting),
        summary: `Meeting called: ${committee.name}, ${formatDate(sitting.on)}`,
        facts: {
          committeeId,
          on: sitting.on,
          at: sitting.at ?? null,
          place: sitting.place,
          part,
          gathering: gathering ?? null,
        },
        about: aboutMeeting({ meeting, committee }),
      }),
    });
  });
}
