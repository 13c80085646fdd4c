import { digitsAt, exactDecimal } from './decimal.ts';
import { ok, refuse, type Result } from './result.ts';
import { divideRounded, magnitude, type Rounding } from './rounding.ts';

/**
 * An exact number: 60 % is three fifths and not nearly. What these functions return is in lowest terms with its sign
 * above the line, so that equal numbers are equal values.
 */
export type Fraction = Readonly<{ numerator: bigint; denominator: bigint }>;

/** So many whole ones, or one whole number over another: `fraction(3, 5)`. A denominator of zero is a bug and throws. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  return lowest(BigInt(numerator), BigInt(denominator));
}

export const zero: Fraction = { numerator: 0n, denominator: 1n };
export const one: Fraction = { numerator: 1n, denominator: 1n };

/** The exact number that a decimal text writes, as it is kept: `61.9`, `-4`. Anything else is a bug and throws. */
export function decimalFraction(text: string): Fraction {
  const read = parseFraction(text);
  if (!read.ok) throw new RangeError(`Not a decimal number: ${text}`);
  return read.value;
}

/** The same for what somebody typed: digits with at most one point and a sign, no more than 30 on either side. */
export function parseFraction(text: string): Result<Fraction, 'not-a-decimal'> {
  const [, sign = '', whole, part = ''] = /^(-?)(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text) ?? [];
  if (whole === undefined) return refuse('not-a-decimal');
  const digits = BigInt(whole + part);
  return ok(lowest(sign === '' ? digits : -digits, 10n ** BigInt(part.length)));
}

/** A figure as somebody typed it, with a minus sign or a dash before it as the hyphen that a decimal is kept with. */
export const withPlainMinus = (typed: string): string => typed.replace(/^[−–]/, '-');

/** The exact number that a JavaScript number is written as: 0.1 is one tenth. Not for what is not finite. */
export function fractionOfNumber(value: number): Fraction {
  const read = exactDecimal(value);
  if (read === undefined) throw new RangeError(`Not a finite number: ${value}`);
  return lowest(digitsAt(read, read.decimals), 10n ** BigInt(read.decimals));
}

export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  lowest(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const subtractFractions = (a: Fraction, b: Fraction): Fraction => addFractions(a, negateFraction(b));

export const multiplyFractions = (a: Fraction, b: Fraction): Fraction =>
  lowest(a.numerator * b.numerator, a.denominator * b.denominator);

/** Dividing by zero is a bug and throws: ask first. */
export const divideFractions = (a: Fraction, b: Fraction): Fraction =>
  lowest(a.numerator * b.denominator, a.denominator * b.numerator);

export const negateFraction = ({ numerator, denominator }: Fraction): Fraction => ({
  numerator: -numerator,
  denominator,
});

export const sumFractions = (all: Iterable<Fraction>): Fraction => {
  let total = zero;
  for (const each of all) total = addFractions(total, each);
  return total;
};

/** How far from zero, on either side. */
export const sizeOfFraction = ({ numerator, denominator }: Fraction): Fraction => ({
  numerator: magnitude(numerator),
  denominator,
});

/** For sorting and for rules: negative when `a` is the smaller, 0 when they are the same number. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export const leastFraction = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) <= 0 ? a : b);
export const greatestFraction = (a: Fraction, b: Fraction): Fraction => (compareFractions(a, b) >= 0 ? a : b);

/** Rounded once, to so many decimals; still exact. */
export function roundFraction(value: Fraction, decimals: number, rounding: Rounding = 'half-up'): Fraction {
  return lowest(scaled(value, decimals, rounding), 10n ** BigInt(decimals));
}

/** As a figure is kept: `61.90`, `-4.00`, rounded once to so many decimals. Never `-0`. */
export function fractionText(value: Fraction, decimals: number, rounding: Rounding = 'half-up'): string {
  const digits = scaled(value, decimals, rounding);
  const written = String(magnitude(digits)).padStart(decimals + 1, '0');
  const whole = written.slice(0, written.length - decimals);
  const part = decimals === 0 ? '' : `.${written.slice(-decimals)}`;
  return `${digits < 0n ? '-' : ''}${whole}${part}`;
}

/** As people read it: `1,234.5`, with a true minus sign. Without a number of decimals, as many as it takes up to six. */
export function formatFraction(value: Fraction, decimals?: number): string {
  const text =
    decimals === undefined ? fractionText(value, 6).replace(/\.?0+$/, '') : fractionText(value, decimals);
  const [whole = '', part] = text.replace('-', '').split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${text.startsWith('-') ? '−' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

/** Nearly the same, as a number: for a chart or a statistic, never for a rule. */
export function fractionNumber({ numerator, denominator }: Fraction): number {
  const whole = numerator / denominator;
  const rest = ((numerator % denominator) * 10n ** 17n) / denominator;
  return Number(whole) + Number(rest) / 1e17;
}

function scaled({ numerator, denominator }: Fraction, decimals: number, rounding: Rounding): bigint {
  return divideRounded(numerator * 10n ** BigInt(decimals), denominator, rounding);
}

function lowest(numerator: bigint, denominator: bigint): Fraction {
  if (denominator === 0n) throw new RangeError('Division by zero');
  const shared = greatestDivisor(magnitude(numerator), magnitude(denominator));
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / shared, denominator: (sign * denominator) / shared };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [greater, lesser] = [a, b];
  while (lesser !== 0n) [greater, lesser] = [lesser, greater % lesser];
  return greater;
}
