import {
  addDays,
  addFractions,
  decimalFraction,
  type Fraction,
  multiplyFractions,
  subtractFractions,
} from '#platform/kernel';
import type { ReadingPeriod } from '../reading/reading.ts';
import type { TargetVersion } from '../target/target.ts';
import { type Accumulating, elapsedPart, growsThroughYear, shareOfYear } from './share-of-year.ts';

/** What a version of a target says of the figures to be reached. */
export type Course = Pick<TargetVersion, 'baseline' | 'values'>;
type Value = Course['values'][number];

/**
 * What is expected at the end of a period, exactly: `target`, a year’s own value; `on-the-way`, on the straight line between
 * two of them or from the baseline; `part-of-year`, so much of the year’s sum as its profile says; `year-so-far`, the year’s
 * value where the figure stays at its level. `floor` lies as far from it as the year’s floor from the year’s value, or that
 * part of it.
 */
export type Expected = Readonly<{
  value: Fraction;
  floor: Fraction | undefined;
  how: 'target' | 'on-the-way' | 'part-of-year' | 'year-so-far';
  /** How much of the year’s sum is expected by then; a whole for all else. */
  share: Fraction;
  /** The value it is on the way to. */
  year: Value;
  /** Whether the period ends with that year, so that the target can be achieved or missed. */
  isYearEnd: boolean;
}>;

export type NothingExpected =
  | 'no-target'
  | 'before-the-baseline'
  | 'baseline-to-be-set'
  | 'after-the-last-year'
  | 'not-from-the-start-of-the-year';

export type Expectation = Expected | NothingExpected;

/**
 * What a target expects of its series at the end of a period. A figure that grows through the year is held against its part
 * of the year’s value, never against the whole; one of a moment or of twelve rolling months against the straight line from
 * the baseline through each year’s value.
 */
export function trajectory(
  series: Accumulating,
  course: Course | undefined,
  period: ReadingPeriod,
): Expectation {
  const values = course?.values.toSorted((a, b) => (a.period.to < b.period.to ? -1 : 1)) ?? [];
  const last = values.at(-1);
  if (course === undefined || last === undefined) return 'no-target';
  if (period.to > last.period.to) return 'after-the-last-year';
  const isCounted = series.accumulation === 'cumulative' || series.accumulation === 'academic-year';
  return isCounted ? ofTheYear(series, values, period) : onTheLine(course, values, period);
}

function ofTheYear(series: Accumulating, values: readonly Value[], period: ReadingPeriod): Expectation {
  const year = values.find((value) => value.period.from <= period.to && period.to <= value.period.to);
  if (year === undefined) return 'before-the-baseline';
  if (period.from !== year.period.from) return 'not-from-the-start-of-the-year';
  const isYearEnd = period.to === year.period.to;
  if (isYearEnd) return expected(year, whole, 'target', isYearEnd);
  if (!growsThroughYear(series)) return expected(year, whole, 'year-so-far', isYearEnd);
  return expected(year, shareOfYear(series, year.period, period), 'part-of-year', isYearEnd);
}

function onTheLine({ baseline }: Course, values: readonly Value[], period: ReadingPeriod): Expectation {
  const index = values.findIndex((value) => period.to <= value.period.to);
  const year = values[index];
  if (year === undefined) return 'after-the-last-year';
  if (period.to === year.period.to) return expected(year, whole, 'target', true);
  const before = values[index - 1];
  const start = before === undefined ? baseline.value : before.value;
  const startsOn = before === undefined ? baseline.period.to : before.period.to;
  if (start === undefined) return 'baseline-to-be-set';
  if (period.to < startsOn || startsOn >= year.period.to) return 'before-the-baseline';
  const from = decimalFraction(start);
  const way = subtractFractions(decimalFraction(year.value), from);
  const gone =
    period.to === startsOn
      ? none
      : elapsedPart({ from: addDays(startsOn, 1), to: year.period.to }, period.to);
  const value = addFractions(from, multiplyFractions(way, gone));
  const floor = year.floor === undefined ? undefined : addFractions(value, marginOf(year, year.floor));
  return { value, floor, how: 'on-the-way', share: whole, year, isYearEnd: false };
}

const whole: Fraction = { numerator: 1n, denominator: 1n };
const none: Fraction = { numerator: 0n, denominator: 1n };

const marginOf = (year: Value, floor: string): Fraction =>
  subtractFractions(decimalFraction(floor), decimalFraction(year.value));

function expected(year: Value, share: Fraction, how: Expected['how'], isYearEnd: boolean): Expected {
  const part = (figure: string): Fraction => multiplyFractions(share, decimalFraction(figure));
  const floor = year.floor === undefined ? undefined : part(year.floor);
  return { value: part(year.value), floor, how, share, year, isYearEnd };
}
