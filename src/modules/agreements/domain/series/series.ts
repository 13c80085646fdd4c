import type { IsoDate } from '#platform/kernel';

/** Which way is better. A band: anything from its low to its high end is as it should be. */
export type Polarity =
  | Readonly<{ better: 'higher' }>
  | Readonly<{ better: 'lower' }>
  | Readonly<{ better: 'band'; low: string; high: string }>;

export const frequencies = ['monthly', 'quarterly', 'termly', 'annual', 'biennial'] as const;
export type Frequency = (typeof frequencies)[number];

/**
 * What one reading covers: `point`, its own period alone; `cumulative`, from the start of the financial year to its end;
 * `rolling`, the twelve months to its end; `academic-year`, from 1 September to its end.
 */
export const accumulations = ['point', 'cumulative', 'rolling', 'academic-year'] as const;
export type Accumulation = (typeof accumulations)[number];

/** A change is by how much something went up or down, in whatever unit: it goes either way, and beyond a hundred. */
export const measures = ['percentage', 'rate', 'count', 'money', 'number', 'change'] as const;
export type MeasuredAs = (typeof measures)[number];

/** Population: true of everybody in the area, whoever acts. Performance: what one body does itself. */
export type Concerns = 'population' | 'performance';

/**
 * How an indicator is measured. It never changes once readings hang on it: another unit, method or polarity is another
 * series that replaces it. Figures are exact, written as text: `4.1`.
 */
export type Series = Readonly<{
  id: string;
  indicatorId: string;
  title: string;
  concerns: Concerns;
  polarity: Polarity;
  /** As people say it: "homes", "% of adults", "per 1,000 households". */
  unit: string;
  measuredAs: MeasuredAs;
  decimals: number;
  frequency: Frequency;
  accumulation: Accumulation;
  /** What is counted, out of what, and per how many: a percentage is per 100. */
  ratio: Readonly<{ numerator: string; denominator: string; per: string }> | undefined;
  method: Readonly<{ by: 'count' }> | Readonly<{ by: 'survey'; designEffect: string }>;
  /** Counts below this are not shown, so that nobody can be known by them. */
  suppressUnder: number | undefined;
  /** Who brings readings: each district of its own place, the county for all, or each body of itself. */
  collectedBy: 'district' | 'county' | 'body';
  /** Days after the end of a period by which its reading is due. */
  lagDays: number;
  /** How far short of a target is still amber where the target sets no floor, in the series’ own unit. */
  floorMargin: string | undefined;
  /** For a cumulative measure: what part of the year’s sum each month or quarter usually brings; evenly where not known. */
  profile: readonly string[] | undefined;
  /** Where the figures come from. */
  measuredFrom: string;
  fromDay: IsoDate | undefined;
  replaces: string | undefined;
  /** A quick local measure that stands for a slow one. */
  proxyFor: string | undefined;
  isIllustrative: boolean;
  source: string;
  certainty: string;
}>;

/** A series compared from area to area. */
export const seriesPath = (seriesId: string): string => `/series/${seriesId}`;
