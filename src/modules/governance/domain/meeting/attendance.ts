import type { Capacity } from '../committee.ts';
import { compareNumbers } from './numbering.ts';

export const presences = {
  present: 'Present',
  apologies: 'Apologies',
  absent: 'Absent',
  'in-attendance': 'In attendance',
} as const;
export type Presence = keyof typeof presences;

/** Whether an office was at a meeting, and for which part of it. */
export type Attendance = Readonly<{
  officeId: string;
  officeTitle: string;
  capacity: Capacity | undefined;
  /** Whether it may vote here: of a substitute, as the member it stands for may. */
  votes: boolean;
  /** What its vote counts, in thousandths. */
  weight: number;
  presence: Presence;
  /** The member it stands for. */
  substituteFor: string | undefined;
  presided: boolean;
  /** The number of the item from which it was there; undefined: from the start. */
  fromItem: string | undefined;
  /** The number of the last item for which it was there; undefined: to the end. */
  untilItem: string | undefined;
}>;

/** Those who were in the room at an item, apart from members who declared an interest and left. */
export function presentAt(
  attendance: readonly Attendance[],
  item: string | undefined,
  leftTheRoom: ReadonlySet<string> = new Set(),
): readonly Attendance[] {
  return attendance.filter(
    ({ presence, officeId, fromItem, untilItem }) =>
      presence === 'present' &&
      !leftTheRoom.has(officeId) &&
      (item === undefined || fromItem === undefined || compareNumbers(fromItem, item) <= 0) &&
      (item === undefined || untilItem === undefined || compareNumbers(item, untilItem) <= 0),
  );
}

export type QuorumJudged =
  | Readonly<{ standing: 'met'; needed: number; present: number }>
  | Readonly<{ standing: 'not-met'; needed: number; present: number }>
  /** Nothing recorded says how many are needed. */
  | Readonly<{ standing: 'not-known'; present: number }>;

/** Whether enough members who may vote are there. */
export function judgeQuorum(present: readonly Attendance[], needed: number | undefined): QuorumJudged {
  const count = present.filter(({ votes }) => votes).length;
  if (needed === undefined) return { standing: 'not-known', present: count };
  return { standing: count >= needed ? 'met' : 'not-met', needed, present: count };
}

export type AttendanceRefusal =
  | 'nobody-given'
  | 'two-presided'
  | 'presided-absent'
  | Readonly<{
      person: string;
      wrong: 'substitute-for-itself' | 'member-is-present' | 'member-twice' | 'leaves-before-coming';
    }>;

/** Whether a list of who was there holds together. */
export function checkAttendance(attendance: readonly Attendance[]): AttendanceRefusal | undefined {
  if (attendance.length === 0) return 'nobody-given';
  const presiding = attendance.filter(({ presided }) => presided);
  if (presiding.length > 1) return 'two-presided';
  if (presiding.some(({ presence }) => presence !== 'present')) return 'presided-absent';
  const standIns = attendance.filter(({ substituteFor }) => substituteFor !== undefined);
  for (const { officeId, officeTitle, substituteFor, fromItem, untilItem } of attendance) {
    const refused = (
      wrong: 'substitute-for-itself' | 'member-is-present' | 'member-twice' | 'leaves-before-coming',
    ) => ({ person: officeTitle, wrong }) as const;
    if (fromItem !== undefined && untilItem !== undefined && compareNumbers(untilItem, fromItem) < 0)
      return refused('leaves-before-coming');
    if (substituteFor === undefined) continue;
    if (substituteFor === officeId) return refused('substitute-for-itself');
    if (attendance.some((each) => each.officeId === substituteFor && each.presence === 'present'))
      return refused('member-is-present');
    if (standIns.filter((each) => each.substituteFor === substituteFor).length > 1)
      return refused('member-twice');
  }
  return undefined;
}
