import type { FieldErrors } from '#platform/http';
import type { InOneWord } from '#platform/module';
import { explainCommon, explainDraft, isCommon } from '#platform/web';
import { versionSentences } from '#modules/governance';
import type { EnterActionRefusal, FollowActionRefusal } from '../../../actions/agreements/enter-action.ts';
import type { PutAgreementRefusal } from '../../../actions/agreements/put-agreement.ts';
import type { ReachStageRefusal } from '../../../actions/agreements/reach-stage.ts';
import { actionSentences, factSentences } from '../../../domain/agreement/accept-action.ts';
import { agreementSentences } from '../../../domain/agreement/accept-agreement.ts';
import { stageSentences } from '../../../domain/agreement/accept-stage.ts';

const others: Readonly<Record<string, string>> = {
  'no-such-agreement': 'This agreement is not there, so nothing was changed',
  'not-the-keeper': 'Only the body that keeps an agreement amends it and records its stages. Ask it to',
  'not-a-party': 'Your body is not a party to this agreement. A party can enter the action',
  'not-the-owner': 'Another body owns this action, and it alone says what became of it',
  'no-such-action': 'This action is not there, so nothing was changed',
  'no-such-decision':
    'No decision with this address is on record. Leave it empty, or copy the address of its page',
  'draft-changed':
    'Another officer has changed this draft, or the joint proposal, since you looked it over. Check it again, then send it again',
};

type Refused =
  | InOneWord<PutAgreementRefusal>
  | InOneWord<ReachStageRefusal>
  | InOneWord<EnterActionRefusal>
  | InOneWord<FollowActionRefusal>;

/** The sentence for a refusal of any form of an agreement. */
export function explainAgreement(
  refusal: Refused,
  own: Readonly<Record<string, string>> = agreementSentences,
): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  if (refusal === 'draft-gone') return explainDraft(refusal);
  const said = [own, ...sentences].find((each) => Object.hasOwn(each, refusal))?.[refusal];
  return { [fieldOf[refusal] ?? 'form']: said ?? 'Nothing was changed' };
}

const sentences: readonly Readonly<Record<string, string>>[] = [
  agreementSentences,
  stageSentences,
  actionSentences,
  factSentences,
  versionSentences,
  others,
];

const fieldOf: Readonly<Record<string, string>> = {
  'no-such-decision': 'decision',
  'who-decided-missing': 'says',
  'done-without-evidence': 'evidence',
  'reason-missing': 'says',
  'owner-not-a-party': 'ownerBody',
  'no-owner-office': 'ownerOffice',
  'no-due-day': 'due',
  'quick-win-too-late': 'due',
};
