import { stat } from 'node:fs/promises';
import type { ReadImport } from '../../domain/import/reading-asked.ts';
import { askReader } from './ask-reader.ts';
import { readFiles } from './read-files.ts';

/**
 * Reads files that were brought together into staged files, and gives the report of their check. Large ones are read in a process
 * of its own, so that neither the work nor what a file does to it is felt by who asks. Throws when the signal stops it,
 * `ReadingBroke` when that process ends without a report, and where the machine fails. The folder is made anew: what a
 * reading that was killed left there is gone, and nothing in it is to go by before the report is there.
 */
export const readImport: ReadImport = async (asked) => {
  asked.signal?.throwIfAborted();
  const sizes = await Promise.all(asked.files.map(async ({ path }) => (await stat(path)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return bytes <= readHereBytes ? readFiles(asked) : askReader('import', asked);
};

/** What is read within a fraction of a second is not worth a process. */
const readHereBytes = 256 * 1024;
