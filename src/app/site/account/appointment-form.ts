import type { Answers, FieldErrors } from '#platform/http';
import type { AppointRefusal, OpenAccountRefusal } from '#platform/identity';
import { type IsoDate, never, ok, type Result } from '#platform/kernel';
import { dateAnswers, day, explainCommon, isCommon, line, optionalDay, readAnswers } from '#platform/web';
import { z } from 'zod';

const term = {
  office: line('the office', { most: 200 }),
  from: day('the first day'),
  to: optionalDay('the last day'),
};
const appointment = z.object(term);
const account = z.object({ email: line('the e-mail address', { most: 254 }), ...term });

export type TermRead = Readonly<{ officeId: string; from: IsoDate; to: IsoDate | undefined }>;

export function readTerm(answers: Answers): Result<TermRead, FieldErrors> {
  const read = readAnswers(appointment, answers, ['from', 'to']);
  return read.ok ? ok({ officeId: read.value.office, from: read.value.from, to: read.value.to }) : read;
}

export function readAccount(answers: Answers): Result<TermRead & Readonly<{ email: string }>, FieldErrors> {
  const read = readAnswers(account, answers, ['from', 'to']);
  if (!read.ok) return read;
  const { email, office, from, to } = read.value;
  return ok({ email, officeId: office, from, to });
}

/** A first day that is most often meant. */
export const fromToday = (today: IsoDate): Answers => dateAnswers('from', today);

export function explainTerm(refusal: AppointRefusal | OpenAccountRefusal): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'not-an-email':
      return { email: 'Enter an e-mail address, like name@council.gov.uk' };
    case 'email-in-use':
      return {
        email:
          'There is an account with this e-mail address already. If it is in your list, appoint that one to the office or open it again; otherwise use another address',
      };
    case 'no-such-office':
      return {
        office:
          'Your body has no such office on the first day. Select one from the list, or a first day on which it exists',
      };
    case 'ends-before-it-begins':
      return { to: 'The last day must be the first day or later' };
    case 'appointed-already':
      return {
        office:
          'This account is appointed to this office in these days already. Select another office, or days that do not overlap',
      };
    case 'account-closed':
      return { form: 'This account is closed. Open it again first, then appoint it' };
    case 'no-such-account':
      return { form: 'Your body has no such account' };
    default:
      return never(refusal);
  }
}
