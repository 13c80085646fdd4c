import {
  decimalFraction,
  divideFractions,
  type Fraction,
  type Money,
  multiplyMoney,
  negateMoney,
  noMoney,
  one,
  pence,
  subtractFractions,
  subtractMoney,
  sumFractions,
  sumMoney,
} from '#platform/kernel';
import type { Earned } from './earn.ts';
import type { RewardTerms } from './reward-rule.ts';

/** One payment: below nothing where more was paid on account than was earned and the rest must go back. */
export type Payment = Readonly<{ title: string; amount: Money; revenue: Money; capital: Money }>;

/**
 * How a total is paid: what was paid on account first, then the instalments, from which what was paid on account is taken
 * until it is made good. The payments add up to the total, to the penny.
 */
export function paymentsOf(terms: RewardTerms, total: Money, onAccount: Money): readonly Payment[] {
  const parts = inParts(
    total,
    terms.instalments.map(({ part }) => decimalFraction(part)),
  );
  let owed = onAccount;
  const later = terms.instalments.map(({ title }, index) => {
    const due = parts[index] ?? noMoney;
    const taken = owed < due ? owed : due;
    owed = subtractMoney(owed, taken);
    return payment(terms, title, subtractMoney(due, taken));
  });
  const first =
    onAccount === noMoney
      ? []
      : [payment(terms, 'On account, for interim levels that were reached', onAccount)];
  const back =
    owed === noMoney
      ? []
      : [payment(terms, 'To be paid back, for more was paid on account than earned', negateMoney(owed))];
  return [...first, ...later, ...back];
}

/** What is paid on account: that part of the share of each target that reached its interim level. */
export function onAccountOf(
  terms: RewardTerms,
  targets: readonly Earned[],
  reached: ReadonlySet<string>,
): Money {
  const part = terms.interimPart;
  if (part === undefined) return noMoney;
  const shares = targets.filter(({ targetId }) => reached.has(targetId));
  return sumMoney(shares.map(({ potential }) => multiplyMoney(potential, decimalFraction(part), 'down')));
}

function payment(terms: RewardTerms, title: string, amount: Money): Payment {
  const part = decimalFraction(terms.revenuePart);
  const [revenue = noMoney, capital = noMoney] = inParts(amount, [part, subtractFractions(one, part)]);
  return { title, amount, revenue, capital };
}

/** A sum in parts that add up to it: each but the last is rounded down to the penny, and the last takes the rest. */
function inParts(amount: Money, parts: readonly Fraction[]): readonly Money[] {
  const whole = sumFractions(parts);
  if (whole.numerator === 0n) return parts.map(() => noMoney);
  let left: Money = amount;
  return parts.map((part, index) => {
    const share =
      index === parts.length - 1 ? left : multiplyMoney(amount, divideFractions(part, whole), 'down');
    left = pence(left - share);
    return share;
  });
}
