import {
  addFractions,
  daysBetween,
  decimalFraction,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  sumFractions,
  zero,
} from '#platform/kernel';
import type { ReadingPeriod } from '../reading/reading.ts';
import { wholeMonths } from './periods.ts';
import type { Series } from './series.ts';

export type Accumulating = Pick<Series, 'accumulation' | 'measuredAs' | 'ratio' | 'profile' | 'frequency'>;

/**
 * Whether a series’ figure grows through the year, so that the year so far can only be held against a part of the year’s
 * target. Counts, money and rates by population do; a percentage, a change, or an average of what was done so
 * far, stays at its level.
 */
export function growsThroughYear({ accumulation, measuredAs, ratio }: Accumulating): boolean {
  if (accumulation !== 'cumulative' && accumulation !== 'academic-year') return false;
  if (measuredAs === 'percentage' || measuredAs === 'change') return false;
  return measuredAs !== 'number' || ratio === undefined;
}

/**
 * What part of a year’s sum is expected by the end of a period that begins with the year: by the series’ profile where it has
 * one (within a part of it, evenly), else evenly by months, or by days where the period is not of whole months.
 */
export function shareOfYear(series: Accumulating, year: ReadingPeriod, { to }: ReadingPeriod): Fraction {
  const elapsed = elapsedPart(year, to);
  const parts = (series.profile ?? []).map((part) => decimalFraction(part));
  const whole = sumFractions(parts);
  if (whole.numerator <= 0n) return elapsed;
  const position =
    series.frequency === 'termly' && parts.length === 3
      ? termsOver(year, to)
      : multiplyFractions(elapsed, fraction(parts.length));
  const full = position.numerator / position.denominator;
  const within = fraction(position.numerator % position.denominator, position.denominator);
  const begun = parts[Number(full)] ?? zero;
  const reached = addFractions(sumFractions(parts.slice(0, Number(full))), multiplyFractions(within, begun));
  return divideFractions(reached, whole);
}

/** How much of a stretch of time is over at the end of a day: by months where it can be, else by days. */
export function elapsedPart(whole: ReadingPeriod, to: ReadingPeriod['to']): Fraction {
  const months = wholeMonths(whole);
  const over = wholeMonths({ from: whole.from, to });
  if (months !== undefined && over !== undefined) return fraction(over, months);
  return fraction(daysBetween(whole.from, to) + 1, daysBetween(whole.from, whole.to) + 1);
}

/** Terms are of unequal months: a third part of the profile is over with each. */
function termsOver(year: ReadingPeriod, to: ReadingPeriod['to']): Fraction {
  const months = wholeMonths({ from: year.from, to }) ?? 0;
  return fraction(months >= 12 ? 3 : months >= 7 ? 2 : months >= 4 ? 1 : 0);
}
