import type { CallInRules } from './rules.ts';

/** One member’s signature under a call-in, with what that member was on the day of signing. */
export type Signature = Readonly<{
  member: string;
  received: Date;
  withdrawn: Date | undefined;
  grounds: string;
  /** What the member was on that day, from the register. */
  seat: Readonly<{
    isMember: boolean;
    isExecutive: boolean;
    isOnScrutiny: boolean;
    group: string | undefined;
  }>;
  /** A disclosable interest in the matter, or a part in preparing the decision. */
  isInterested: boolean;
}>;

/** Why a signature does not count. */
export type SignatureRefusal =
  | 'not-open-to-call-in'
  | 'waived'
  | 'before-publication'
  | 'after-the-deadline'
  | 'already-heard'
  | 'made-already'
  | 'not-a-member'
  | 'executive-member'
  | 'not-on-scrutiny'
  | 'interested'
  | 'no-reasons'
  | 'withdrawn'
  | 'signed-already';

/** Why this member’s signature cannot count whenever it came; undefined when it can. */
export function memberRefusal(
  { seat, isInterested, grounds }: Signature,
  { eligible, reasonsRequired }: CallInRules,
): SignatureRefusal | undefined {
  if (!seat.isMember) return 'not-a-member';
  // No council lets those who decide call their own decision in, whatever else is not known of its rules.
  if (seat.isExecutive) return 'executive-member';
  if (eligible === 'scrutiny-member' && !seat.isOnScrutiny) return 'not-on-scrutiny';
  if (isInterested) return 'interested';
  if (reasonsRequired === true && grounds.trim() === '') return 'no-reasons';
  return undefined;
}

/** The sentence for each refusal, with the rule and what could be done instead. */
export const signatureSentences: Readonly<Record<SignatureRefusal, string>> = {
  'not-open-to-call-in': 'This decision is not open to call-in under the council’s rules',
  waived: 'Call-in was waived because the decision is urgent; the waiver is reported to the next Council',
  'before-publication': 'The record was not published yet: sign again once it is',
  'after-the-deadline': 'The signature came after the call-in window closed',
  'already-heard': 'The decision was called in and heard already, and can be called in only once',
  'made-already':
    'The call-in was made without this signature, and its hearing is counted from then: what is entered since cannot say that it was made earlier, and is not needed',
  'not-a-member': 'Only somebody who is a member of the council on the day of signing can sign',
  'executive-member': 'Members of the executive cannot call in its decisions',
  'not-on-scrutiny': 'Only members of overview and scrutiny can sign',
  interested: 'A member with an interest in the matter, or a part in preparing it, must not sign',
  'no-reasons': 'The signature must give reasons: sign again with the grounds',
  withdrawn: 'The member withdrew this signature before the window closed',
  'signed-already': 'The same member signed before: each member counts once',
};
