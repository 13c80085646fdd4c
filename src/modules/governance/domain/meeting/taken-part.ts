import type { Attendance } from './attendance.ts';
import type { MotionPut } from './motion.ts';

/**
 * The first office that took part in a motion as recorded, and by this list could not have: it moved or seconded it, voted,
 * cast another’s vote or dissented, and was not in the room or has no vote. Undefined: the list and the motion agree.
 */
export function couldNotHave(
  { movedBy, secondedBy, votes }: Pick<MotionPut, 'movedBy' | 'secondedBy' | 'votes'>,
  { present, members }: Readonly<{ present: readonly Attendance[]; members: readonly Attendance[] }>,
): string | undefined {
  const isThere = (officeId: string) => present.some((each) => each.officeId === officeId);
  const isRepresented = (officeId: string) => present.some(({ substituteFor }) => substituteFor === officeId);
  const mayVote = (officeId: string) =>
    members.some((each) => each.officeId === officeId && each.votes) && !isRepresented(officeId);
  const wrongVote = votes.find(
    ({ officeId, castBy, choice }) =>
      !isThere(castBy ?? officeId) || (choice !== 'dissents' && !mayVote(officeId)),
  );
  if (!isThere(movedBy)) return movedBy;
  if (secondedBy !== undefined && !isThere(secondedBy)) return secondedBy;
  return wrongVote?.officeId;
}
