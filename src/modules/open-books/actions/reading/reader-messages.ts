import type { ReadingAsked, ReadingProgress } from '../../domain/import/reading-asked.ts';
import type { ImportReport } from '../../domain/import/report.ts';

/** What the process that reads an import is told. */
export type ToReader =
  | Readonly<{ kind: 'read' } & Pick<ReadingAsked, 'files' | 'folder' | 'thresholdPence'>>
  | Readonly<{ kind: 'says'; said: ReturnType<ReadingAsked['decided']> }>;

/** What it says: it asks one thing at a time, and ends with what it read or why it did not. */
export type FromReader =
  | Readonly<{ kind: 'asks'; signature: string }>
  | Readonly<{ kind: 'moved'; progress: ReadingProgress }>
  | Readonly<{ kind: 'read'; report: ImportReport }>
  | Readonly<{ kind: 'failed'; says: string; code: string | undefined }>;
