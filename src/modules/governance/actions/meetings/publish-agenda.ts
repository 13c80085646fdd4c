import { type Actor, formatDate, type IsoDate, plural, refuse, type Result } from '#platform/kernel';
import type { Stale } from '#platform/module';
import { type ActOptions, type ActServices, publicEntry } from '#platform/record';
import type { AccessJudged } from '../../domain/meeting/access.ts';
import { itemAnchor, itemPath } from '../../domain/meeting/agenda-item.ts';
import { type Meeting, meetingPath } from '../../domain/meeting/meeting.ts';
import { compareNumbers, numberItems } from '../../domain/meeting/numbering.ts';
import { isAhead } from '../../domain/meeting/standing.ts';
import { mayRunMeetings } from '../../permissions.ts';
import { accessJudged } from '../../queries/meetings/access-rules.ts';
import { type AgendaToPublish, agendaToPublish } from '../../queries/meetings/agenda-to-publish.ts';
import { privateItems, type PrivateItemOf } from '../../queries/meetings/private-items.ts';
import { attachedPapers } from '../../queries/meetings/attached-papers.ts';
import { type Found, keepFound } from '../../store/found.ts';
import { insertEvents } from '../../store/meetings.ts';
import { insertItems, type KeptItem, publishItems } from '../../store/meetings-agenda.ts';
import { publishPapers } from '../papers/publish-papers.ts';
import { newItem } from './draft-item.ts';
import {
  aboutMeeting,
  actOnMeeting,
  did,
  type MeetingFound,
  nextEvent,
  type OnMeetingRefusal,
} from './on-meeting.ts';

export type PublishAgendaRefusal =
  | OnMeetingRefusal
  | 'meeting-over'
  | 'nothing-to-publish'
  /** Too late for the access rule, and an item lacks the chair’s reason for taking it all the same. */
  | Readonly<{ late: readonly AccessJudged[] }>
  | Stale<AgendaToPublish>;

/**
 * Publishes a meeting’s agenda, or what has come to it since as a supplement. Items get the numbers they keep for good;
 * what belongs on the agenda without anybody’s acting becomes part of it. An agenda that is not open for as long as the
 * rules ask is published only with the chair’s reason for urgency (Local Government Act 1972, section 100B(4)).
 */
export const publishAgenda = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: Readonly<{ seen: string; urgentBecause: string }>,
  options: ActOptions = {},
): Promise<Result<{ numbers: string[] }, PublishAgendaRefusal>> =>
  actOnMeeting<{ numbers: string[] }, PublishAgendaRefusal>(
    services,
    actor,
    meetingId,
    mayRunMeetings,
    options,
    async (sql, found) => {
      const { meeting, committee, standing, today, now } = found;
      if (!isAhead(standing)) return refuse('meeting-over');
      const agenda = await agendaToPublish(sql, { ...found, on: today, at: now });
      if (agenda.seen !== asked.seen) return refuse({ stale: agenda });
      if (agenda.drafted.length + agenda.proposed.length === 0) return refuse('nothing-to-publish');

      const sitsOn = standing.sittings.find(({ on }) => on >= today)?.on ?? today;
      const judged = await accessJudged(sql, {
        bodyId: meeting.bodyId,
        kind: committee.kind,
        publishedOn: today,
        sitsOn,
      });
      const isLate = judged.some((each) => each.standing === 'late');
      const reasonOf = (item: KeptItem) => item.urgentBecause || (isLate ? asked.urgentBecause : '');
      const lacking = agenda.proposed.length > 0 || agenda.drafted.some((item) => reasonOf(item) === '');
      if (isLate && asked.urgentBecause === '' && lacking) return refuse({ late: judged });

      const coming = await withProposed(found, agenda);
      await insertItems(sql, coming.entered);
      const numbers = numberItems(
        agenda.published.flatMap(({ number }) => number ?? []),
        coming.items,
      );
      const supplement =
        agenda.published.length === 0 ? 0 : Math.max(...agenda.published.map((item) => item.supplement)) + 1;
      const numbered = coming.items.map((item, at) => ({
        item: { ...item, number: numbers[at] ?? '' },
        id: item.id,
        number: numbers[at] ?? '',
        urgentBecause: reasonOf(item),
      }));
      await publishItems(sql, numbered, { on: today, at: now, supplement });
      const papers = await publishPapers(sql, await attachedPapers(sql, agenda.drafted.map(itemPath)), {
        at: now,
        on: sitsOn,
        places: [],
        topics: [],
      });
      const inPrivate = await privateItems(
        sql,
        committee,
        numbered.map(({ item }) => item),
        sitsOn,
      );
      const says = [saysPublished(numbers, isLate, asked.urgentBecause), ...inPrivate.map(sayPrivate)].join(
        ' ',
      );
      const kind = supplement === 0 ? 'agenda-published' : 'supplement-published';
      await insertEvents(sql, [nextEvent(found, { kind, on: today, says })], now);
      await keepFound(
        sql,
        foundFrom(
          meeting,
          sitsOn,
          numbered.map(({ item }) => item),
          today,
        ),
      );
      return did(
        { numbers: [...numbers] },
        publicEntry({
          act: `governance.meeting.${kind}`,
          subject: meetingPath(meeting),
          summary: `${supplement === 0 ? 'Agenda' : `Supplement ${supplement} to the agenda`} published: ${committee.name}, ${formatDate(sitsOn)}`,
          facts: {
            items: numbered.map(({ number, item, urgentBecause }) => ({
              number,
              title: item.title,
              access: item.access,
              subject: item.subject ?? null,
              urgentBecause,
            })),
            papers: [...papers],
            late: isLate,
            inPrivate: inPrivate.map(({ item, standing: had, says: because }) => ({
              number: item.number ?? '',
              standing: had,
              says: because,
            })),
          },
          about: aboutMeeting(found, ...numbered.flatMap(({ item }) => item.subject ?? [])),
        }),
      );
    },
  );

/** The items that are published now: what belongs there by itself comes after what officers put there. */
async function withProposed(found: MeetingFound, { published, drafted, proposed }: AgendaToPublish) {
  const entered = proposed.reduce<readonly ReturnType<typeof newItem>[]>((sofar, item) => {
    const { key, title, summary, purpose, subject, thread } = item;
    const next = newItem(
      found,
      {
        title: title.slice(0, 300),
        summary,
        purpose,
        access: 'open',
        paragraphs: [],
        publicInterest: '',
        subject,
        thread,
        proposedBy: key,
        after: undefined,
        urgentBecause: '',
      },
      [...published, ...drafted, ...sofar],
    );
    return [...sofar, next];
  }, []);
  return { entered, items: [...drafted, ...entered] };
}

function saysPublished(numbers: readonly string[], isLate: boolean, urgentBecause: string): string {
  const items = `${plural(numbers.length, 'item')}: ${[...numbers].toSorted(compareNumbers).join(', ')}.`;
  return isLate ? `${items} Later than the rules ask; taken as urgent: ${urgentBecause}` : items;
}

const sayPrivate = ({ item, says }: PrivateItemOf): string =>
  `Item ${item.number ?? ''} in private: ${says}.`;

const foundFrom = (
  meeting: Meeting,
  on: IsoDate,
  items: readonly KeptItem[],
  today: IsoDate,
): readonly Found[] =>
  items.map(({ number = '', title, summary }) => ({
    subject: `${meetingPath(meeting)}#${itemAnchor(number)}`,
    kind: 'item',
    bodyId: meeting.bodyId,
    title,
    text: summary,
    on,
    places: [],
    topics: [],
    visibleFrom: today,
  }));
