import { may } from '#platform/identity';
import { type Actor, plural, refuse, type Result } from '#platform/kernel';
import { type ActOptions, type ActServices, publicEntry } from '#platform/record';
import type { AccessJudged } from '../../domain/meeting/access.ts';
import { itemPath } from '../../domain/meeting/agenda-item.ts';
import { meetingPath } from '../../domain/meeting/meeting.ts';
import { mayPrepareDecisions, mayRunMeetings } from '../../permissions.ts';
import { accessJudged } from '../../queries/meetings/access-rules.ts';
import { insertEvents } from '../../store/meetings.ts';
import { listItems } from '../../store/meetings-agenda.ts';
import { attachPapers, type PapersRefusal } from '../papers/attach-papers.ts';
import { publishPapers } from '../papers/publish-papers.ts';
import { aboutMeeting, actOnMeeting, did, nextEvent, type OnMeetingRefusal } from './on-meeting.ts';

export type AttachToItemRefusal =
  | OnMeetingRefusal
  | PapersRefusal
  | 'no-such-item'
  /** Too late for the access rule, and without the reason of special circumstances. */
  | Readonly<{ late: readonly AccessJudged[] }>;

/**
 * Adds papers to an item. With a published item they are published at once, which is for those who publish agendas; otherwise
 * with its agenda. One that is not open for as long as the rules ask is added only with the chair’s reason of special
 * circumstances (Local Government Act 1972, section 100B(4)).
 */
export const attachToItem = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: Readonly<{ itemId: string; paperIds: readonly string[]; urgentBecause: string }>,
  options: ActOptions = {},
): Promise<Result<undefined, AttachToItemRefusal>> =>
  actOnMeeting<undefined, AttachToItemRefusal>(
    services,
    actor,
    meetingId,
    mayPrepareDecisions,
    options,
    async (sql, found) => {
      const { meeting, committee, standing, today, now } = found;
      const items = (await listItems(sql, [meetingId])).get(meetingId) ?? [];
      const item = items.find(({ id }) => id === asked.itemId);
      if (item === undefined) return refuse('no-such-item');
      const publishes = item.number === undefined ? undefined : may(actor, mayRunMeetings, meeting.bodyId);
      if (publishes?.ok === false) return publishes;
      const sitsOn = standing.sittings.find(({ on }) => on >= today)?.on;
      const judged =
        item.number === undefined || sitsOn === undefined
          ? []
          : await accessJudged(sql, {
              bodyId: meeting.bodyId,
              kind: committee.kind,
              publishedOn: today,
              sitsOn,
            });
      const isLate = judged.some((each) => each.standing === 'late');
      if (isLate && asked.urgentBecause === '') return refuse({ late: judged });
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
      const because = isLate ? asked.urgentBecause : '';
      if (sitsOn !== undefined) {
        const count = plural(asked.paperIds.length, 'paper');
        const late = isLate ? ` Later than the rules ask; taken as urgent: ${because}` : '';
        const says = `${count} added to item ${item.number}.${late}`;
        await insertEvents(sql, [nextEvent(found, { kind: 'supplement-published', on: today, says })], now);
      }
      return did(
        undefined,
        publicEntry({
          ...entry,
          facts: { item: item.number, papers: [...papers], late: isLate, urgentBecause: because },
          about: aboutMeeting(found, itemPath(item)),
        }),
      );
    },
  );
