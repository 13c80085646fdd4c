import type { IsoDate, Money } from '#platform/kernel';
import type { Dataset } from '../release/release.ts';
import type { ImportReport } from './report.ts';

/** Files of payments that were brought together. Nobody outside the body sees them before a second officer approves them. */
export type Import = Readonly<{
  id: string;
  bodyId: string;
  dataset: Dataset;
  cameBy: 'form' | 'command' | 'api';
  broughtBy: Officer;
  broughtAt: Date;
  files: readonly ImportFile[];
  /** The newest of its readings. */
  reading: ImportReading;
  /** What became of it, the oldest first. */
  outcomes: readonly ImportOutcome[];
}>;

/** Who acted: in which office, and by which account where there are accounts. */
export type Officer = Readonly<{ office: string; officeId: string; accountId: string | undefined }>;

export type ImportFile = Readonly<{ filename: string; sha256: string; bytes: number }>;

/** One time that its files were read: how far it is, and in the end its report or why there is none. */
export type ImportReading = Readonly<{
  number: number;
  begunAt: Date;
  movedAt: Date;
  bytesDone: number;
  rowsDone: number;
  penceDone: Money;
  endedAt: Date | undefined;
  report: ImportReport | undefined;
  failed: string | undefined;
}>;

export type ImportOutcome = Readonly<{
  outcome: 'asked' | 'approved' | 'returned' | 'dropped';
  /** The reading that it is about. */
  reading: number;
  /** The days that are asked to be published. */
  period: MonthsCovered | undefined;
  says: string;
  /** So many payments stand in a release of other months, and whoever asked said why they are published nevertheless. */
  twice?: number;
  /** Each month of its payments is to be a release of its own. */
  byMonth?: boolean;
  by: Officer;
  at: Date;
}>;

/** Whole months, from the first day of the first to the last day of the last. */
export type MonthsCovered = Readonly<{ from: IsoDate; to: IsoDate }>;
