import type { Sql } from '#platform/db';
import { latestReadingFile, type ReadingFile } from '../../store/reading-files.ts';

/** `quiet`: it was begun, and nothing has moved for a minute, as when the server was started anew. */
export type FileStanding = 'checking' | 'refused' | 'checked' | 'putting' | 'put' | 'quiet';

/** A file that was brought, with where it is. */
export type FileShown = ReadingFile & Readonly<{ standing: FileStanding }>;

const quietAfterMilliseconds = 60_000;

/** The file a body brought last, as it is now; undefined where it has brought none. */
export async function fileShown(sql: Sql, bodyId: string, now: Date): Promise<FileShown | undefined> {
  const file = await latestReadingFile(sql, bodyId);
  return file === undefined ? undefined : { ...file, standing: standingOfFile(file, now) };
}

/** Where a file is at a moment. */
export function standingOfFile(
  file: Pick<ReadingFile, 'findings' | 'refused' | 'putAt' | 'batchId' | 'movedAt'>,
  now: Date,
): FileStanding {
  if (file.batchId !== undefined) return 'put';
  if (file.refused !== undefined) return 'refused';
  const isQuiet = now.getTime() - file.movedAt.getTime() > quietAfterMilliseconds;
  if (file.findings === undefined) return isQuiet ? 'quiet' : 'checking';
  if (file.putAt === undefined) return 'checked';
  return isQuiet ? 'quiet' : 'putting';
}
