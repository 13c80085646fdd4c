import type { FieldErrors } from '#platform/http';
import { never } from '#platform/kernel';
import type { InOneWord } from '#platform/module';
import { explainCommon, isCommon } from '#platform/web';
import type { BudgetRefusal, PaymentRefusal } from '../../../actions/reward/record-reward-money.ts';
import type { SetRewardRefusal } from '../../../actions/reward/set-reward.ts';

/** The sentence for each reason for which nothing was kept of a reward. */
export function explainReward(
  refusal: InOneWord<SetRewardRefusal> | BudgetRefusal | PaymentRefusal,
): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-agreement':
      return { form: 'This agreement is not on record, so nothing was kept. Open its page again' };
    case 'not-the-keeper':
      return {
        form: 'Another body keeps this agreement, and its office keeps its reward. Ask that body to record it',
      };
    case 'no-targets':
      return { targets: 'Select the targets that are rewarded' };
    case 'target-of-another-agreement':
      return {
        targets: 'A target of another agreement was named. Open the form again and select from its list',
      };
    case 'partner-not-a-party':
      return { form: 'The reward can only be shared between parties to the agreement. Open the form again' };
    case 'budget-body-not-a-party':
      return { bodyId: 'Only the budgets of parties to the agreement count. Select one of them' };
    case 'no-budget-bodies':
      return {
        budgets:
          'Select the bodies whose budgets make the pot. In an area of two tiers the districts count too',
      };
    case 'floor-above-cap':
      return { floor: 'The floor must not be above the cap' };
    case 'pot-below-nothing':
      return { potAmount: 'The pot must not be below nothing' };
    case 'budgets-count-for-nothing':
      return { budgetPart: 'The part of the budgets must be above nothing, like 2.5' };
    case 'cap-of-nothing':
      return { cap: 'The cap must be above nothing, or no target could earn anything' };
    case 'interim-not-paid':
      return {
        interim:
          'These rules pay nothing on account. Leave the levels on the way empty, or take rules of your own that say which part is paid',
      };
    case 'begins-in-the-past':
      return {
        'from-day':
          'The first day must be today or later: what was promised is not ruled afterwards. Only of an agreement of before Accord are the rules of its time recorded, for days before it was entered here',
      };
    case 'before-the-set-it-follows':
      return { 'from-day': 'The first day must not be before the first day of the set that stands' };
    case 'amount-not-above-nothing':
      return { amount: 'The requirement must be above nothing' };
    case 'in-the-future':
      return { 'paidOn-day': 'The day must be today or in the past: record a payment once it was made' };
    case 'nothing-paid':
      return { revenue: 'Enter what was paid, as revenue or as capital' };
    default:
      return never(refusal);
  }
}
