import type { DayOrder } from '../reading/paid-day.ts';
import type { DecidedReading } from './decided-reading.ts';
import type { ImportReport } from './report.ts';

/** What a reading of an import is asked: which files, where what is made of them goes, and what officers said of such tables. */
export type ReadingAsked = Readonly<{
  /** In the order in which they were brought: the place of each is the `file` of its tables. */
  files: readonly Readonly<{ filename: string; path: string }>[];
  /** Made by the reading: the files of each `StagedPart`. */
  folder: string;
  /** What an officer said of tables with this `headingSignature`: of these files, or of an earlier month’s. */
  decided(signature: string): Readonly<{ reads: DecidedReading; by: 'officer' | 'remembered' }> | undefined;
  /** In which order the days of the body’s earlier files were written, as far as those told it. */
  daysBefore?: DayOrder | undefined;
  /** Payments of no more than this are told of, as the Code does not ask for them; null where no threshold is known. */
  thresholdPence: number | null;
  /** Told now and then how far it has come. */
  progress(done: ReadingProgress): Promise<void> | void;
  /** Stops the reading, which then throws; what lies in the folder is nothing to go by. */
  signal?: AbortSignal;
}>;

export type ReadingProgress = Readonly<{ bytes: number; rows: number; pence: number }>;

/**
 * Reads an import and says what its check found. It throws where the machine fails; what is wrong with a file stands in the
 * report. Of rows that were set aside nothing is published.
 */
export type ReadImport = (asked: ReadingAsked) => Promise<ImportReport>;
