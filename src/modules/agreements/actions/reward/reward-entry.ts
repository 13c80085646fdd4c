import { clip, formatDate, formatMoney } from '#platform/kernel';
import { type Entry, publicEntry } from '#platform/record';
import { type Agreement, agreementPath } from '../../domain/agreement/agreement.ts';
import { findScheme } from '../../domain/reward/reward-rule.ts';
import {
  type RecordedBudget,
  type RewardPayment,
  partiesOf,
  rewardPath,
  type RewardSet,
} from '../../domain/reward/reward-set.ts';
import { targetPath } from '../../domain/target/target.ts';

type Of = Pick<Agreement, 'id' | 'bodyId' | 'versions'>;

const titleOf = ({ versions }: Of): string => clip((versions.at(-1) ?? versions[0]).title, 120);
const aboutAgreement = (agreement: Of) => ({
  bodies: partiesOf(agreement),
  things: [agreementPath(agreement)],
});

/** What the record keeps of a set of reward rules: all of it, so that every sum can be reckoned again. */
export function rewardSetEntry(agreement: Of, set: RewardSet): Entry {
  const about = aboutAgreement(agreement);
  const { terms, pot } = set;
  return publicEntry({
    act: 'agreements.reward.set',
    subject: rewardPath(agreement),
    summary: `Reward rules, set ${set.number}, from ${formatDate(set.from)}: ${titleOf(agreement)}`,
    facts: {
      agreement: agreement.id,
      number: set.number,
      scheme: set.scheme,
      schemeTitle: findScheme(set.scheme)?.title ?? null,
      isPaid: set.isPaid,
      method: terms.method,
      measuredFrom: terms.from,
      floor: terms.floor,
      cap: terms.cap,
      revenuePart: terms.revenuePart,
      interimPart: terms.interimPart ?? null,
      surveysBeyondError: terms.isBeyondError,
      instalments: terms.instalments.map((each) => ({ ...each })),
      pot:
        pot === undefined
          ? null
          : pot.by === 'sum'
            ? { by: 'sum', pence: String(pot.amount) }
            : { by: pot.by, part: pot.part, year: pot.year },
      budgetBodies: [...set.budgetBodies],
      targets: set.targets.map(({ interim, ...each }) => ({
        ...each,
        ...(interim === undefined ? {} : { interim }),
      })),
      partners: set.partners.map((each) => ({ ...each })),
      firstCalls: set.calls.map(({ title, amount }) => ({ title, pence: String(amount) })),
      from: set.from,
      reason: set.reason,
      source: set.source,
      certainty: set.certainty,
      isIllustrative: set.isIllustrative,
    },
    about: {
      ...about,
      things: [
        ...about.things,
        ...set.targets.map(({ targetId }) => {
          const [agreementId = '', number = ''] = targetId.split('/');
          return targetPath({ agreementId, number: Number(number) });
        }),
      ],
    },
  });
}

export const budgetEntry = (agreement: Of, budget: RecordedBudget): Entry =>
  publicEntry({
    act: 'agreements.reward.budget-recorded',
    subject: rewardPath(agreement),
    summary: `Net budget requirement ${budget.year}: ${formatMoney(budget.amount)}, for the reward of ${titleOf(agreement)}`,
    facts: {
      agreement: agreement.id,
      body: budget.bodyId,
      year: budget.year,
      pence: String(budget.amount),
      source: budget.source,
      certainty: budget.certainty,
    },
    about: { ...aboutAgreement(agreement), bodies: [...new Set([agreement.bodyId, budget.bodyId])] },
  });

export const paymentEntry = (agreement: Of, payment: RewardPayment): Entry =>
  publicEntry({
    act: 'agreements.reward.paid',
    subject: rewardPath(agreement),
    summary: `${payment.title}, ${formatDate(payment.paidOn)}: ${titleOf(agreement)}`,
    facts: {
      agreement: agreement.id,
      kind: payment.kind,
      title: payment.title,
      revenuePence: String(payment.revenue),
      capitalPence: String(payment.capital),
      paidOn: payment.paidOn,
      source: payment.source,
      certainty: payment.certainty,
    },
    about: aboutAgreement(agreement),
  });
