import { type Bringing, type ReadingOptions } from './read-files.ts';
import type { ImportReport } from '../../domain/import/report.ts';

/**
 * Reads files that were brought together into staged files, in a process of its own, so that neither its work nor what a file
 * does to it is felt by who asks. Gives the report of their check; the rows lie in `bringing.folder`, which is made anew.
 * Throws when stopped by the signal, and `ReadingBroke` when the process ends without a report.
 *
 * For who builds on it: this signature stays. `decided` and `remembered` are keyed by `headingsKey(table.headings)`.
 */
export async function readImport(_bringing: Bringing, _options: ReadingOptions = {}): Promise<ImportReport> {
  throw new ReadingBroke();
}

/** The process that read the files ended without a report: what it was given made it run out of memory, or somebody ended it. */
export class ReadingBroke extends Error {}
