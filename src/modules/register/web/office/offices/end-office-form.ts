import type { Answers, FieldErrors } from '#platform/http';
import { never, type Result } from '#platform/kernel';
import { z } from 'zod';
import type { EndOfficeRefusal } from '../../../actions/end-office.ts';
import { type InOneWord } from '#platform/module';
import { day, explainCommon, isCommon, passage, readAnswers } from '#platform/web';

const form = z.object({
  until: day('the first day on which the office is gone'),
  reason: passage('why the office ends', { most: 1000 }),
});

export type OfficeEndRead = z.infer<typeof form>;

export const readOfficeEnd = (answers: Answers): Result<OfficeEndRead, FieldErrors> =>
  readAnswers(form, answers, ['until']);

export function explainOfficeEnd(refusal: InOneWord<EndOfficeRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'already-ended':
      return { form: 'This office has an end already. Nothing was changed' };
    case 'ends-before-it-begins':
      return { until: 'The office must end after the day it began' };
    case 'reason-missing':
      return { reason: 'Enter why the office ends' };
    case 'no-such-office':
      return { form: 'This office is no longer in the register, so nothing was changed' };
    default:
      return never(refusal);
  }
}
