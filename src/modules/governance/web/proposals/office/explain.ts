import type { FieldErrors } from '#platform/http';
import type { InOneWord } from '#platform/module';
import { explainCommon, explainDraft, isCommon } from '#platform/web';
import type { PutRefusal } from '../../../actions/put-proposal.ts';
import type { WithdrawRefusal } from '../../../actions/withdraw-from-proposal.ts';
import { versionSentences } from '../../../domain/proposal/accept-proposal.ts';

const others: Readonly<Record<string, string>> = {
  'no-such-proposal': 'This proposal is not there, so nothing was changed',
  'not-the-drafter': 'Only the body that drafted a proposal amends it. Ask it to, or withdraw from it',
  'agreed-already':
    'The proposal is in effect, so no party changes it alone. Put another proposal to the parties, which takes its place once all adopt it',
  'draft-changed':
    'Another officer has changed this draft since you looked it over. Check it again, then send it again',
  'not-a-party': 'Your body is not a party to this proposal, so there is nothing to withdraw from',
  'withdrawn-already': 'Your body has withdrawn already',
  'in-effect-already':
    'The proposal is in effect. To leave what is in effect your body decides anew, under what was agreed',
  'says-nothing': 'Enter why your body withdraws',
  'no-such-decision':
    'Your body has no decision of this number. Leave it empty, or give the number on its page',
};

/** The sentence for a refusal of any form of a proposal. */
export function explainProposal(refusal: InOneWord<PutRefusal> | InOneWord<WithdrawRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  if (refusal === 'draft-gone') return explainDraft(refusal);
  const ofVersion: Readonly<Record<string, string>> = versionSentences;
  return { [fieldOf[refusal] ?? 'form']: ofVersion[refusal] ?? others[refusal] ?? 'Nothing was changed' };
}

const fieldOf: Readonly<Record<string, string>> = { 'says-nothing': 'says', 'no-such-decision': 'decision' };
