import {
  addDays,
  addFractions,
  addMonths,
  compareFractions,
  decimalFraction,
  fraction,
  type Fraction,
  fractionNumber,
  fractionOfNumber,
  fractionText,
  greatestFraction,
  type IsoDate,
  leastFraction,
  multiplyFractions,
  subtractFractions,
  zero,
} from '#platform/kernel';
import type { Measured, ReadingPeriod } from '../reading/reading.ts';
import { periodAfter, periodBefore, periodsPerYear, type Rhythm } from './periods.ts';
import type { Series } from './series.ts';
import { type Accumulating, growsThroughYear, shareOfYear } from './share-of-year.ts';
import { lookAhead } from './smoothing.ts';

export type Foreseen = Rhythm & Accumulating & Pick<Series, 'decimals'>;

/**
 * Where a figure will stand, if things go on as they have: the middle and the ends between which it lies in nine cases of
 * ten, rounded as the series is shown.
 */
export type Forecast = Readonly<{
  is: 'forecast';
  at: ReadingPeriod;
  value: string;
  low: string;
  high: string;
  withinPerCent: 90;
  /** How many readings it rests on: those without a gap up to the last. */
  readings: number;
  /** Whether it knows the seasons, and from where: from the readings themselves or from the series’ profile. */
  seasons: 'none' | 'from-readings' | 'from-profile';
}>;

/** Why there is none; of too few readings, how many there are without a gap and how many it takes. */
export type NoForecast =
  | Readonly<{ is: 'too-few-readings'; held: number; needed: number }>
  | Readonly<{ is: 'already-there' }>;

const within = 0.9;
const fewest = 4;
/** Eight years of months: what is older tells nothing of where it goes. */
const most = 96;

/**
 * Where a series will stand at the end of its last period up to a day, from the readings known, by exponential smoothing with
 * drift (see smoothing.ts). A figure that grows through the year is forecast to its year’s end: what it has so far, and what
 * the periods left will bring. With four readings or more; with three years of them it learns the seasons.
 */
export function forecast(
  series: Foreseen,
  known: readonly Measured[],
  until: IsoDate,
): Forecast | NoForecast {
  const run = lastRun(series, known);
  const last = run.at(-1);
  if (last !== undefined && addDays(last.period.to, 1) > until) return { is: 'already-there' };
  const history = growsThroughYear(series)
    ? incrementsOf(series, run)
    : run.map((reading) => asItIs(reading));
  if (last === undefined || history.length < fewest)
    return { is: 'too-few-readings', held: history.length, needed: fewest };
  const ahead = periodsAhead(series, last.period, until);
  const at = ahead.at(-1);
  if (at === undefined) return { is: 'already-there' };

  const grows = growsThroughYear(series);
  const weights = profileWeights(series, [...history.map(({ period }) => period), ...ahead]);
  const seen = history.map(({ value }, index) => value / (weights?.[index] ?? 1));
  const wanted = ahead.map((period, index) => {
    const isWanted = grows ? period.from === at.from : period.to === at.to;
    return isWanted ? (weights?.[history.length + index] ?? 1) : 0;
  });
  const perYear = periodsPerYear(series);
  const learns =
    weights === undefined && series.accumulation !== 'rolling' && seen.length >= 3 * perYear && perYear > 1;
  const outlook = lookAhead(seen, wanted, { seasons: learns ? perYear : 1, within });
  if (outlook === undefined) return { is: 'too-few-readings', held: seen.length, needed: fewest };

  const soFar = grows && last.period.from === at.from ? decimalFraction(last.value) : zero;
  const shown = (value: number): string =>
    fractionText(possible(series, soFar, addFractions(soFar, fractionOfNumber(value))), series.decimals);
  return {
    is: 'forecast',
    at,
    value: shown(outlook.middle),
    low: shown(outlook.low),
    high: shown(outlook.high),
    withinPerCent: 90,
    readings: seen.length,
    seasons: weights !== undefined ? 'from-profile' : learns ? 'from-readings' : 'none',
  };
}

type Figure = Readonly<{ period: ReadingPeriod; value: string }>;
type Point = Readonly<{ period: ReadingPeriod; value: number }>;

/** The last readings with a figure that follow each other without a gap. */
function lastRun(series: Foreseen, known: readonly Measured[]): readonly Figure[] {
  const figures = new Map<string, Figure>();
  for (const { period, value } of known)
    if (value !== undefined) figures.set(`${period.from} ${period.to}`, { period, value });
  const newest = [...figures.values()].toSorted((a, b) => (a.period.to < b.period.to ? 1 : -1))[0];
  const run: Figure[] = [];
  let next = newest;
  while (next !== undefined && run.length < most) {
    run.unshift(next);
    const before = periodBefore(series, next.period);
    next = figures.get(`${before.from} ${before.to}`);
  }
  return run;
}

const asItIs = ({ period, value }: Figure): Point => ({
  period,
  value: fractionNumber(decimalFraction(value)),
});

/** What each period brought by itself: the year so far less the year until the period before. */
function incrementsOf(series: Foreseen, run: readonly Figure[]): readonly Point[] {
  return run.flatMap(({ period, value }, index) => {
    const before = run[index - 1];
    const isFirstOfYear = periodBefore(series, period).from !== period.from;
    if (isFirstOfYear) return [{ period, value: fractionNumber(decimalFraction(value)) }];
    if (before === undefined) return [];
    const brought = subtractFractions(decimalFraction(value), decimalFraction(before.value));
    return [{ period, value: fractionNumber(brought) }];
  });
}

function periodsAhead(series: Foreseen, last: ReadingPeriod, until: IsoDate): readonly ReadingPeriod[] {
  const ahead: ReadingPeriod[] = [];
  let next = periodAfter(series, last);
  while (next.to <= until && ahead.length < most) {
    ahead.push(next);
    next = periodAfter(series, next);
  }
  return ahead;
}

/** How much of the year’s sum each period usually brings, an even part being 1; undefined where no profile says, or a part of it is nothing. */
function profileWeights(series: Foreseen, periods: readonly ReadingPeriod[]): readonly number[] | undefined {
  if (series.profile === undefined || !growsThroughYear(series)) return undefined;
  const perYear = periodsPerYear(series);
  const weights = periods.map((period) => {
    const year = { from: period.from, to: addDays(addMonths(period.from, 12), -1) };
    const before = periodBefore(series, period);
    const until = before.from === period.from ? shareOfYear(series, year, before) : zero;
    return multiplyFractions(fraction(perYear), subtractFractions(shareOfYear(series, year, period), until));
  });
  if (weights.some((weight) => compareFractions(weight, zero) <= 0)) return undefined;
  return weights.map((weight) => fractionNumber(weight));
}

/** No percentage is below nought or above a hundred, and no count falls below what is counted so far. */
function possible({ measuredAs }: Foreseen, soFar: Fraction, value: Fraction): Fraction {
  if (measuredAs === 'percentage') return leastFraction(fraction(100), greatestFraction(zero, value));
  return measuredAs === 'count' || measuredAs === 'rate' ? greatestFraction(soFar, value) : value;
}
