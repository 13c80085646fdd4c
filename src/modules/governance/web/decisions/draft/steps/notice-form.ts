import type { Answers, FieldErrors } from '#platform/http';
import { ok, type Result } from '#platform/kernel';
import { line, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { NewDecision } from '../../../../domain/decision/new-decision.ts';

const form = z.object({
  notice: line('the notice', { most: 200, optional: true }),
  shorter: line('the regulation', { most: 4, optional: true }),
  shorterReasons: passage('why full notice was impracticable', { most: 5000, optional: true }),
});

export const noticeNames: readonly string[] = Object.keys(form.shape);
export type NoticeHad = Pick<NewDecision, 'noticeId' | 'shorterNotice'>;

export function readNotice(answers: Answers): Result<NoticeHad, FieldErrors> {
  const read = readAnswers(form, answers);
  if (!read.ok) return read;
  const { notice, shorter, shorterReasons: reasons } = read.value;
  const regulation = shorter === '10' ? 10 : shorter === '11' ? 11 : undefined;
  return ok({
    noticeId: notice === '' ? undefined : notice,
    shorterNotice: regulation === undefined ? undefined : { regulation, reasons },
  });
}
