import type { Sql } from '#platform/db';
import { type Import, latestImport } from '../store/imports.ts';

/** A file that was brought, with where it is. */
export type ImportShown = Import &
  Readonly<{
    /** `quiet`: it was begun, and nothing has moved for a minute. */
    standing: 'checked' | 'running' | 'quiet' | 'finished';
  }>;

const quietAfterMilliseconds = 60_000;

/** The file a body brought last, as it is now; undefined where it has brought none. */
export async function importShown(sql: Sql, bodyId: string, now: Date): Promise<ImportShown | undefined> {
  const file = await latestImport(sql, bodyId);
  return file === undefined ? undefined : { ...file, standing: standingOf(file, now) };
}

/** Where a file is at a moment. */
export function standingOf(
  { startedAt, movedAt, finishedAt }: Pick<Import, 'startedAt' | 'movedAt' | 'finishedAt'>,
  now: Date,
): ImportShown['standing'] {
  if (finishedAt !== undefined) return 'finished';
  if (startedAt === undefined) return 'checked';
  const isQuiet = now.getTime() - (movedAt ?? startedAt).getTime() > quietAfterMilliseconds;
  return isQuiet ? 'quiet' : 'running';
}
