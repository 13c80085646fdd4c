import type { ReadingAsked, ReadingProgress } from '../../domain/import/reading-asked.ts';
import type { ImportReport } from '../../domain/import/report.ts';
import type { ShareRead } from './read-share.ts';

/** What a process can be asked to read, and what comes of it: a whole import, or files that are a share of one. */
export type Readings = Readonly<{ import: ImportReport; share: ShareRead }>;

/** What a process is to read. */
export type ToRead = Readonly<{ what: keyof Readings }> &
  Pick<ReadingAsked, 'files' | 'folder' | 'thresholdPence' | 'daysBefore'>;

/** What the process that reads files is told. */
export type ToReader =
  | (Readonly<{ kind: 'read' }> & ToRead)
  | Readonly<{ kind: 'says'; said: ReturnType<ReadingAsked['decided']> }>;

/** What it says: it asks one thing at a time, and ends with what it read or why it did not. */
export type FromReader =
  | Readonly<{ kind: 'alive' }>
  | Readonly<{ kind: 'asks'; signature: string }>
  | Readonly<{ kind: 'moved'; progress: ReadingProgress }>
  /** Whether it may read others after that, and what memory it has. */
  | Readonly<{ kind: 'read'; found: Readings[keyof Readings]; mayBeKept: boolean; megabytes: number }>
  | Readonly<{ kind: 'failed'; says: string; code: string | undefined }>;
