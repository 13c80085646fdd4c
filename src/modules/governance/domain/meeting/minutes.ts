import type { IsoDate } from '#platform/kernel';

/** What was written of an item. A part that was closed to the public stays with the body. */
export type Minute = Readonly<{
  itemId: string;
  part: 'public' | 'closed';
  version: number;
  text: string;
  /** Whether everybody can read this version. */
  isPublic: boolean;
}>;

/** What a meeting asked an office to do. */
export type MeetingAction = Readonly<{
  /** `maidstone/2008-001/actions/1`. */
  id: string;
  meetingId: string;
  itemId: string | undefined;
  bodyId: string;
  text: string;
  ownerOffice: string;
  ownerTitle: string;
  dueOn: IsoDate | undefined;
  setOn: IsoDate;
  doneOn: IsoDate | undefined;
  doneSays: string;
}>;

/** The part of an action’s id that is its own within the meeting. */
export const actionKey = ({ id }: Pick<MeetingAction, 'id'>): string => id.slice(id.lastIndexOf('/') + 1);

/** Whether it is not done, and its day has passed. */
export const isOverdue = ({ dueOn, doneOn }: Pick<MeetingAction, 'dueOn' | 'doneOn'>, on: IsoDate): boolean =>
  doneOn === undefined && dueOn !== undefined && dueOn < on;
