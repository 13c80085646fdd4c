import type { Fraction } from './fraction.ts';
import { divideRounded, magnitude, type Rounding } from './rounding.ts';

/** An amount in whole pence; negative for money owed or credited. Never a floating number of pounds. */
export type Money = bigint & { readonly pence: unique symbol };

/**
 * £90,071,992,547,409.91: the largest amount that every reader of our JSON can hold exactly as a number of
 * pence.
 */
export const greatestMoney: Money = asMoney(9_007_199_254_740_991n);
/** £0.00. */
export const noMoney: Money = asMoney(0n);

/** So many pence. A number that is not whole and safe is a bug and throws. */
export function pence(amount: bigint | number): Money {
  return asMoney(BigInt(amount));
}

/** So many whole pounds. */
export function pounds(amount: bigint | number): Money {
  return asMoney(BigInt(amount) * 100n);
}

/** Exact, in pence. */
export function addMoney(a: Money, b: Money): Money {
  return asMoney(a + b);
}

/** Exact, in pence; below nothing where `b` is the greater. */
export function subtractMoney(a: Money, b: Money): Money {
  return asMoney(a - b);
}

/** What is paid as what is received, and the other way about. */
export function negateMoney(amount: Money): Money {
  return asMoney(0n - amount);
}

/** Exact, in pence; `noMoney` for none. */
export function sumMoney(amounts: Iterable<Money>): Money {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return asMoney(total);
}

/** For sorting: negative when `a` is the smaller. `<` and `===` work on money too. */
export function compareMoney(a: Money, b: Money): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The amount times an exact fraction, rounded once to whole pence in the way the caller names. */
export function multiplyMoney(
  amount: Money,
  { numerator, denominator }: Fraction,
  rounding: Rounding,
): Money {
  return asMoney(divideRounded(amount * numerator, denominator, rounding));
}

/**
 * `£42,840.00`, or `−£600.00` with a true minus sign. `whole` leaves out the pence of a whole number of
 * pounds: `£42,840`.
 */
export function formatMoney(amount: Money, { whole = false }: Readonly<{ whole?: boolean }> = {}): string {
  const size = magnitude(amount);
  const poundsText = String(size / 100n).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const penceOnly = size % 100n;
  const penceText = whole && penceOnly === 0n ? '' : `.${String(penceOnly).padStart(2, '0')}`;
  return `${amount < 0n ? '−' : ''}£${poundsText}${penceText}`;
}

function asMoney(amount: bigint): Money {
  return amount as Money;
}
