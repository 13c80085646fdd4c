import {
  type Money,
  noMoney,
  type Share,
  splitMoney,
  type SplitRefusal,
  subtractMoney,
  type Weight,
} from '#platform/kernel';

/** What must be paid before anything is shared: pump-priming to be paid back, a venture fund. */
export type FirstCall = Readonly<{ key: string; title: string; amount: Money }>;

export type SharedOut = Readonly<{
  calls: readonly Readonly<{ key: string; title: string; asked: Money; paid: Money }>[];
  shares: readonly Share[];
  /** What nobody has agreed how to share. */
  left: Money;
  /** Why it could not be shared, where it could not. */
  refusal: SplitRefusal | undefined;
}>;

/**
 * A reward shared between partners: first calls in their order, each in full as far as the money goes, and the rest by weight
 * in whole pence, largest remainders first. Calls, shares and what is left add up to the total.
 */
export function shareOut(
  total: Money,
  firstCalls: readonly FirstCall[],
  weights: readonly Weight[],
): SharedOut {
  let rest = total > noMoney ? total : noMoney;
  const calls = firstCalls.map(({ key, title, amount }) => {
    const paid = amount < rest ? amount : rest;
    rest = subtractMoney(rest, paid);
    return { key, title, asked: amount, paid };
  });
  const split = splitMoney(rest, weights);
  if (!split.ok) return { calls, shares: [], left: rest, refusal: split.error };
  return { calls, shares: split.value, left: noMoney, refusal: undefined };
}
