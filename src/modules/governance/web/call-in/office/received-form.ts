import type { Answers, FieldErrors } from '#platform/http';
import { listInWords, never, ok, refuse, type Result } from '#platform/kernel';
import { day, explainCommon, isCommon, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { FormReceived, ReceiveCallInRefusal } from '../../../actions/call-in/receive-call-in.ts';
import { signatureSentences } from '../../../domain/call-in/signature.ts';
import type { MemberSeat } from '../../../queries/call-in/members-on.ts';
import { groundsGiven, groundsOffered } from '../parts/grounds.ts';
import { reasonsCharacters } from '../parts/grounds-fields.tsx';
import { clockTime, momentTyped } from '../parts/moment-fields.tsx';
import { whenInWords } from '../words.ts';

const form = z.object({
  on: day('the day on which the form was received'),
  time: clockTime('the time at which the form was received'),
  reasons: passage('the reasons', { most: reasonsCharacters, optional: true }),
});

export type ReceivedRead = Omit<FormReceived, 'decisionId'>;

export const memberName = (position: number): string => `member-${position + 1}`;

export const readReceived =
  (members: readonly MemberSeat[], own: readonly string[] | undefined) =>
  (answers: Answers): Result<ReceivedRead, FieldErrors> => {
    const read = readAnswers(form, answers, ['on']);
    const officeIds = members
      .filter((_, position) => answers[memberName(position)] === 'yes')
      .map(({ officeId }) => officeId);
    const nobody = officeIds.length === 0 ? explainReceived('nobody-signed') : {};
    if (!read.ok) return refuse({ ...nobody, ...read.error });
    if (officeIds.length === 0) return refuse(nobody);
    const grounds = groundsGiven(answers, groundsOffered(own), read.value.reasons);
    return ok({ officeIds, received: momentTyped(read.value), grounds });
  };

export function explainReceived(refusal: ReceiveCallInRefusal): FieldErrors {
  if (typeof refusal === 'object') {
    const sentences = refusal.members.map(({ officeTitle, refusal: why, signedAt }) =>
      signedAt === undefined
        ? `${officeTitle}: ${signatureSentences[why]}`
        : `${officeTitle}: signed already ${whenInWords(signedAt)}, and counts once`,
    );
    return { members: `${listInWords(sentences)}. Leave out who cannot sign; the others count without` };
  }
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-decision':
      return { form: 'There is no such decision' };
    case 'nobody-signed':
      return { members: 'Select the members who signed the form' };
    case 'in-the-future':
      return { on: 'The form cannot have been received yet: check the day and the time' };
    case 'window-not-known':
      return {
        form: 'Your council’s call-in window on the day of the decision is not known here, so nobody can say whether the form was in time. Ask the monitoring officer to enter the rule, then enter the form',
      };
    default:
      return never(refusal);
  }
}
