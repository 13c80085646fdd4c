import type { Basis, IsoDate, Money, WallTime } from '#platform/kernel';
import type { Access, MakerKind } from '../decision/decision.ts';
import type { ExemptParagraph } from '../schedule-12a.ts';
import type { SpecialUrgency } from './timeliness.ts';

/** By which rule a decision is announced. Before September 2012 regulations 15 and 16 stood for 10 and 11. */
export const routes = {
  'full-notice': 'Full notice',
  'general-exception': 'General exception',
  'special-urgency': 'Special urgency',
  'forward-plan': 'Monthly forward plan',
  none: 'No notice needed by law',
} as const;
export type NoticeRoute = keyof typeof routes;

/** What a version does with the notice before it. */
export const noticeChanges = {
  first: 'Published',
  changed: 'Changed',
  postponed: 'Postponed',
  'private-again': 'Second notice of a private meeting',
  withdrawn: 'Withdrawn',
} as const;
export type NoticeChange = keyof typeof noticeChanges;

/** Why it is a key decision or is not: the officer’s figures, held against the body’s own rules, and reasons. */
export type KeyReasons = Readonly<{
  spend: Money | undefined;
  saving: Money | undefined;
  /** Wards or divisions whose communities it affects significantly. */
  wards: number | undefined;
  says: string;
}>;

/** The general exception as it is claimed before it is known when its notice is published. */
export type ExceptionClaimed = Readonly<{
  scrutinyToldOn: IsoDate | undefined;
  /** Where there is no chairman, each member of the committee is told. */
  toldWhom: 'chairman' | 'each-member';
  reasons: string;
}>;

/** A meeting held in private: why, what the public said of that, what was answered, or who agreed that it is urgent. */
export type PrivateMeeting = Readonly<{
  reasons: string;
  /** Undefined until the second notice says. */
  representations: string | undefined;
  response: string | undefined;
  agreement: SpecialUrgency | undefined;
}>;

/** Clear days that an officer states where the register does not know the body’s rule, with where it is written. */
export type LocalRule = Readonly<{ count: number; basis: Basis; source: string }>;

/** Everything one version of a notice says. */
export type NoticeContent = Readonly<{
  title: string;
  matter: string;
  isKey: boolean;
  keyReasons: KeyReasons;
  makerKind: MakerKind;
  /** The body, or the name and title of the individual. */
  decisionMaker: string;
  members: readonly string[];
  /** The day of the decision, or the first and the last day of the period in which it is taken. */
  dueFrom: IsoDate;
  dueUntil: IsoDate;
  /** Submitted to the decision maker. Undefined: the notice does not say; empty: none yet. */
  documents: readonly string[] | undefined;
  availableAt: string;
  othersMayFollow: boolean;
  howToAsk: string;
  /** Who is consulted, how, and how to make representations. */
  consultation: string;
  access: Access;
  paragraphs: readonly ExemptParagraph[];
  publicInterest: string;
  privateMeeting: PrivateMeeting | undefined;
  route: NoticeRoute;
  exception: ExceptionClaimed | undefined;
  urgency: SpecialUrgency | undefined;
  /** The first day covered by the monthly forward plan it stands in. */
  forwardPlanFrom: IsoDate | undefined;
  localRule: LocalRule | undefined;
  leadOffice: string;
  places: readonly string[];
  topics: readonly string[];
}>;

/** One version of a notice, as published. It is never edited: a change is the next one. */
export type NoticeVersion = Readonly<{
  version: number;
  change: NoticeChange;
  /** What changed and why. */
  reason: string;
  /** The matter is another one: clear days count from this version and no longer from those before. */
  countsAnew: boolean;
  publishedOn: IsoDate;
  /** Undefined where only the day is known. */
  publishedTime: WallTime | undefined;
  /** Where it was published when that was not here; empty when it was. */
  publishedElsewhere: string;
  publishedBy: string;
  /** The draft it was published from. */
  fromDraft: string | undefined;
  recordedAt: Date;
  content: NoticeContent;
}>;

/** A notice of a forthcoming decision: all its versions, the first first. */
export type Notice = Readonly<{
  id: string;
  bodyId: string;
  reference: string;
  externalReference: string | undefined;
  versions: readonly NoticeVersion[];
}>;

type Named = Readonly<{ bodyId: string; reference: string }>;

/** The id of a notice, from its body and its number. */
export const noticeId = ({ bodyId, reference }: Named): string => `${bodyId}/${reference}`;

/** The page of a notice, which is also how every other thing points at it. */
export const noticePath = ({ bodyId, reference }: Named): string => `/forward-plan/${bodyId}/${reference}`;

/** The versions of a notice that stood on a day. */
export function versionsOn({ versions }: Pick<Notice, 'versions'>, on: IsoDate): readonly NoticeVersion[] {
  return versions.filter(({ publishedOn }) => publishedOn <= on);
}
