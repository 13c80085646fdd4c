import { type Decimal, digitsAt, exactDecimal } from './decimal.ts';
import { type Money, pence } from './money.ts';
import { never, ok, refuse, type Result } from './result.ts';
import { magnitude } from './rounding.ts';

/**
 * A partner and what its share is in proportion to: people, days, a percentage. Only the ratio of weights
 * matters.
 */
export type Weight = Readonly<{ key: string; weight: bigint | number }>;
export type Share = Readonly<{ key: string; share: Money }>;
export type SplitRefusal = 'no-partners' | 'partner-twice' | 'weight-not-positive';

/**
 * Divides a total among partners so that the shares add up to it exactly and each is within a penny of its
 * exact proportion. Everyone first gets the whole pence of their proportion; the pence left over go to the
 * largest remainders. Equal remainders go by key, so no partner's share depends on the order of the list. A
 * negative total mirrors the positive one. Shares come back in the order of the weights.
 */
export function splitMoney(total: Money, weights: readonly Weight[]): Result<readonly Share[], SplitRefusal> {
  const partners = comparable(weights);
  if (!partners.ok) return partners;
  const sum = partners.value.reduce((running, { weight }) => running + weight, 0n);
  const size = magnitude(total);
  const parts = partners.value.map(({ key, weight }) => ({
    key,
    whole: (size * weight) / sum,
    remainder: (size * weight) % sum,
  }));
  const leftOver = size - parts.reduce((running, { whole }) => running + whole, 0n);
  const luckyFirst = parts.toSorted((a, b) => byRemainderThenKey(a, b));
  const lucky = new Set(luckyFirst.slice(0, Number(leftOver)).map(({ key }) => key));
  return ok(
    parts.map(({ key, whole }) => {
      const share = lucky.has(key) ? whole + 1n : whole;
      return { key, share: pence(total < 0n ? -share : share) };
    }),
  );
}

/** The weights as whole numbers in the same ratio, so that 27.5 and 72.5 divide without a rounding. */
function comparable(
  weights: readonly Weight[],
): Result<readonly Readonly<{ key: string; weight: bigint }>[], SplitRefusal> {
  if (weights.length === 0) return refuse('no-partners');
  if (new Set(weights.map(({ key }) => key)).size < weights.length) return refuse('partner-twice');
  const exact: { key: string; weight: Decimal }[] = [];
  for (const { key, weight } of weights) {
    const decimal = exactDecimal(weight);
    if (decimal === undefined || decimal.digits <= 0n) return refuse('weight-not-positive');
    exact.push({ key, weight: decimal });
  }
  const decimals = Math.max(...exact.map(({ weight }) => weight.decimals));
  return ok(exact.map(({ key, weight }) => ({ key, weight: digitsAt(weight, decimals) })));
}

type Part = Readonly<{ key: string; remainder: bigint }>;

function byRemainderThenKey(a: Part, b: Part): number {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}

/** The sentence for a refused split, with its remedy. */
export function explainSplit(refusal: SplitRefusal): string {
  switch (refusal) {
    case 'no-partners':
      return 'Name at least one partner to share the amount among';
    case 'partner-twice':
      return 'Each partner can be named only once: add its weights together';
    case 'weight-not-positive':
      return 'Each partner’s weight must be a number above zero: leave out a partner that pays nothing';
    default:
      return never(refusal);
  }
}
