import { date } from '#platform/kernel';
import type { Measured, Reading, ReadingPeriod } from '../reading/reading.ts';
import type { Series } from './series.ts';
import type { Course } from './trajectory.ts';

/** A series of a percentage, each quarter by itself, where more is better, unless the test says otherwise. */
export function seriesOf(said: Partial<Series> = {}): Series {
  return {
    id: 'people-who-feel-they-belong',
    indicatorId: 'ni-2',
    title: 'People who feel that they belong to their neighbourhood',
    concerns: 'population',
    polarity: { better: 'higher' },
    unit: '% of adults',
    measuredAs: 'percentage',
    decimals: 1,
    frequency: 'quarterly',
    accumulation: 'point',
    ratio: undefined,
    method: { by: 'count' },
    suppressUnder: undefined,
    collectedBy: 'county',
    lagDays: 30,
    floorMargin: undefined,
    profile: undefined,
    measuredFrom: 'A test',
    fromDay: undefined,
    replaces: undefined,
    proxyFor: undefined,
    isIllustrative: true,
    source: 'A test',
    certainty: 'unsure',
    ...said,
  };
}

export const periodOf = (from: string, to: string): ReadingPeriod => ({ from: date(from), to: date(to) });

export function measured(
  value: string | undefined,
  period: ReadingPeriod,
  said: Partial<Measured> = {},
): Measured {
  return {
    seriesId: 'people-who-feel-they-belong',
    areaId: 'kent',
    period,
    status: value === undefined ? 'not-available' : 'final',
    value,
    numerator: undefined,
    denominator: undefined,
    confidence: undefined,
    sample: undefined,
    note: '',
    source: 'A test',
    ...said,
  };
}

export function published(
  value: string | undefined,
  period: ReadingPeriod,
  said: Partial<Reading> = {},
): Reading {
  return {
    ...measured(value, period),
    revision: 1,
    publishedAt: new Date('2008-08-01T10:00:00Z'),
    approvedBy: 'Chief executive',
    ...said,
  };
}

/** A course from a baseline for 2007-08 through a value for each year from 2008-09, with a floor where one is given. */
export function courseOf(
  baseline: string | undefined,
  ...years: readonly (string | [string, string])[]
): Course {
  return {
    baseline: {
      value: baseline,
      period: periodOf('2007-04-01', '2008-03-31'),
      status: baseline === undefined ? 'to-be-set' : 'final',
    },
    values: years.map((year, index) => {
      const [value, floor] = typeof year === 'string' ? [year, undefined] : year;
      return {
        period: periodOf(`${2008 + index}-04-01`, `${2009 + index}-03-31`),
        value,
        floor,
        stretch: undefined,
      };
    }),
  };
}
