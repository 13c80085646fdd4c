import { may } from '#platform/identity';
import { type Actor, refuse, type Result } from '#platform/kernel';
import { type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { itemPath } from '../../domain/meeting/agenda-item.ts';
import { meetingPath } from '../../domain/meeting/meeting.ts';
import { mayPrepareDecisions, mayRunMeetings } from '../../permissions.ts';
import { listItems } from '../../store/meetings-agenda.ts';
import { attachPapers, type PapersRefusal } from '../papers/attach-papers.ts';
import { publishPapers } from '../papers/publish-papers.ts';
import { aboutMeeting, actOnMeeting, did, type OnMeetingRefusal } from './on-meeting.ts';

export type AttachToItemRefusal = OnMeetingRefusal | PapersRefusal | 'no-such-item';

/**
 * Adds papers to an item. With a published item they are published at once, which is for those who publish agendas; otherwise
 * with its agenda.
 */
export const attachToItem = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: Readonly<{ itemId: string; paperIds: readonly string[] }>,
  options: ActOptions = {},
): Promise<Result<undefined, AttachToItemRefusal>> =>
  actOnMeeting<undefined, AttachToItemRefusal>(
    services,
    actor,
    meetingId,
    mayPrepareDecisions,
    options,
    async (sql, found) => {
      const { meeting, standing, today, now } = found;
      const items = (await listItems(sql, [meetingId])).get(meetingId) ?? [];
      const item = items.find(({ id }) => id === asked.itemId);
      if (item === undefined) return refuse('no-such-item');
      const publishes = item.number === undefined ? undefined : may(actor, mayRunMeetings, meeting.bodyId);
      if (publishes?.ok === false) return publishes;
      const attached = await attachPapers(
        sql,
        { subject: itemPath(item), bodyId: meeting.bodyId },
        asked.paperIds.map((id) => ({ id })),
      );
      if (!attached.ok) return attached;
      const entry = {
        act: 'governance.item.papers-added',
        subject: meetingPath(meeting),
        summary: `Papers added to an item: ${item.title}`,
      };
      if (item.number === undefined)
        return did(undefined, { ...entry, facts: { papers: [...asked.paperIds] }, visibility: 'private' });
      const papers = await publishPapers(sql, attached.value, {
        at: now,
        on: standing.sittings[0]?.on ?? today,
        places: [],
        topics: [],
      });
      return did(
        undefined,
        publicEntry({
          ...entry,
          facts: { item: item.number, papers: [...papers] },
          about: aboutMeeting(found, itemPath(item)),
        }),
      );
    },
  );
