import type { Answers, FieldErrors } from '#platform/http';
import { ok, type Result } from '#platform/kernel';
import { oneOf, optionalDay, readAnswers } from '#platform/web';
import { z } from 'zod';
import { accesses } from '../../../../domain/decision/decision.ts';
import type { NoticeContent } from '../../../../domain/notice/notice.ts';
import { exemptParagraphNumbers } from '../../../../domain/schedule-12a.ts';
import { agreementOf, offices } from './read-agreement.ts';
import { optional } from './typed.ts';

const accessKinds = Object.keys(accesses) as [keyof typeof accesses, ...(keyof typeof accesses)[]];
const access = z.object({
  access: oneOf(accessKinds, 'Select whether it is open to the public'),
  publicInterest: optional('why it is not open'),
  private: z.literal('yes').optional().catch(undefined),
  privateReasons: optional('why the meeting is in private'),
  privateAgreedBy: z.enum(offices).optional().catch(undefined),
  privateAgreedOn: optionalDay('the day of the agreement'),
  privateInsteadBecause: optional('why another agreed'),
  privateUrgencyReasons: optional('why the meeting is urgent'),
  representations: optional('the representations'),
  response: optional('the answer'),
});

/** Whether it is open to the public, and a meeting in private. */
export function readAccess(
  answers: Answers,
): Result<Pick<NoticeContent, 'access' | 'paragraphs' | 'publicInterest' | 'privateMeeting'>, FieldErrors> {
  const read = readAnswers(access, answers, ['privateAgreedOn']);
  if (!read.ok) return read;
  const given = read.value;
  const agreement = agreementOf(
    { by: given.privateAgreedBy, on: given.privateAgreedOn },
    { insteadBecause: given.privateInsteadBecause, reasons: given.privateUrgencyReasons },
    { by: 'privateAgreedBy', on: 'privateAgreedOn' },
  );
  if (!agreement.ok) return agreement;
  const isOpen = given.access === 'open';
  return ok({
    access: given.access,
    paragraphs: isOpen ? [] : exemptParagraphNumbers.filter((each) => answers[`paragraph-${each}`] === 'yes'),
    publicInterest: isOpen ? '' : given.publicInterest,
    privateMeeting:
      given.private === 'yes'
        ? {
            reasons: given.privateReasons,
            representations: given.representations === '' ? undefined : given.representations,
            response: given.response === '' ? undefined : given.response,
            agreement: agreement.value,
          }
        : undefined,
  });
}
