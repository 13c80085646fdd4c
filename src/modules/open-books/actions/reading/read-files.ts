import type { DecidedReadings } from '../../domain/import/decided-reading.ts';

/** Files to read together, and where what is made of them goes. */
export type Bringing = Readonly<{
  files: readonly Readonly<{ path: string; filename: string }>[];
  /** Made anew: what another reading left there is gone. */
  folder: string;
  /** What an officer decided for these files now, and what was decided for earlier ones, by `headingsKey`. */
  decided?: DecidedReadings;
  remembered?: DecidedReadings;
  /** Payments of no more than this are told of, as the Code does not ask for them; null where no threshold is known. */
  thresholdPence: number | null;
}>;

/** How far a reading is. */
export type ReadingProgress = Readonly<{
  bytesDone: number;
  bytesTotal: number;
  rows: number;
  pence: bigint;
}>;

export type ReadingOptions = Readonly<{
  onProgress?: (progress: ReadingProgress) => void;
  signal?: AbortSignal;
}>;
