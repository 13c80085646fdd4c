import type { Database } from '#platform/db';
import { canonicalJson } from './canonical-json.ts';
import type { SignedCheckpoint } from './latest-checkpoint.ts';
import { readEntries } from './store/reads.ts';

/** What the first line of a downloaded record calls its format. */
export const fileFormat = 'accord-record-1';

/**
 * The record up to a checkpoint as a file that can be checked without us: a first line that names the log and its key, every leaf on
 * a line of its own in order, and the signed checkpoint on the last line. Lines are canonical JSON and end in a newline.
 *
 * Read a batch at a time. Entries appended meanwhile are not part of it, so a slow reader holds nobody up.
 */
export async function* downloadRecord(
  database: Database,
  { origin, size, note }: SignedCheckpoint,
  publicKey: string,
): AsyncGenerator<string> {
  yield firstLine(origin, publicKey);
  for await (const rows of readEntries(database, { start: 0, end: size }))
    yield rows.map(({ leaf }) => `${leaf}\n`).join('');
  yield lastLine(note);
}

export const firstLine = (origin: string, publicKey: string): string =>
  `${canonicalJson({ format: fileFormat, origin, publicKey })}\n`;

export const lastLine = (note: string): string => `${canonicalJson({ checkpoint: note })}\n`;
