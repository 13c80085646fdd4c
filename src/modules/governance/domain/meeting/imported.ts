import type { IsoDate, WallTime } from '#platform/kernel';
import type { Access } from '../decision/decision.ts';
import type { ItemPurpose } from './agenda-item.ts';
import type { Capacity } from '../committee.ts';
import type { Presence } from './attendance.ts';
import type { MeetingPart } from './meeting.ts';

/** A meeting as another system or an old record has it: held or called off, with what is known of it. */
export type NewMeeting = Readonly<{
  bodyId: string;
  /** Which must be there already: see `importCommittee`. */
  committeeId: string;
  /** Made when it is left out: `2008-001`, by the year in which the meeting sits. */
  reference: string | undefined;
  /** What the other system calls it. Where the body has a meeting by this name already, nothing is entered. */
  externalReference: string | undefined;
  on: IsoDate;
  at: WallTime | undefined;
  place: string;
  part: MeetingPart;
  gathering: string | undefined;
  /** The days of which the source knows; undefined where it does not say. */
  calledOn: IsoDate | undefined;
  agendaPublishedOn: IsoDate | undefined;
  cancelledOn: IsoDate | undefined;
  minutesPublishedOn: IsoDate | undefined;
  minutesApprovedOn: IsoDate | undefined;
  items: readonly NewItem[];
  attendance: readonly NewAttendance[];
  source: string;
}>;

export type NewItem = Readonly<{
  /** As printed, `5` or `5A`; numbered in their order where any of the agenda is left out or not of that shape. */
  number: string | undefined;
  title: string;
  summary: string;
  purpose: ItemPurpose;
  access: Access;
  paragraphs: readonly number[];
  subject: string | undefined;
  thread: string | undefined;
  /** Its minutes, which everybody may read. */
  minutes: string;
}>;

export type NewAttendance = Readonly<{
  officeId: string;
  officeTitle: string;
  capacity: Capacity | undefined;
  presence: Presence;
}>;
