import type { Sql } from '#platform/db';
import { dateParts, formatDate, groupBy, type IsoDate } from '#platform/kernel';
import { itemAnchor } from '../../domain/meeting/agenda-item.ts';
import { oneVote } from '../../domain/meeting/count-votes.ts';
import type { NewItem, NewMeeting } from '../../domain/meeting/imported.ts';
import { type Meeting, type MeetingEvent, meetingId, meetingPath } from '../../domain/meeting/meeting.ts';
import { numberItems, readNumber } from '../../domain/meeting/numbering.ts';
import { listCommittees } from '../../store/committees.ts';
import { type Found, keepFound } from '../../store/found.ts';
import { type EventOf, externalReferencesOf, insertEvents, insertMeetings } from '../../store/meetings.ts';
import { insertItems, type ItemToKeep } from '../../store/meetings-agenda.ts';
import { insertMinutes } from '../../store/meetings-minutes.ts';
import { insertAttendance } from '../../store/meetings-proceedings.ts';
import { nextReference } from '../../store/numbering.ts';

export type ImportedMeeting = Readonly<{
  meeting: Meeting;
  /** Its page. */
  path: string;
  title: string;
}>;

/**
 * Enters meetings from another system or an old record, with their agendas, in the transaction of the caller, who acts for
 * their bodies and writes the entries. Meetings whose `externalReference` the body has already are left as they are, so
 * that running it again changes nothing. Answers those that were entered, in the order given.
 */
export async function importMeetings(
  sql: Sql,
  meetings: readonly NewMeeting[],
  by: Readonly<{ officeTitle: string; now: Date }>,
): Promise<readonly ImportedMeeting[]> {
  const fresh = await notThereYet(sql, meetings);
  const committees = new Map(
    (await listCommittees(sql, { ids: [...new Set(fresh.map(({ committeeId }) => committeeId))] })).map(
      (committee) => [committee.id, committee],
    ),
  );
  const entered: Entered[] = [];
  for (const given of fresh) {
    const reference =
      given.reference ?? (await nextReference(sql, given.bodyId, 'meeting', dateParts(given.on).year));
    entered.push(enteredFrom(given, reference, by));
  }
  await insertMeetings(
    sql,
    entered.map(({ meeting }) => meeting),
  );
  await insertEvents(
    sql,
    entered.flatMap(({ events }) => events),
    by.now,
  );
  await insertItems(
    sql,
    entered.flatMap(({ items }) => items.map(({ item }) => item)),
  );
  await insertMinutes(sql, entered.flatMap(minutesOf(by)));
  await insertAttendance(
    sql,
    entered.flatMap(({ meeting, given }) =>
      given.attendance.length === 0 ? [] : [attendanceOf(meeting.id, given, by)],
    ),
  );
  const titleOf = ({ given }: Entered) =>
    `${committees.get(given.committeeId)?.name ?? given.committeeId}, ${formatDate(given.on)}`;
  await keepFound(
    sql,
    entered.flatMap((each) => foundFrom(each, titleOf(each))),
  );
  return entered.map((each) => ({
    meeting: each.meeting,
    path: meetingPath(each.meeting),
    title: titleOf(each),
  }));
}

type Entered = Readonly<{
  given: NewMeeting;
  meeting: Meeting;
  events: readonly EventOf[];
  items: readonly Readonly<{ item: ItemToKeep; given: NewItem }>[];
}>;

