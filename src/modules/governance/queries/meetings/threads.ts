import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { type AgendaItem, itemAnchor } from '../../domain/meeting/agenda-item.ts';
import { meetingPath } from '../../domain/meeting/meeting.ts';
import { meetingStanding } from '../../domain/meeting/standing.ts';
import { listCommittees } from '../../store/committees.ts';
import { findMeetings, listEvents } from '../../store/meetings.ts';
import { itemsAbout, itemsOfThread } from '../../store/meetings-agenda.ts';

/** An item of a matter, with the meeting it was on. */
export type ItemOfThread = Readonly<{
  item: AgendaItem;
  /** The item on its meeting’s page. */
  path: string;
  bodyId: string;
  committee: string;
  on: IsoDate | undefined;
  cancelled: boolean;
}>;

/** The history of a matter across meetings and bodies, the earliest first, as known on a day. */
export const issueHistory = async (sql: Sql, thread: string, on: IsoDate): Promise<readonly ItemOfThread[]> =>
  withMeetings(sql, await itemsOfThread(sql, thread), on);

/** The items of all meetings about a page: a decision, a proposal, a recommendation. */
export const itemsOnSubject = async (
  sql: Sql,
  subject: string,
  on: IsoDate,
): Promise<readonly ItemOfThread[]> => withMeetings(sql, await itemsAbout(sql, subject), on);

async function withMeetings(
  sql: Sql,
  items: readonly AgendaItem[],
  on: IsoDate,
): Promise<readonly ItemOfThread[]> {
  const ids = [...new Set(items.map(({ meetingId }) => meetingId))];
  const [meetings, events] = await Promise.all([findMeetings(sql, ids), listEvents(sql, ids)]);
  const committees = await listCommittees(sql, {
    ids: [...new Set(meetings.map(({ committeeId }) => committeeId))],
  });
  return items
    .filter(({ publishedOn }) => publishedOn !== undefined && publishedOn <= on)
    .flatMap((item) => {
      const meeting = meetings.find(({ id }) => id === item.meetingId);
      if (meeting === undefined) return [];
      const { sittings, standing } = meetingStanding(events.get(meeting.id) ?? [], on);
      return [
        {
          item,
          path: `${meetingPath(meeting)}#${itemAnchor(item.number ?? '')}`,
          bodyId: meeting.bodyId,
          committee: committees.find(({ id }) => id === meeting.committeeId)?.name ?? meeting.committeeId,
          on: sittings[0]?.on,
          cancelled: standing === 'cancelled',
        },
      ];
    })
    .toSorted((a, b) => (a.on ?? '').localeCompare(b.on ?? '') || a.path.localeCompare(b.path));
}
