import {
  compareFractions,
  decimalFraction,
  type Fraction,
  fraction,
  multiplyFractions,
  negateFraction,
  roundFraction,
  sizeOfFraction,
  subtractFractions,
  zero,
} from '#platform/kernel';
import type { Measured } from '../reading/reading.ts';
import { isFirm } from './known.ts';
import type { Series } from './series.ts';
import { type Accumulating, growsThroughYear } from './share-of-year.ts';
import { inForce, type MarginRule, marginRules } from './status-rules.ts';
import type { Expectation, Expected, NothingExpected } from './trajectory.ts';

/** What of a series its status goes by. */
export type Judged = Accumulating & Pick<Series, 'polarity' | 'decimals' | 'floorMargin'>;

/** What of a reading its status goes by. */
export type JudgedReading = Pick<Measured, 'period' | 'status' | 'value'>;

/** Why there is no colour. */
export type NoColour = 'no-reading' | 'suppressed' | 'not-available' | NothingExpected;

/** How far short is still amber, and who says so. */
export type Margin = Readonly<{
  by: 'target-floor' | 'series-margin' | 'default';
  size: Fraction;
  rule: MarginRule | undefined;
}>;

/**
 * How a reading stands. Green meets what is expected or betters it, amber falls short and not below the floor, red falls below
 * it; grey is no figure or nothing to hold it against. A colour is kept for an estimate or a provisional figure and marked so,
 * and never counts as achieved: only a final figure at the end of a target’s year does.
 */
export type Status =
  | Readonly<{ colour: 'grey'; why: NoColour }>
  | Readonly<{
      colour: 'green' | 'amber' | 'red';
      /** An estimate or provisional figure: the colour may change. */
      isProvisional: boolean;
      isAchieved: boolean;
      actual: Fraction;
      /** What it is held against: a year’s own value as it stands, anything on the way rounded as the series is shown. */
      expected: Fraction;
      /** How much better than expected, by polarity; below zero is short of it. */
      ahead: Fraction;
      floor: Fraction;
      margin: Margin;
      how: Expected['how'];
    }>;

/**
 * The status of a reading of a series against what its target expects. A series with a band is judged by its band: inside it
 * is green, whatever the target.
 */
export function statusOf(
  series: Judged,
  reading: JudgedReading | undefined,
  expectation: Expectation,
): Status {
  if (reading === undefined) return { colour: 'grey', why: 'no-reading' };
  if (reading.value === undefined)
    return { colour: 'grey', why: reading.status === 'suppressed' ? 'suppressed' : 'not-available' };
  if (typeof expectation === 'string' && !standsByBand(series)) return { colour: 'grey', why: expectation };

  const actual = decimalFraction(reading.value);
  const against = heldAgainst(series, actual, expectation);
  const margin = marginFor(series, reading, expectation, against);
  const ahead = multiplyFractions(fraction(against.sign), subtractFractions(actual, against.value));
  const isMet = against.isInBand || compareFractions(ahead, zero) >= 0;
  const isProvisional = !isFirm(reading.status);
  return {
    colour: isMet ? 'green' : compareFractions(ahead, negateFraction(margin.size)) >= 0 ? 'amber' : 'red',
    isProvisional,
    isAchieved: isMet && !isProvisional && typeof expectation !== 'string' && expectation.isYearEnd,
    actual,
    expected: against.value,
    ahead,
    floor: subtractFractions(against.value, multiplyFractions(fraction(against.sign), margin.size)),
    margin,
    how: typeof expectation === 'string' ? 'target' : expectation.how,
  };
}

type Against = Readonly<{ value: Fraction; sign: 1 | -1; isInBand: boolean }>;

/** A band needs no target, unless its figure grows through the year and only a target says which. */
const standsByBand = (series: Judged): boolean =>
  series.polarity.better === 'band' && !growsThroughYear(series);

function heldAgainst(series: Judged, actual: Fraction, expectation: Expectation): Against {
  const { polarity } = series;
  const share = typeof expectation === 'string' ? undefined : expectation.share;
  const shown = (value: Fraction): Fraction =>
    isComputed(expectation) ? roundFraction(value, series.decimals) : value;
  if (polarity.better !== 'band') {
    if (typeof expectation === 'string') throw new Error('Nothing to hold the reading against');
    return { value: shown(expectation.value), sign: polarity.better === 'higher' ? 1 : -1, isInBand: false };
  }
  const part = (end: string): Fraction =>
    share === undefined ? decimalFraction(end) : shown(multiplyFractions(share, decimalFraction(end)));
  const [low, high] = [part(polarity.low), part(polarity.high)];
  const isAbove = compareFractions(actual, high) > 0;
  const isInBand = !isAbove && compareFractions(actual, low) >= 0;
  return isAbove ? { value: high, sign: -1, isInBand } : { value: low, sign: 1, isInBand };
}

/** A figure that nobody set: it is held against as it is shown, so that no one sees 51.3 fall short of 51.3. */
const isComputed = (expectation: Expectation): boolean =>
  typeof expectation !== 'string' && (expectation.how === 'on-the-way' || expectation.how === 'part-of-year');

function marginFor(
  series: Judged,
  reading: JudgedReading,
  expectation: Expectation,
  against: Against,
): Margin {
  const expected = typeof expectation === 'string' ? undefined : expectation;
  if (expected?.floor !== undefined && series.polarity.better !== 'band') {
    const short = multiplyFractions(
      fraction(against.sign),
      subtractFractions(expected.value, expected.floor),
    );
    return { by: 'target-floor', size: atLeastNothing(short), rule: undefined };
  }
  if (series.floorMargin !== undefined) {
    const size = multiplyFractions(expected?.share ?? fraction(1), decimalFraction(series.floorMargin));
    return { by: 'series-margin', size, rule: undefined };
  }
  const isInPoints = series.measuredAs === 'percentage' || series.measuredAs === 'change';
  const of = isInPoints ? 'percentage' : 'anything-else';
  const rule = inForce(
    marginRules.filter((each) => each.of === of),
    reading.period.to,
  );
  return { by: 'default', size: defaultMargin(rule, against.value), rule };
}

function defaultMargin({ basis, margin }: MarginRule, expected: Fraction): Fraction {
  const size = decimalFraction(margin);
  return basis === 'points'
    ? size
    : multiplyFractions(multiplyFractions(size, fraction(1, 100)), sizeOfFraction(expected));
}

/** A floor on the wrong side of its target is no floor at all. */
const atLeastNothing = (size: Fraction): Fraction => (compareFractions(size, zero) < 0 ? zero : size);
