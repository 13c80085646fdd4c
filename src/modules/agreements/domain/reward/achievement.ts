import {
  compareFractions,
  decimalFraction,
  divideFractions,
  type Fraction,
  leastFraction,
  subtractFractions,
  zero,
} from '#platform/kernel';
import type { Polarity } from '../series/series.ts';
import type { RewardTerms } from './reward-rule.ts';

/** A target as reward sees it. Figures are exact, written as text. */
export type RewardTarget = Readonly<{
  targetId: string;
  /** Targets under one heading are its sub-targets: headings share the pot, and sub-targets their heading’s share. */
  heading: string;
  /** How much of the pot its heading weighs; equal shares are all `1`. */
  weight: string;
  polarity: Polarity;
  /** What was expected without the agreement. */
  without: string | undefined;
  baseline: string | undefined;
  /** What was to be reached with it: the stretch where one is set. */
  target: string | undefined;
  /** Of a survey: half its confidence interval, in the target’s own unit, or that nobody has said it; undefined for a count. */
  error: Fraction | 'not-known' | undefined;
}>;

/** What was reached, or is thought to be; only a firm figure earns. */
export type Outturn = Readonly<{ value: string; isFirm: boolean }>;

/** Why a target cannot be rewarded, whatever is reached. */
export type NotRewardable =
  | 'no-target-figure'
  | 'no-figure-to-measure-from'
  | 'target-not-beyond-it'
  | 'within-sampling-error'
  | 'sampling-error-not-known'
  | 'band-has-no-way-to-go';

export type Achievement =
  | Readonly<{ is: 'measured'; achieved: Fraction; counted: Fraction; isBelowFloor: boolean }>
  | Readonly<{ is: 'not-rewardable'; why: NotRewardable }>
  | Readonly<{ is: 'no-outturn' }>;

/**
 * How much of the way from where it is measured to its target was gone, exactly: (outturn − from) ÷ (target − from), which is
 * right whether more or less is better. `counted` is what counts of it: nothing below nought, and no more than the cap; and
 * where each target stands for itself, nothing below the floor.
 */
export function achievementOf(
  terms: RewardTerms,
  target: RewardTarget,
  outturn: Outturn | undefined,
): Achievement {
  const way = wayOf(terms, target);
  if (typeof way === 'string') return { is: 'not-rewardable', why: way };
  if (outturn === undefined) return { is: 'no-outturn' };
  const achieved = divideFractions(subtractFractions(decimalFraction(outturn.value), way.start), way.length);
  const isBelowFloor = compareFractions(achieved, decimalFraction(terms.floor)) < 0;
  const isNothing = compareFractions(achieved, zero) < 0 || (isBelowFloor && terms.method === 'each-target');
  const counted = isNothing ? zero : leastFraction(achieved, decimalFraction(terms.cap));
  return { is: 'measured', achieved, counted, isBelowFloor };
}

type Way = Readonly<{ start: Fraction; length: Fraction }>;

function wayOf(
  { from, isBeyondError }: RewardTerms,
  { polarity, without, baseline, target, error }: RewardTarget,
): Way | NotRewardable {
  if (polarity.better === 'band') return 'band-has-no-way-to-go';
  if (target === undefined) return 'no-target-figure';
  const begins = from === 'without' ? without : baseline;
  if (begins === undefined) return 'no-figure-to-measure-from';
  const start = decimalFraction(begins);
  const length = subtractFractions(decimalFraction(target), start);
  const isBeyond = compareFractions(length, zero) * (polarity.better === 'higher' ? 1 : -1) > 0;
  if (!isBeyond) return 'target-not-beyond-it';
  if (!isBeyondError || error === undefined) return { start, length };
  if (error === 'not-known') return 'sampling-error-not-known';
  const gain = length.numerator < 0n ? subtractFractions(zero, length) : length;
  return compareFractions(gain, error) > 0 ? { start, length } : 'within-sampling-error';
}
