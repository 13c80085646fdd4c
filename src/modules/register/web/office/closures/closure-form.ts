import type { Answers, FieldErrors } from '#platform/http';
import { type IsoDate, never, type Result } from '#platform/kernel';
import { z } from 'zod';
import type { CloseDayRefusal, ReopenDayRefusal } from '../../../actions/close-day.ts';
import { acceptClosure, type Closure } from '../../../domain/closure.ts';
import { day, explainCommon, isCommon, line, readAnswers } from '#platform/web';

const form = z.object({
  day: day('the day on which the offices are closed'),
  reason: line('why the offices are closed', { most: 200 }),
  source: line('who decided it and where it is written', { most: 300 }),
});

export type ClosureRead = z.infer<typeof form>;

export const readClosure = (answers: Answers): Result<ClosureRead, FieldErrors> =>
  readAnswers(form, answers, ['day']);

/** Why the day could not be added as things stand; undefined when it can. */
export function foreseeClosure(
  read: ClosureRead,
  closed: readonly Closure[],
  today: IsoDate,
): FieldErrors | undefined {
  const accepted = acceptClosure(read, closed, today);
  return accepted.ok ? undefined : explainClosure(accepted.error);
}

export function explainClosure(refusal: CloseDayRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'reason-missing':
      return { reason: 'Enter why the offices are closed' };
    case 'source-missing':
      return { source: 'Enter who decided it and where it is written' };
    case 'already-closed':
      return { day: 'That day is on the list already. Enter another day' };
    case 'day-has-passed':
      return {
        day: 'The day must be today or later: deadlines that people relied on are not moved afterwards',
      };
    default:
      return never(refusal);
  }
}

export function explainReopening(refusal: ReopenDayRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'day-is-not-closed':
      return { form: 'That day is not on the list, or was taken off it already' };
    case 'day-has-passed':
      return { form: 'That day has passed, and deadlines were counted without it. It stays on the list' };
    default:
      return never(refusal);
  }
}
