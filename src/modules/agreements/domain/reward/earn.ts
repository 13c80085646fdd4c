import {
  compareFractions,
  decimalFraction,
  divideFractions,
  type Fraction,
  fraction,
  fractionText,
  groupBy,
  type Money,
  multiplyFractions,
  pence,
  subtractFractions,
  sumFractions,
  zero,
} from '#platform/kernel';
import {
  type Achievement,
  achievementOf,
  type NotRewardable,
  type Outturn,
  type RewardTarget,
} from './achievement.ts';
import type { RewardTerms } from './reward-rule.ts';

/** A target with what it reached, or will, and whether every partner it is to bind has agreed to it. */
export type Run = Readonly<{ target: RewardTarget; outturn: Outturn | undefined; isAgreed: boolean }>;

/** Why a target earned nothing or as it did. */
export type Why =
  | 'earned'
  | 'capped'
  | 'no-improvement'
  | 'below-floor'
  | 'average-below-floor'
  | 'not-agreed'
  | 'no-outturn'
  | 'not-final'
  | NotRewardable;

export type Earned = Readonly<{
  targetId: string;
  heading: string;
  /** The most it can earn, exactly and in pence. */
  share: Fraction;
  /** The same in whole pence. */
  potential: Money;
  /** How much of its way was gone; undefined where that cannot be said. */
  achieved: Fraction | undefined;
  /** How much of its share it earns. */
  payable: Fraction;
  earned: Money;
  why: Why;
}>;

/** What a set of targets earns together. The parts add up to the total, to the penny, and never to more than the pot. */
export type Earnings = Readonly<{
  targets: readonly Earned[];
  potential: Money;
  total: Money;
  /** Where the average decides: what it is, as far as it counts. */
  average: Fraction | undefined;
}>;

/**
 * What each target earns of a pot. The pot, exact in pence, is divided by the weights of headings and equally among the
 * sub-targets of each; a target earns so much of its share as it achieved, from the floor to the cap. Under an average it is
 * the average of all that decides and nothing is earned below its floor. Provisional figures earn nothing yet, nor does a
 * target that binds nobody; its share stays its own. Money is rounded
 * once, in the total; the pence go to the largest remainders.
 */
export function earn(terms: RewardTerms, pot: Fraction, runs: readonly Run[]): Earnings {
  const measured = runs.map((run) => ({
    ...run,
    achievement: achievementOf(terms, run.target, run.outturn),
  }));
  const parts = partsOf(runs.map(({ target }) => target));
  const shares = parts.map((part) => multiplyFractions(pot, part));
  const counted = measured.map((each) => countedOf(each));
  const average = averageOf(terms, counted, parts);
  const isAverageShort = average !== undefined && compareFractions(average, decimalFraction(terms.floor)) < 0;
  const exact = counted.map((part, index) =>
    isAverageShort ? zero : multiplyFractions(part, shares[index] ?? zero),
  );
  const earned = inPence(exact);
  const potentials = inPence(shares);
  return {
    targets: measured.map(({ target, achievement, ...run }, index) => ({
      targetId: target.targetId,
      heading: target.heading,
      share: shares[index] ?? zero,
      potential: potentials[index] ?? pence(0n),
      achieved: achievement.is === 'measured' ? achievement.achieved : undefined,
      payable: isAverageShort ? zero : (counted[index] ?? zero),
      earned: earned[index] ?? pence(0n),
      why: whyOf(terms, achievement, run, isAverageShort),
    })),
    potential: total(potentials),
    total: total(earned),
    average,
  };
}

/** What part of the pot each target can earn at most, exactly. */
function partsOf(targets: readonly RewardTarget[]): readonly Fraction[] {
  const headings = groupBy(targets, ({ heading }) => heading);
  const weightOf = (under: readonly RewardTarget[]): Fraction => decimalFraction(under[0]?.weight ?? '0');
  const weights = sumFractions([...headings.values()].map((under) => weightOf(under)));
  if (weights.numerator === 0n) return targets.map(() => zero);
  return targets.map(({ heading }) => {
    const under = headings.get(heading) ?? [];
    return divideFractions(weightOf(under), multiplyFractions(weights, fraction(under.length)));
  });
}

/** How much of its share a target may earn: of a figure that is not final, or of what binds nobody, nothing yet. */
function countedOf({
  achievement,
  outturn,
  isAgreed,
}: Pick<Run, 'outturn' | 'isAgreed'> & Readonly<{ achievement: Achievement }>) {
  const counts = achievement.is === 'measured' && isAgreed && outturn?.isFirm === true;
  return counts ? achievement.counted : zero;
}

/** The average of what counts, each by its part of the pot. */
function averageOf({ method }: RewardTerms, counted: readonly Fraction[], parts: readonly Fraction[]) {
  if (method !== 'average' || counted.length === 0) return undefined;
  return sumFractions(counted.map((each, index) => multiplyFractions(each, parts[index] ?? zero)));
}

function whyOf(
  terms: RewardTerms,
  achievement: Achievement,
  { outturn, isAgreed }: Pick<Run, 'outturn' | 'isAgreed'>,
  isAverageShort: boolean,
): Why {
  if (achievement.is === 'not-rewardable') return achievement.why;
  if (!isAgreed) return 'not-agreed';
  if (achievement.is === 'no-outturn') return 'no-outturn';
  if (outturn?.isFirm !== true) return 'not-final';
  if (isAverageShort) return 'average-below-floor';
  if (compareFractions(achievement.achieved, zero) <= 0) return 'no-improvement';
  if (compareFractions(achievement.counted, zero) <= 0) return 'below-floor';
  return compareFractions(achievement.achieved, decimalFraction(terms.cap)) > 0 ? 'capped' : 'earned';
}

/** Exact pence as whole ones: the sum rounded once, and its odd pence to the largest remainders, the first among equals. */
function inPence(exact: readonly Fraction[]): readonly Money[] {
  const whole = exact.map((each) => BigInt(fractionText(each, 0, 'down')));
  const sum = BigInt(fractionText(sumFractions(exact), 0));
  const spare = sum - whole.reduce((running, each) => running + each, 0n);
  const byRemainder = exact
    .map((each, index) => ({ index, remainder: subtractFractions(each, fraction(whole[index] ?? 0n)) }))
    .toSorted((a, b) => compareFractions(b.remainder, a.remainder) || a.index - b.index);
  const lucky = new Set(byRemainder.slice(0, Number(spare)).map(({ index }) => index));
  return whole.map((each, index) => pence(lucky.has(index) ? each + 1n : each));
}

const total = (amounts: readonly Money[]): Money => pence(amounts.reduce((sum, each) => sum + each, 0n));
