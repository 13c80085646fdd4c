import type { IsoDate } from '#platform/kernel';
import type { Access } from '../decision/decision.ts';

/** What a meeting is asked to do with an item. */
export const itemPurposes = {
  decide: 'For decision',
  recommend: 'To recommend',
  endorse: 'To endorse',
  note: 'To note',
  discuss: 'For discussion',
} as const;
export type ItemPurpose = keyof typeof itemPurposes;

/** One item of an agenda. Its own body alone sees it until it is published; its number then never changes. */
export type AgendaItem = Readonly<{
  /** `maidstone/2008-001/3`: the meeting and the order in which it was entered. */
  id: string;
  meetingId: string;
  bodyId: string;
  /** `5`, or `5A` for one that came late; undefined before it is published. */
  number: string | undefined;
  title: string;
  summary: string;
  purpose: ItemPurpose;
  access: Access;
  /** Paragraphs of schedule 12A to the Local Government Act 1972. */
  paragraphs: readonly number[];
  publicInterest: string;
  /** Page of the notice, decision, proposal or recommendation it is about. */
  subject: string | undefined;
  /** What items of several meetings on one matter have in common. */
  thread: string | undefined;
  /** What put it on the agenda without anybody’s acting; undefined where an officer did. */
  proposedBy: string | undefined;
  /** Of a late item: the published item it comes after; undefined: at the end. */
  after: string | undefined;
  /** The chair’s reason for taking it as a matter of urgency (Local Government Act 1972, section 100B(4)). */
  urgentBecause: string;
  /** 0 for the agenda itself, 1 for its first supplement. */
  supplement: number;
  publishedOn: IsoDate | undefined;
  withdrawnOn: IsoDate | undefined;
  withdrawnBecause: string;
  /** Goes up with every change: who saves on an older one is told so. */
  version: number;
}>;

/** The part of an item’s id that is its own within the meeting. */
export const itemKey = ({ id, meetingId }: Pick<AgendaItem, 'id' | 'meetingId'>): string =>
  id.slice(meetingId.length + 1);

/** The address of an item, which it has from the start; its papers belong to it under this name. */
export const itemPath = (item: Pick<AgendaItem, 'id' | 'meetingId'>): string =>
  `/meetings/${item.meetingId}/items/${itemKey(item)}`;

/** The place of an item on its meeting’s page. */
export const itemAnchor = (number: string): string => `item-${number.toLowerCase()}`;

export const isClosed = ({ access }: Pick<AgendaItem, 'access'>): boolean =>
  access === 'exempt' || access === 'confidential';

/** Paragraphs of part 1 of schedule 12A, in force in England since March 2006. */
export const exemptParagraphs = [1, 2, 3, 4, 5, 6, 7] as const;
