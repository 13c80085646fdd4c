import {
  addFractions,
  compareFractions,
  decimalFraction,
  divideFractions,
  type Fraction,
  fraction,
  fractionNumber,
  fractionText,
  greatestFraction,
  type IsoDate,
  leastFraction,
  multiplyFractions,
  one,
  subtractFractions,
  zero,
} from '#platform/kernel';
import type { Measured } from '../reading/reading.ts';
import type { Series } from './series.ts';
import { inForce, significanceRules } from './status-rules.ts';

/** What a survey found: the part of those asked, how many answered, and how much its design widens its error. */
export type Proportion = Readonly<{ part: Fraction; sample: number; designEffect: Fraction }>;

/** How many standard errors decide on a day. */
export const standardErrors = (on: IsoDate): Fraction =>
  decimalFraction(inForce(significanceRules, on).standardErrors);

/**
 * Half of the 95% confidence interval of a proportion, as a proportion: 1.96·√(p(1−p)/n·design effect). A statistic, not a
 * figure: it is a number.
 */
export function halfInterval({ part, sample, designEffect }: Proportion, on: IsoDate): number {
  const variance = multiplyFractions(spread(part), divideFractions(designEffect, fraction(sample)));
  return fractionNumber(standardErrors(on)) * Math.sqrt(fractionNumber(variance));
}

/**
 * The square of z for two proportions, exactly, so that 1.96 can decide without rounding; undefined where neither could vary.
 * The pooled two-proportion test, widened by each survey’s design.
 */
export function zSquared(a: Proportion, b: Proportion): Fraction | undefined {
  const answered = fraction(a.sample + b.sample);
  const found = addFractions(
    multiplyFractions(a.part, fraction(a.sample)),
    multiplyFractions(b.part, fraction(b.sample)),
  );
  const widened = addFractions(
    divideFractions(a.designEffect, fraction(a.sample)),
    divideFractions(b.designEffect, fraction(b.sample)),
  );
  const variance = multiplyFractions(spread(divideFractions(found, answered)), widened);
  if (variance.numerator === 0n) return undefined;
  const apart = subtractFractions(a.part, b.part);
  return divideFractions(multiplyFractions(apart, apart), variance);
}

/** The proportion a percentage of a survey stands for; undefined where nobody says how many answered, or it is none. */
export function proportionOf(
  series: Pick<Series, 'method' | 'measuredAs'>,
  reading: Measured,
): Proportion | undefined {
  if (series.method.by !== 'survey' || series.measuredAs !== 'percentage') return undefined;
  if (reading.value === undefined || reading.sample === undefined || reading.sample <= 0) return undefined;
  const part = divideFractions(decimalFraction(reading.value), fraction(100));
  if (compareFractions(part, zero) < 0 || compareFractions(part, one) > 0) return undefined;
  return { part, sample: reading.sample, designEffect: decimalFraction(series.method.designEffect) };
}

/** The 95% interval of a reading: as its source gives it, else reckoned from how many answered; undefined for a count. */
export function confidenceOf(
  series: Pick<Series, 'method' | 'measuredAs' | 'decimals'>,
  reading: Measured,
): Readonly<{ low: string; high: string }> | undefined {
  if (reading.confidence !== undefined) return reading.confidence;
  const found = proportionOf(series, reading);
  if (found === undefined) return undefined;
  const half = multiplyFractions(fraction(100), nearly(halfInterval(found, reading.period.to)));
  const value = multiplyFractions(fraction(100), found.part);
  return {
    low: fractionText(greatestFraction(zero, subtractFractions(value, half)), series.decimals),
    high: fractionText(leastFraction(fraction(100), addFractions(value, half)), series.decimals),
  };
}

/**
 * Half the 95% interval of a reading in its series’ own unit: as its source gives it, else reckoned from how many answered;
 * undefined where neither is said.
 */
export function samplingError(
  series: Pick<Series, 'method' | 'measuredAs'>,
  reading: Measured,
): Fraction | undefined {
  if (reading.confidence !== undefined) {
    const { low, high } = reading.confidence;
    return divideFractions(subtractFractions(decimalFraction(high), decimalFraction(low)), fraction(2));
  }
  const found = proportionOf(series, reading);
  return found && multiplyFractions(fraction(100), nearly(halfInterval(found, reading.period.to)));
}

/** A statistic to nine places, to reckon on with. */
const nearly = (value: number): Fraction => fraction(Math.round(value * 1e9), 1_000_000_000);

const spread = (part: Fraction): Fraction => multiplyFractions(part, subtractFractions(one, part));
