import {
  addFractions,
  compareFractions,
  decimalFraction,
  divideFractions,
  type Fraction,
  fraction,
  fractionNumber,
  multiplyFractions,
  negateFraction,
  sizeOfFraction,
  subtractFractions,
  zero,
} from '#platform/kernel';
import type { Measured, ReadingPeriod } from '../reading/reading.ts';
import { periodBefore, type Rhythm, samePeriodLastYear } from './periods.ts';
import type { Polarity, Series } from './series.ts';
import { proportionOf, standardErrors, zSquared } from './survey.ts';

/** What of a series its direction goes by. */
export type Travelling = Rhythm & Pick<Series, 'polarity' | 'decimals' | 'method' | 'measuredAs' | 'profile'>;

/** What decided whether a change is one: the last digit shown, two proportions of a survey, or the intervals given. */
export type DecidedBy = 'last-digit' | 'two-proportions' | 'intervals';

/**
 * Which way a figure travels, by polarity: `steady` is no change that can be told from chance or from rounding. Not known
 * where there is nothing to compare, or a survey says nothing of its error.
 */
export type Direction =
  | Readonly<{
      direction: 'not-known';
      why: 'no-figure' | 'nothing-before' | 'survey-without-its-error';
      compared: ReadingPeriod | undefined;
    }>
  | Readonly<{
      direction: 'improving' | 'steady' | 'worsening';
      compared: ReadingPeriod;
      /** How much more or less than the earlier figure, whichever is better. */
      change: Fraction;
      decidedBy: DecidedBy;
      /** How many standard errors apart, of a survey: a statistic for the page, not for the rule. */
      z: number | undefined;
    }>;

/**
 * Where a reading goes, against the same months of the year before where the figure grows through the year or knows seasons,
 * else against the period before. `known` are the readings known on the day asked about, one of each period.
 */
export function directionOf(series: Travelling, reading: Measured, known: readonly Measured[]): Direction {
  const compared = comparedPeriod(series, reading.period);
  if (reading.value === undefined) return { direction: 'not-known', why: 'no-figure', compared };
  const before = known.find(({ period }) => period.from === compared.from && period.to === compared.to);
  if (before?.value === undefined) return { direction: 'not-known', why: 'nothing-before', compared };
  const [now, then] = [decimalFraction(reading.value), decimalFraction(before.value)];
  const change = subtractFractions(now, then);
  const decision = decide(series, reading, before, sizeOfFraction(change));
  if (decision === undefined) return { direction: 'not-known', why: 'survey-without-its-error', compared };
  const better = compareFractions(betterBy(series.polarity, now, then), zero);
  const direction = !decision.isChange || better === 0 ? 'steady' : better > 0 ? 'improving' : 'worsening';
  return { direction, compared, change, decidedBy: decision.by, z: decision.z };
}

/** Which period a reading is compared with. */
export function comparedPeriod(series: Travelling, period: ReadingPeriod): ReadingPeriod {
  const isCounted = series.accumulation === 'cumulative' || series.accumulation === 'academic-year';
  const hasSeasons = isCounted || (series.accumulation === 'point' && series.profile !== undefined);
  return hasSeasons && series.frequency !== 'biennial'
    ? samePeriodLastYear(period)
    : periodBefore(series, period);
}

type Decision = Readonly<{ isChange: boolean; by: DecidedBy; z: number | undefined }>;

function decide(series: Travelling, now: Measured, then: Measured, size: Fraction): Decision | undefined {
  const showsInLastDigit = compareFractions(size, fraction(1n, 10n ** BigInt(series.decimals))) >= 0;
  const limit = standardErrors(now.period.to);
  const [a, b] = [proportionOf(series, now), proportionOf(series, then)];
  if (a !== undefined && b !== undefined) {
    const squared = zSquared(a, b) ?? zero;
    const isFarApart = compareFractions(squared, multiplyFractions(limit, limit)) >= 0;
    return {
      isChange: showsInLastDigit && isFarApart,
      by: 'two-proportions',
      z: Math.sqrt(fractionNumber(squared)),
    };
  }
  const [wide, narrow] = [halfWidthOf(now), halfWidthOf(then)];
  if (wide !== undefined && narrow !== undefined) {
    const together = addFractions(multiplyFractions(wide, wide), multiplyFractions(narrow, narrow));
    const isFarApart = compareFractions(multiplyFractions(size, size), together) >= 0;
    return { isChange: showsInLastDigit && isFarApart, by: 'intervals', z: undefined };
  }
  if (series.method.by === 'survey') return undefined;
  return { isChange: showsInLastDigit, by: 'last-digit', z: undefined };
}

/** Half of the interval its source gives. */
function halfWidthOf({ confidence }: Measured): Fraction | undefined {
  if (confidence === undefined) return undefined;
  return divideFractions(
    subtractFractions(decimalFraction(confidence.high), decimalFraction(confidence.low)),
    fraction(2),
  );
}

/** By how much the later figure is the better one; of a band, how much nearer to it. */
function betterBy(polarity: Polarity, now: Fraction, then: Fraction): Fraction {
  switch (polarity.better) {
    case 'higher':
      return subtractFractions(now, then);
    case 'lower':
      return subtractFractions(then, now);
    case 'band':
      return subtractFractions(outside(polarity, then), outside(polarity, now));
  }
}

/** How far outside a band a figure lies; nothing inside it. */
function outside({ low, high }: Readonly<{ low: string; high: string }>, value: Fraction): Fraction {
  const [above, below] = [
    subtractFractions(value, decimalFraction(high)),
    negateFraction(subtractFractions(value, decimalFraction(low))),
  ];
  if (compareFractions(above, zero) > 0) return above;
  return compareFractions(below, zero) > 0 ? below : zero;
}
