import type { IsoDate, WallTime } from '#platform/kernel';

/** How much of a meeting the public may attend. Exempt items can close a part of it; confidential ones must. */
export const meetingParts = {
  public: 'In public',
  'part-private': 'Partly in private',
  private: 'In private',
} as const;
export type MeetingPart = keyof typeof meetingParts;

/**
 * One company of members meeting. Where several bodies meet in one room each has a meeting of its own, with its own
 * attendance, votes and record; `gathering` is what those meetings have in common.
 */
export type Meeting = Readonly<{
  /** `maidstone/2008-001`. */
  id: string;
  bodyId: string;
  committeeId: string;
  reference: string;
  part: MeetingPart;
  gathering: string | undefined;
  /** Entered from an old record, with its gaps. */
  isHistoric: boolean;
  source: string;
  externalReference: string | undefined;
  recordedAt: Date;
}>;

/** When and where a meeting sits. The time and the place of old ones are not always known. */
export type Sitting = Readonly<{ on: IsoDate; at: WallTime | undefined; place: string }>;

/** What can happen to a meeting as a whole. */
export const meetingEventKinds = {
  called: 'Called',
  'agenda-published': 'Agenda published',
  'supplement-published': 'Supplement to the agenda published',
  postponed: 'Moved to another time or place',
  adjourned: 'Adjourned, to go on',
  cancelled: 'Cancelled',
  'minutes-published': 'Draft minutes published',
  'minutes-approved': 'Minutes approved',
} as const;
export type MeetingEventKind = keyof typeof meetingEventKinds;

/** One dated thing that happened to a meeting. Where it stands is derived from these. */
export type MeetingEvent = Readonly<{
  position: number;
  kind: MeetingEventKind;
  /** The day on which it happened. */
  on: IsoDate;
  /** When the meeting is to sit: of a call, a move and an adjournment. */
  sitting: Sitting | undefined;
  /** The day from which another sitting stands in the place of this one. */
  replacedOn: IsoDate | undefined;
  /** Why, or what was changed. */
  says: string;
  /** The later meeting that approved the minutes. */
  atMeeting: string | undefined;
  byOffice: string;
}>;

type Named = Pick<Meeting, 'bodyId' | 'reference'>;

/** The page of a meeting, which is also how every other thing points at it. */
export const meetingPath = ({ bodyId, reference }: Named): string => `/meetings/${bodyId}/${reference}`;

/** The id of a meeting, from its body and its number. */
export const meetingId = ({ bodyId, reference }: Named): string => `${bodyId}/${reference}`;

/** The same page, from the id. */
export const pathOfMeeting = (id: string): string => `/meetings/${id}`;
