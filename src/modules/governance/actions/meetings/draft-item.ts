import { type Actor, refuse, type Result } from '#platform/kernel';
import type { Stale } from '#platform/module';
import { type ActOptions, type ActServices, type Entry, publicEntry } from '#platform/record';
import { type AgendaItem, itemAnchor } from '../../domain/meeting/agenda-item.ts';
import { meetingPath } from '../../domain/meeting/meeting.ts';
import { isAhead } from '../../domain/meeting/standing.ts';
import { mayPrepareDecisions, mayRunMeetings } from '../../permissions.ts';
import {
  deleteItem,
  insertItems,
  type ItemToKeep,
  type KeptItem,
  listItems,
  orderItems,
  updateItem,
} from '../../store/meetings-agenda.ts';
import { aboutMeeting, actOnMeeting, did, type MeetingFound, type OnMeetingRefusal } from './on-meeting.ts';

/** What an officer says of an item. */
export type ItemDrafted = Pick<
  AgendaItem,
  | 'title'
  | 'summary'
  | 'purpose'
  | 'access'
  | 'paragraphs'
  | 'publicInterest'
  | 'subject'
  | 'thread'
  | 'proposedBy'
  | 'after'
  | 'urgentBecause'
>;

export type DraftItemRefusal =
  | OnMeetingRefusal
  | 'meeting-over'
  | 'no-such-item'
  | 'published-already'
  | 'paragraphs-missing'
  | 'public-interest-missing'
  | 'on-the-agenda-already'
  | Stale<AgendaItem>;

/** Puts an item on a meeting’s agenda. Its body alone sees it until the agenda is published. */
export const addItem = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: ItemDrafted,
  options: ActOptions = {},
): Promise<Result<{ itemId: string }, DraftItemRefusal>> =>
  actOnMeeting<{ itemId: string }, DraftItemRefusal>(
    services,
    actor,
    meetingId,
    mayPrepareDecisions,
    options,
    async (sql, found) => {
      if (!isAhead(found.standing)) return refuse('meeting-over');
      const wrong = checkAccess(asked);
      if (wrong !== undefined) return refuse(wrong);
      const items = (await listItems(sql, [meetingId])).get(meetingId) ?? [];
      if (asked.proposedBy !== undefined && items.some(({ proposedBy }) => proposedBy === asked.proposedBy))
        return refuse('on-the-agenda-already');
      const item = newItem(found, asked, items);
      await insertItems(sql, [item]);
      return did({ itemId: item.id }, privately(found, 'governance.item.drafted', item.title));
    },
  );

/** Changes an item that is not published yet. */
export const editItem = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: ItemDrafted &
    Readonly<{
      itemId: string;
      seen: number;
      /** Where it goes among the items that are not published yet, from 1; undefined: where it is. */
      position?: number | undefined;
    }>,
  options: ActOptions = {},
): Promise<Result<undefined, DraftItemRefusal>> =>
  actOnMeeting<undefined, DraftItemRefusal>(
    services,
    actor,
    meetingId,
    mayPrepareDecisions,
    options,
    async (sql, found) => {
      const { itemId, seen, position, ...drafted } = asked;
      const items = (await listItems(sql, [meetingId])).get(meetingId) ?? [];
      const item = items.find(({ id }) => id === itemId);
      if (item === undefined) return refuse('no-such-item');
      if (item.version !== seen) return refuse({ stale: item });
      if (item.number !== undefined) return refuse('published-already');
      const wrong = checkAccess(asked);
      if (wrong !== undefined) return refuse(wrong);
      await updateItem(sql, {
        ...item,
        ...drafted,
        proposedBy: item.proposedBy,
        version: item.version + 1,
        ...keptBy(found),
      });
      const others = items.filter(({ id, number }) => id !== itemId && number === undefined);
      if (position !== undefined)
        await orderItems(
          sql,
          others.toSpliced(position - 1, 0, item).map(({ id }) => id),
        );
      return did(undefined, privately(found, 'governance.item.changed', asked.title));
    },
  );

