import type { ReadingAsked, ReadingProgress } from '../../domain/import/reading-asked.ts';
import type { ImportReport, TableReport } from '../../domain/import/report.ts';

/** What a process can be asked to read, and what comes of it: a whole import, or files that are a share of one. */
export type Readings = Readonly<{ import: ImportReport; share: readonly TableReport[] }>;

/** What the process that reads files is told. */
export type ToReader =
  | Readonly<
      { kind: 'read'; what: keyof Readings } & Pick<
        ReadingAsked,
        'files' | 'folder' | 'thresholdPence' | 'daysBefore'
      >
    >
  | Readonly<{ kind: 'says'; said: ReturnType<ReadingAsked['decided']> }>;

/** What it says: it asks one thing at a time, and ends with what it read or why it did not. */
export type FromReader =
  | Readonly<{ kind: 'asks'; signature: string }>
  | Readonly<{ kind: 'moved'; progress: ReadingProgress }>
  | Readonly<{ kind: 'read'; found: Readings[keyof Readings] }>
  | Readonly<{ kind: 'failed'; says: string; code: string | undefined }>;
