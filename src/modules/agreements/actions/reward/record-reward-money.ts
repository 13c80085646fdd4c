import { type Actor, addMoney, londonDate, noMoney, ok, refuse, type Result } from '#platform/kernel';
import type { ActOptions, ActServices } from '#platform/record';
import { partiesOf, type RecordedBudget, type RewardPayment } from '../../domain/reward/reward-set.ts';
import {
  insertRewardBudget,
  insertRewardPayment,
  listRewardBudgets,
  listRewardPayments,
} from '../../store/reward.ts';
import { onReward, type OnRewardRefusal } from './on-reward.ts';
import { budgetEntry, paymentEntry } from './reward-entry.ts';

export type NewBudget = Pick<RecordedBudget, 'bodyId' | 'year' | 'amount' | 'source'>;
export type NewPayment = Pick<RewardPayment, 'kind' | 'title' | 'revenue' | 'capital' | 'paidOn' | 'source'>;

export type BudgetRefusal = OnRewardRefusal | 'budget-body-not-a-party' | 'amount-not-above-nothing';
export type PaymentRefusal = OnRewardRefusal | 'in-the-future' | 'nothing-paid';

/** Records what a body’s net budget required in a year, from which a pot is reckoned. The last one recorded counts. */
export async function recordRewardBudget(
  services: ActServices,
  actor: Actor | undefined,
  agreementId: string,
  asked: NewBudget,
  options: ActOptions = {},
): Promise<Result<void, BudgetRefusal>> {
  return onReward<void, BudgetRefusal>(
    services,
    actor,
    agreementId,
    options,
    async (sql, { agreement, officeTitle, now }) => {
      if (asked.amount <= noMoney) return refuse('amount-not-above-nothing');
      if (!partiesOf(agreement).includes(asked.bodyId)) return refuse('budget-body-not-a-party');
      const certainty = agreement.isIllustrative ? 'illustrative' : 'confirmed';
      const budget: RecordedBudget = { ...asked, certainty, byOffice: officeTitle, recordedAt: now };
      const before = await listRewardBudgets(sql, agreementId);
      await insertRewardBudget(sql, agreementId, before.length + 1, budget);
      return ok({ value: undefined, entry: budgetEntry(agreement, budget) });
    },
  );
}

/** Records money that was paid: of a reward, on account of it, or as pump-priming apart from it. Below nothing is paid back. */
export async function recordRewardPayment(
  services: ActServices,
  actor: Actor | undefined,
  agreementId: string,
  asked: NewPayment,
  options: ActOptions = {},
): Promise<Result<void, PaymentRefusal>> {
  return onReward<void, PaymentRefusal>(
    services,
    actor,
    agreementId,
    options,
    async (sql, { agreement, officeTitle, now }) => {
      if (asked.paidOn > londonDate(now)) return refuse('in-the-future');
      if (addMoney(asked.revenue, asked.capital) === noMoney) return refuse('nothing-paid');
      const certainty = agreement.isIllustrative ? 'illustrative' : 'confirmed';
      const payment: RewardPayment = { ...asked, certainty, byOffice: officeTitle, recordedAt: now };
      const before = await listRewardPayments(sql, agreementId);
      await insertRewardPayment(sql, agreementId, before.length + 1, payment);
      return ok({ value: undefined, entry: paymentEntry(agreement, payment) });
    },
  );
}