async function notThereYet(sql: Sql, meetings: readonly NewMeeting[]): Promise<readonly NewMeeting[]> {
  const known = new Set<string>();
  for (const [bodyId, own] of groupBy(meetings, (each) => each.bodyId)) {
    const references = own.flatMap(({ externalReference }) => externalReference ?? []);
    for (const reference of (await externalReferencesOf(sql, bodyId, references)).keys())
      known.add(`${bodyId} ${reference}`);
  }
  return meetings.filter(({ bodyId, externalReference }) => {
    if (externalReference === undefined) return true;
    const key = `${bodyId} ${externalReference}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function enteredFrom(
  given: NewMeeting,
  reference: string,
  { officeTitle, now }: Readonly<{ officeTitle: string; now: Date }>,
): Entered {
  const { bodyId, committeeId, part, gathering, source, externalReference, on } = given;
  const meeting: Meeting = {
    id: meetingId({ bodyId, reference }),
    bodyId,
    committeeId,
    reference,
    part,
    gathering,
    isHistoric: true,
    source,
    externalReference,
    recordedAt: now,
  };
  const isFirst = given.items.map(() => ({ after: undefined }));
  const printed = given.items.flatMap(({ number }) =>
    number !== undefined && readNumber(number) !== undefined ? [number] : [],
  );
  const asPrinted = printed.length === given.items.length && new Set(printed).size === printed.length;
  const numbers = asPrinted ? printed : numberItems([], isFirst);
  const publishedOn = given.agendaPublishedOn ?? on;
  const items = given.items.map((item, at) => ({
    given: item,
    item: {
      id: `${meeting.id}/${at + 1}`,
      meetingId: meeting.id,
      bodyId,
      entered: at + 1,
      position: at + 1,
      number: numbers[at],
      title: item.title,
      summary: item.summary,
      purpose: item.purpose,
      access: item.access,
      paragraphs: item.paragraphs,
      publicInterest: '',
      subject: item.subject,
      thread: item.thread,
      proposedBy: undefined,
      after: undefined,
      urgentBecause: '',
      supplement: 0,
      publishedOn,
      withdrawnOn: undefined,
      withdrawnBecause: '',
      version: 1,
      publicAt: now,
      savedBy: officeTitle,
      recordedAt: now,
    },
  }));
  return { given, meeting, events: eventsOf(given, meeting.id, officeTitle), items };
}

/** What the source knows of; where it does not say when a meeting was called, the agenda’s day or its own stands for it. */
function eventsOf(given: NewMeeting, meeting: string, byOffice: string): readonly EventOf[] {
  const { on, at, place, calledOn, agendaPublishedOn, cancelledOn } = given;
  const called = [calledOn, agendaPublishedOn, cancelledOn, on]
    .filter((day) => day !== undefined)
    .toSorted()[0];
  const happened: readonly (readonly [MeetingEvent['kind'], IsoDate | undefined, string])[] = [
    ['called', calledOn ?? called, calledOn === undefined ? 'The source does not say when.' : ''],
    ['agenda-published', agendaPublishedOn, ''],
    ['cancelled', cancelledOn, ''],
    ['minutes-published', given.minutesPublishedOn, ''],
    ['minutes-approved', given.minutesApprovedOn, ''],
  ];
  return happened
    .flatMap(([kind, day, says]) => (day === undefined ? [] : [{ kind, on: day, says }]))
    .map((event, index) => ({
      ...event,
      position: index + 1,
      meetingId: meeting,
      sitting: event.kind === 'called' ? { on, at, place } : undefined,
      replacedOn: undefined,
      atMeeting: undefined,
      byOffice,
    }));
}

const minutesOf =
  ({ officeTitle, now }: Readonly<{ officeTitle: string; now: Date }>) =>
  ({ items, meeting }: Entered) =>
    items.flatMap(({ item, given }) =>
      given.minutes === ''
        ? []
        : [
            {
              itemId: item.id,
              part: 'public' as const,
              version: 1,
              text: given.minutes,
              meetingId: meeting.id,
              bodyId: meeting.bodyId,
              savedBy: officeTitle,
              savedAt: now,
              publicAt: now,
            },
          ],
    );

const attendanceOf = (
  meeting: string,
  { attendance }: NewMeeting,
  { officeTitle, now }: Readonly<{ officeTitle: string; now: Date }>,
) => ({
  meetingId: meeting,
  version: 1,
  people: attendance.map((person) => ({
    ...person,
    votes: person.capacity !== undefined,
    weight: oneVote,
    substituteFor: undefined,
    presided: false,
    fromItem: undefined,
    untilItem: undefined,
  })),
  enteredBy: officeTitle,
  recordedAt: now,
});

function foundFrom({ meeting, given, items }: Entered, title: string): readonly Found[] {
  const common = { bodyId: meeting.bodyId, on: given.on, places: [], topics: [] };
  return [
    { ...common, subject: meetingPath(meeting), kind: 'meeting', title, text: `${title} ${given.place}` },
    ...items.map(({ item, given: { minutes } }): Found => {
      return {
        ...common,
        subject: `${meetingPath(meeting)}#${itemAnchor(item.number ?? '')}`,
        kind: 'item',
        title: item.title,
        text: `${item.summary}\n${minutes}`,
      };
    }),
  ];
}
