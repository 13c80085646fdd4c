import {
  decimalFraction,
  divideFractions,
  type Fraction,
  multiplyFractions,
  sumFractions,
} from '#platform/kernel';
import type { Measured, ReadingStatus } from '../reading/reading.ts';
import type { Series } from './series.ts';

/** What each area should have brought for one period; undefined where nothing came. */
export type Part = Readonly<{
  areaId: string;
  reading: Pick<Measured, 'status' | 'value' | 'numerator' | 'denominator'> | undefined;
}>;

/** An area that could not be counted in, and why. */
export type MissingPart = Readonly<{
  areaId: string;
  why: 'no-reading' | 'suppressed' | 'not-available' | 'no-numerator-and-denominator';
}>;

/**
 * The figure of a whole from its parts. With anything missing it is the figure of those areas alone, and `isWhole` is false:
 * it must not be shown as the county’s.
 */
export type Aggregate = Readonly<{
  value: Fraction;
  numerator: Fraction | undefined;
  denominator: Fraction | undefined;
  /** As weak as the weakest part. */
  status: ReadingStatus;
  isWhole: boolean;
  counted: readonly string[];
  missing: readonly MissingPart[];
}>;

export type NoAggregate = Readonly<{
  value: undefined;
  why: 'nothing-came' | 'cannot-be-added-up' | 'nobody-to-divide-by';
  missing: readonly MissingPart[];
}>;

/**
 * The whole from its parts: numerators and denominators are added up and then divided, for an average of percentages is of
 * nothing; counts and money are added up. Any other figure without numerator and denominator cannot be.
 */
export function aggregate(
  series: Pick<Series, 'ratio' | 'measuredAs'>,
  parts: readonly Part[],
): Aggregate | NoAggregate {
  const { ratio } = series;
  if (ratio === undefined && series.measuredAs !== 'count' && series.measuredAs !== 'money')
    return { value: undefined, why: 'cannot-be-added-up', missing: [] };
  const missing = parts.flatMap((part) => missingPart(part, ratio !== undefined));
  const counted = parts.filter(({ areaId }) => missing.every((gap) => gap.areaId !== areaId));
  if (counted.length === 0) return { value: undefined, why: 'nothing-came', missing };
  const common = {
    status: weakest(counted),
    isWhole: missing.length === 0,
    counted: counted.map(({ areaId }) => areaId),
    missing,
  };
  if (ratio === undefined) {
    const value = sumOf(counted, 'value');
    return { ...common, value, numerator: undefined, denominator: undefined };
  }
  const [numerator, denominator] = [sumOf(counted, 'numerator'), sumOf(counted, 'denominator')];
  if (denominator.numerator === 0n) return { value: undefined, why: 'nobody-to-divide-by', missing };
  const value = multiplyFractions(divideFractions(numerator, denominator), decimalFraction(ratio.per));
  return { ...common, value, numerator, denominator };
}

function missingPart({ areaId, reading }: Part, needsRatio: boolean): readonly MissingPart[] {
  if (reading === undefined) return [{ areaId, why: 'no-reading' }];
  if (reading.status === 'suppressed' || reading.status === 'not-available')
    return [{ areaId, why: reading.status }];
  if (needsRatio && (reading.numerator === undefined || reading.denominator === undefined))
    return [{ areaId, why: 'no-numerator-and-denominator' }];
  return !needsRatio && reading.value === undefined ? [{ areaId, why: 'not-available' }] : [];
}

const sumOf = (parts: readonly Part[], figure: 'value' | 'numerator' | 'denominator'): Fraction =>
  sumFractions(parts.map(({ reading }) => decimalFraction(reading?.[figure] ?? '0')));

const fromWeakest: readonly ReadingStatus[] = ['estimate', 'provisional', 'revised', 'final'];

function weakest(parts: readonly Part[]): ReadingStatus {
  const statuses = new Set(parts.map(({ reading }) => reading?.status));
  return fromWeakest.find((status) => statuses.has(status)) ?? 'final';
}
