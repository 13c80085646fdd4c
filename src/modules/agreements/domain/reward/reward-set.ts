import {
  compareFractions,
  decimalFraction,
  type IsoDate,
  type Money,
  noMoney,
  ok,
  refuse,
  type Result,
  zero,
} from '#platform/kernel';
import { type Budget, findScheme, type Pot, type RewardTerms } from './reward-rule.ts';
import type { FirstCall } from './share-out.ts';

/** Which targets a set of rules rewards: those under one heading share its part. */
export type RewardedTarget = Readonly<{
  targetId: string;
  heading: string;
  weight: string;
  /** What is to be reached on the way, by the last day of a period, for money on account; undefined where nothing is agreed. */
  interim: InterimLevel | undefined;
}>;
export type InterimLevel = Readonly<{ figure: string; by: IsoDate }>;
export type RewardPartner = Readonly<{ bodyId: string; weight: string }>;

/** By which rules the targets of an agreement are rewarded, from a day on. Never edited: a change is another set. */
export type RewardSet = Readonly<{
  agreementId: string;
  number: number;
  scheme: 'lpsa' | 'laa-average' | 'own';
  /** False where nothing is paid by it, and it is reckoned only to be seen. */
  isPaid: boolean;
  terms: RewardTerms;
  /** Undefined where nobody knows it. */
  pot: Pot | undefined;
  /** Whose budget requirement makes the pot, where that does. */
  budgetBodies: readonly string[];
  targets: readonly RewardedTarget[];
  partners: readonly RewardPartner[];
  calls: readonly FirstCall[];
  from: IsoDate;
  reason: string;
  source: string;
  certainty: string;
  isIllustrative: boolean;
  byOffice: string;
  recordedAt: Date;
}>;

/** A body’s net budget requirement of a year, as it was recorded. */
export type RecordedBudget = Budget &
  Readonly<{ year: string; source: string; certainty: string; byOffice: string; recordedAt: Date }>;

export const paymentKinds = {
  'on-account': 'On account, for an interim level that was reached',
  instalment: 'Instalment of what was earned',
  'pump-priming': 'Pump-priming, apart from the reward',
} as const;
export type PaymentKind = keyof typeof paymentKinds;

/** Money that was paid. */
export type RewardPayment = Readonly<{
  kind: PaymentKind;
  title: string;
  revenue: Money;
  capital: Money;
  paidOn: IsoDate;
  source: string;
  certainty: string;
  byOffice: string;
  recordedAt: Date;
}>;

/** What an office asks for: the terms of its own rules, or those of a scheme. */
export type NewRewardSet = Omit<
  RewardSet,
  'agreementId' | 'number' | 'isPaid' | 'isIllustrative' | 'byOffice' | 'recordedAt' | 'certainty'
>;

export type RewardSetRefusal =
  | 'no-targets'
  | 'target-of-another-agreement'
  | 'partner-not-a-party'
  | 'budget-body-not-a-party'
  | 'no-budget-bodies'
  | 'floor-above-cap'
  | 'pot-below-nothing'
  | 'budgets-count-for-nothing'
  | 'cap-of-nothing'
  | 'interim-not-paid'
  | 'begins-in-the-past'
  | 'before-the-set-it-follows';

/**
 * A set that can be published: it rewards targets of its own agreement, is shared between its parties, and does not begin before
 * the one it follows. What was promised is not ruled afterwards: it begins today or later, but of an agreement of before Accord the
 * rules of its time are recorded as they were, for the days before it was entered here. The terms of a national scheme are as the scheme has them, and it is paid only if the scheme ever was.
 */
export function acceptRewardSet(
  asked: NewRewardSet,
  agreement: Readonly<{
    targetIds: readonly string[];
    parties: readonly string[];
    /** Of an agreement of before Accord, the day on which it was entered here. */
    historicUntil: IsoDate | undefined;
  }>,
  before: RewardSet | undefined,
  today: IsoDate,
): Result<NewRewardSet & Readonly<{ isPaid: boolean }>, RewardSetRefusal> {
  if (asked.targets.length === 0) return refuse('no-targets');
  if (asked.targets.some(({ targetId }) => !agreement.targetIds.includes(targetId)))
    return refuse('target-of-another-agreement');
  if (asked.partners.some(({ bodyId }) => !agreement.parties.includes(bodyId)))
    return refuse('partner-not-a-party');
  if (asked.budgetBodies.some((id) => !agreement.parties.includes(id)))
    return refuse('budget-body-not-a-party');
  if (asked.pot?.by === 'part-of-budgets' && asked.budgetBodies.length === 0)
    return refuse('no-budget-bodies');
  if (asked.pot?.by === 'sum' && asked.pot.amount < noMoney) return refuse('pot-below-nothing');
  if (asked.pot?.by === 'part-of-budgets' && compareFractions(decimalFraction(asked.pot.part), zero) <= 0)
    return refuse('budgets-count-for-nothing');
  const scheme = findScheme(asked.scheme);
  const terms = scheme?.terms ?? asked.terms;
  if (compareFractions(decimalFraction(terms.cap), zero) <= 0) return refuse('cap-of-nothing');
  if (compareFractions(decimalFraction(terms.floor), decimalFraction(terms.cap)) > 0)
    return refuse('floor-above-cap');
  if (terms.interimPart === undefined && asked.targets.some(({ interim }) => interim !== undefined))
    return refuse('interim-not-paid');
  const { historicUntil } = agreement;
  if (asked.from < today && (historicUntil === undefined || asked.from >= historicUntil))
    return refuse('begins-in-the-past');
  if (before !== undefined && asked.from < before.from) return refuse('before-the-set-it-follows');
  return ok({ ...asked, terms, isPaid: scheme?.wasPaid ?? true });
}

/** Whose budgets and shares a reward can name: the body that keeps its agreement, and the parties to its last version. */
export const partiesOf = ({
  bodyId,
  versions,
}: Readonly<{
  bodyId: string;
  versions: readonly Readonly<{ parties: readonly Readonly<{ bodyId: string }>[] }>[];
}>) => [...new Set([bodyId, ...(versions.at(-1)?.parties ?? []).map((party) => party.bodyId)])];

/** The page of an agreement’s reward, which is also how every other thing points at it. */
export const rewardPath = ({ id }: Readonly<{ id: string }>): string => `/agreements/${id}/reward`;

/** The set that counts on a day: the last that had begun. */
export const rewardSetOn = (sets: readonly RewardSet[], on: IsoDate): RewardSet | undefined =>
  sets.findLast(({ from }) => from <= on);
