import {
  compareFractions,
  decimalFraction,
  financialYear,
  financialYearDates,
  type IsoDate,
} from '#platform/kernel';
import type { Measured } from '../reading/reading.ts';
import { type Forecast, forecast, type NoForecast } from './forecast.ts';
import type { Going } from './going.ts';
import { periodName } from './period-name.ts';
import { sayFigure } from './say-figure.ts';
import type { TargetVersion } from '../target/target.ts';

type Goal = TargetVersion['values'][number];

/** Where a series will stand at the next year of its target, or at the end of the year it is in. */
export type Outlook = Readonly<{ until: IsoDate; goal: Goal | undefined; forecast: Forecast | NoForecast }>;

/** Foresees how it goes on; undefined where nothing was ever read. */
export function outlookOf(
  { series, latest, target }: Pick<Going, 'series' | 'latest' | 'target'>,
  known: readonly Measured[],
): Outlook | undefined {
  if (latest === undefined) return undefined;
  const goals = target?.standing.inForce?.version.values ?? [];
  const goal = goals
    .toSorted((a, b) => (a.period.to < b.period.to ? -1 : 1))
    .find(({ period }) => period.to > latest.period.to);
  const until = goal?.period.to ?? financialYearDates(financialYear(latest.period.to)).last;
  return { until, goal, forecast: forecast(series, known, until) };
}

/** What is foreseen, how sure that is, and whether the target would be reached, in a sentence or two. */
export function sayOutlook({ series }: Pick<Going, 'series'>, { goal, forecast: seen }: Outlook): string {
  if (seen.is === 'already-there') return 'The year is over, so there is nothing left to foresee.';
  if (seen.is === 'too-few-readings')
    return `There are too few readings to foresee anything: ${seen.held} without a gap, and it takes ${seen.needed}.`;
  const [value, low, high] = [seen.value, seen.low, seen.high].map((each) => sayFigure(series, each));
  const sentence = `If things go on as they have, ${periodName(seen.at)} comes to ${value}; in nine cases of ten it lies from ${low} to ${high}.`;
  return goal === undefined ? sentence : `${sentence} ${sayReach(series, goal, seen)}`;
}

function sayReach({ polarity, ...series }: Going['series'], goal: Goal, seen: Forecast): string {
  if (polarity.better === 'band') return '';
  const [best, worst] = polarity.better === 'higher' ? [seen.high, seen.low] : [seen.low, seen.high];
  const reaches = (value: string): boolean => {
    const ahead = compareFractions(decimalFraction(value), decimalFraction(goal.value));
    return polarity.better === 'higher' ? ahead >= 0 : ahead <= 0;
  };
  const target = `the target of ${sayFigure(series, goal.value)}`;
  if (reaches(worst)) return `All of that reaches ${target}.`;
  if (!reaches(best)) return `None of that reaches ${target}.`;
  return reaches(seen.value)
    ? `That reaches ${target}, though not for certain.`
    : `That falls short of ${target}, though it may yet be reached.`;
}
