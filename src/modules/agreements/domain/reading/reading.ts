import type { IsoDate } from '#platform/kernel';

/** An estimate or provisional figure never counts as achieved; a suppressed or unavailable one has no figure at all. */
export const readingStatuses = [
  'estimate',
  'provisional',
  'final',
  'revised',
  'suppressed',
  'not-available',
] as const;
export type ReadingStatus = (typeof readingStatuses)[number];

/** From its first to its last day, both included. */
export type ReadingPeriod = Readonly<{ from: IsoDate; to: IsoDate }>;

/** What was measured of one area in one period. Figures are exact, written as text. */
export type Measured = Readonly<{
  seriesId: string;
  areaId: string;
  period: ReadingPeriod;
  status: ReadingStatus;
  value: string | undefined;
  numerator: string | undefined;
  denominator: string | undefined;
  /** The 95% confidence interval, where the source gives one. */
  confidence: Readonly<{ low: string; high: string }> | undefined;
  /** How many answered, of a survey. */
  sample: number | undefined;
  note: string;
  source: string;
}>;

/** A published reading: approved, and one of perhaps several revisions. A later one takes the place of the one before, which is kept. */
export type Reading = Measured & Readonly<{ revision: number; publishedAt: Date; approvedBy: string }>;

/** The same with where it came from: the body that published it, the batch it came in, and the office that entered it. */
export type KeptReading = Reading &
  Readonly<{
    bodyId: string;
    batchId: string;
    enteredBy: string;
    /** When a later suppression took back the figure this revision had given: it is shown on no day any more. */
    withdrawnAt?: Date;
  }>;
