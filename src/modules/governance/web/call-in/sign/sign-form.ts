import type { Answers, FieldErrors } from '#platform/http';
import { never, ok, type Result } from '#platform/kernel';
import { explainCommon, isCommon, oneOf, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import type { SignCallInRefusal } from '../../../actions/call-in/sign-call-in.ts';
import { type SignatureRefusal, signatureSentences } from '../../../domain/call-in/signature.ts';
import { groundsGiven, groundsOffered } from '../parts/grounds.ts';
import { reasonsCharacters } from '../parts/grounds-fields.tsx';
import { whenInWords } from '../words.ts';

const form = z.object({
  reasons: passage('the reasons', { most: reasonsCharacters, optional: true }),
  interest: oneOf(['no', 'yes'], 'Select whether you have an interest in the matter'),
});

export type SignatureRead = Readonly<{ grounds: string; isInterested: boolean }>;

export const readSignature =
  (own: readonly string[] | undefined) =>
  (answers: Answers): Result<SignatureRead, FieldErrors> => {
    const read = readAnswers(form, answers);
    if (!read.ok) return read;
    const { reasons, interest } = read.value;
    const grounds = groundsGiven(answers, groundsOffered(own), reasons);
    return ok({ grounds, isInterested: interest === 'yes' });
  };

/** What a member can do instead, where there is something. */
const instead: Readonly<Partial<Record<SignatureRefusal, string>>> = {
  'not-open-to-call-in':
    'You can still ask about it in a meeting of overview and scrutiny, or put a motion to the Council',
  waived: 'You can ask about it when the waiver is reported to the Council',
  'before-publication': 'Follow the decision to be told when it is published',
  'after-the-deadline':
    'If your signature reached the council in time by another way, its democratic services can enter it',
  'already-heard': 'You can still ask scrutiny to look at how it works out',
  'not-a-member': 'If you are a member, ask democratic services to correct the register',
  'executive-member': 'You can raise it within the executive, or ask a member outside it to sign',
  'not-on-scrutiny': 'Ask a member of overview and scrutiny to sign',
  interested: 'Ask another member to sign, and declare your interest if you speak',
  'no-reasons': 'Select at least one ground, or give your reasons',
};

/** A refusal with what to do instead. */
export function sayRefused(refusal: SignatureRefusal | 'window-not-known'): string {
  if (refusal === 'window-not-known')
    return 'The council’s call-in window is not known here, so nobody can say whether a signature is in time. Hand your call-in to democratic services, and ask the monitoring officer to enter the rule';
  const more = instead[refusal];
  return more === undefined ? signatureSentences[refusal] : `${signatureSentences[refusal]}. ${more}`;
}

export function explainSignature(refusal: SignCallInRefusal): FieldErrors {
  if (typeof refusal === 'object')
    return {
      form: `You signed this call-in ${whenInWords(refusal.signedAt)}: each member counts once, in whatever seat`,
    };
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-decision':
      return { form: 'There is no such decision' };
    case 'interested':
      return { interest: sayRefused(refusal) };
    case 'no-reasons':
      return { reasons: sayRefused(refusal) };
    case 'window-not-known':
    case 'not-open-to-call-in':
    case 'waived':
    case 'before-publication':
    case 'after-the-deadline':
    case 'already-heard':
    case 'made-already':
    case 'not-a-member':
    case 'executive-member':
    case 'not-on-scrutiny':
    case 'withdrawn':
    case 'signed-already':
      return { form: sayRefused(refusal) };
    default:
      return never(refusal);
  }
}
