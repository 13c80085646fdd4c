import { never } from './result.ts';

/**
 * How a fraction becomes whole: `half-up` to the nearest, halves away from zero, as people are taught;
 * `half-even` to the nearest, halves to the even neighbour; `down` towards zero; `up` away from zero.
 */
export type Rounding = 'half-up' | 'half-even' | 'down' | 'up';

/**
 * An exact division rounded to a whole number, the same way on both sides of zero. A denominator of zero is a
 * bug and throws.
 */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator === 0n) throw new RangeError('Division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const top = magnitude(numerator);
  const bottom = magnitude(denominator);
  const whole = top / bottom;
  const rounded = whole + (roundsAway(whole, top % bottom, bottom, rounding) ? 1n : 0n);
  return negative ? -rounded : rounded;
}

export function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function roundsAway(whole: bigint, remainder: bigint, bottom: bigint, rounding: Rounding): boolean {
  switch (rounding) {
    case 'down':
      return false;
    case 'up':
      return remainder > 0n;
    case 'half-up':
      return remainder * 2n >= bottom;
    case 'half-even':
      return remainder * 2n > bottom || (remainder * 2n === bottom && whole % 2n === 1n);
    default:
      return never(rounding);
  }
}