/** Takes an item off before it was published. */
export const removeItem = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: Readonly<{ itemId: string; seen: number }>,
  options: ActOptions = {},
): Promise<Result<undefined, DraftItemRefusal>> =>
  actOnMeeting<undefined, DraftItemRefusal>(
    services,
    actor,
    meetingId,
    mayPrepareDecisions,
    options,
    async (sql, found) => {
      const items = (await listItems(sql, [meetingId])).get(meetingId) ?? [];
      const item = items.find(({ id }) => id === asked.itemId);
      if (item === undefined) return refuse('no-such-item');
      if (item.version !== asked.seen) return refuse({ stale: item });
      if (item.number !== undefined) return refuse('published-already');
      await deleteItem(sql, item.id);
      return did(undefined, privately(found, 'governance.item.removed', item.title));
    },
  );

export type WithdrawItemRefusal =
  | OnMeetingRefusal
  | 'meeting-over'
  | 'no-such-item'
  | 'not-published'
  | 'withdrawn-already';

/** Withdraws a published item: it stays on the agenda under its number, said to be withdrawn. */
export const withdrawItem = (
  services: ActServices,
  actor: Actor | undefined,
  meetingId: string,
  asked: Readonly<{ itemId: string; reason: string }>,
  options: ActOptions = {},
): Promise<Result<undefined, WithdrawItemRefusal>> =>
  actOnMeeting<undefined, WithdrawItemRefusal>(
    services,
    actor,
    meetingId,
    mayRunMeetings,
    options,
    async (sql, found) => {
      const { meeting, standing, today, now } = found;
      if (standing.standing === 'minutes-approved') return refuse('meeting-over');
      const items = (await listItems(sql, [meetingId])).get(meetingId) ?? [];
      const item = items.find(({ id }) => id === asked.itemId);
      if (item === undefined) return refuse('no-such-item');
      if (item.number === undefined) return refuse('not-published');
      if (item.withdrawnOn !== undefined) return refuse('withdrawn-already');
      await updateItem(sql, {
        ...item,
        withdrawnOn: today,
        withdrawnBecause: asked.reason,
        version: item.version + 1,
        ...keptBy(found),
        publicAt: now,
      });
      return did(
        undefined,
        publicEntry({
          act: 'governance.item.withdrawn',
          subject: meetingPath(meeting),
          summary: `Item ${item.number} withdrawn from the agenda: ${item.title}`,
          facts: { item: item.number, reason: asked.reason },
          about: aboutMeeting(found, `${meetingPath(meeting)}#${itemAnchor(item.number)}`),
        }),
      );
    },
  );

const keptBy = ({ actor, now }: MeetingFound) => ({
  publicAt: undefined,
  savedBy: actor.officeTitle,
  recordedAt: now,
});

/** An item as it is entered, behind those there are. */
export function newItem(
  found: Pick<MeetingFound, 'meeting' | 'actor' | 'now'>,
  drafted: ItemDrafted,
  items: readonly KeptItem[],
): ItemToKeep {
  const { meeting, actor, now } = found;
  const entered = Math.max(0, ...items.map((item) => item.entered)) + 1;
  return {
    ...drafted,
    id: `${meeting.id}/${entered}`,
    meetingId: meeting.id,
    bodyId: meeting.bodyId,
    entered,
    position: Math.max(0, ...items.map((item) => item.position)) + 1,
    number: undefined,
    supplement: 0,
    publishedOn: undefined,
    withdrawnOn: undefined,
    withdrawnBecause: '',
    version: 1,
    publicAt: undefined,
    savedBy: actor.officeTitle,
    recordedAt: now,
  };
}

function checkAccess({ access, paragraphs, publicInterest }: ItemDrafted) {
  if (access !== 'exempt' && access !== 'part-exempt') return undefined;
  if (paragraphs.length === 0) return 'paragraphs-missing';
  return publicInterest.trim() === '' ? 'public-interest-missing' : undefined;
}

/** What is done to an agenda before it is published enters the public log as a commitment alone. */
const privately = ({ meeting }: MeetingFound, act: string, title: string): Entry => ({
  act,
  subject: meetingPath(meeting),
  summary: `Agenda: ${title}`,
  facts: { title },
  visibility: 'private',
});
