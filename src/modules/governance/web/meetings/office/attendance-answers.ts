import type { Answers, FieldErrors } from '#platform/http';
import type { AttendanceGiven } from '../../../actions/meetings/record-attendance.ts';
import type { Attendance, Presence } from '../../../domain/meeting/attendance.ts';
import { presences } from '../../../domain/meeting/attendance.ts';
import type { SeatLine } from '../../../queries/committees.ts';

/** The name of a question about one office. Offices are named in addresses with a dot, which stays. */
export const fieldOf = (question: 'presence' | 'from' | 'until' | 'for', officeId: string): string =>
  `${question}:${officeId}`;

/** What was entered before as the answers of the form; on the first time every member is asked about. */
export function attendanceAnswers(
  kept: Readonly<{ people: readonly Attendance[] }> | undefined,
  seats: readonly SeatLine[],
): Answers {
  if (kept === undefined) {
    const chair = seats.find(({ seat }) => seat.capacity === 'chair')?.seat.officeId ?? '';
    return { presided: chair };
  }
  const seated = new Set(seats.map(({ seat }) => seat.officeId));
  const others = kept.people.filter(({ officeId }) => !seated.has(officeId));
  return {
    presided: kept.people.find(({ presided }) => presided)?.officeId ?? '',
    ...Object.fromEntries(
      kept.people.flatMap((person) => [
        [fieldOf('presence', person.officeId), person.presence],
        [fieldOf('from', person.officeId), person.fromItem ?? ''],
        [fieldOf('until', person.officeId), person.untilItem ?? ''],
        [fieldOf('for', person.officeId), person.substituteFor ?? ''],
      ]),
    ),
    ...Object.fromEntries(others.map(({ officeId }, at) => [`other-${at + 1}`, officeId])),
  };
}

/** Everybody of whom the answers say something. */
export function attendanceRead(answers: Answers, seats: readonly SeatLine[]): readonly AttendanceGiven[] {
  const orNone = (answer: string | undefined) => (answer === undefined || answer === '' ? undefined : answer);
  const seated = seats.flatMap(({ seat: { officeId } }): readonly AttendanceGiven[] => {
    const presence = answers[fieldOf('presence', officeId)] ?? '';
    if (!isPresence(presence)) return [];
    return [
      {
        officeId,
        presence,
        substituteFor: orNone(answers[fieldOf('for', officeId)]),
        presided: answers['presided'] === officeId,
        fromItem: orNone(answers[fieldOf('from', officeId)]),
        untilItem: orNone(answers[fieldOf('until', officeId)]),
      },
    ];
  });
  const others = [1, 2, 3, 4].flatMap((number) => orNone(answers[`other-${number}`]) ?? []);
  return [
    ...seated,
    ...[...new Set(others)].map((officeId) => ({
      officeId,
      presence: 'in-attendance' as const,
      substituteFor: undefined,
      presided: false,
      fromItem: undefined,
      untilItem: undefined,
    })),
  ];
}

/** What is answered of an office that is not entered as present, by field: none of it may be passed over in silence. */
export function saidOfNobodyThere(answers: Answers, seats: readonly SeatLine[]): FieldErrors {
  const errors: Record<string, string> = {};
  for (const { seat, title } of seats) {
    const presence = fieldOf('presence', seat.officeId);
    if (answers[presence] === 'present') continue;
    const says = (['for', 'from', 'until'] as const).some(
      (question) => (answers[fieldOf(question, seat.officeId)] ?? '') !== '',
    );
    if (says)
      errors[presence] =
        `Select that ${title} was present, or leave from and until which item and for whom it stands in empty`;
    if (answers['presided'] === seat.officeId)
      errors['presided'] = 'Whoever presided must have been present. Select somebody who was';
  }
  return errors;
}

const isPresence = (typed: string): typed is Presence => Object.hasOwn(presences, typed);
