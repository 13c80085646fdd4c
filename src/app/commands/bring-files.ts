import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Database } from '#platform/db';
import { type ActServices, openRecordHead } from '#platform/record';
import { systemClock } from '../system-clock.ts';
import { type Command, type Terminal, usage } from './command.ts';
import { withDatabase } from './with-database.ts';

export type FileOfBody = Readonly<{ path: string; filename: string; bytes: Buffer; bodyId: string }>;
export type ImportServices = ActServices & Readonly<{ database: Database }>;

/** Brings files of a body in, one after the other, for a command that is given them: the worst status of any is its own. */
export async function bringFiles(
  command: Command,
  { paths, bodyId }: Readonly<{ paths: readonly string[]; bodyId: string | undefined }>,
  terminal: Terminal,
  bringIn: (services: ImportServices, file: FileOfBody) => Promise<number>,
): Promise<number> {
  if (paths.length === 0) return usage(command, 'Give the file to bring in.', terminal);
  if (bodyId === undefined) return usage(command, 'Give the body, such as --body maidstone.', terminal);
  return withDatabase(terminal.configuration, async (database, appUrl) => {
    const head = await openRecordHead({ url: appUrl, onError: (error) => terminal.err(String(error)) });
    const services = { database, clock: systemClock, head };
    try {
      let status = 0;
      for (const path of paths) {
        const bytes = await readFile(path).catch(() => undefined);
        if (bytes === undefined) terminal.err(`${path}: there is no such file, or it cannot be read.`);
        const file = bytes && { path, filename: basename(path), bytes, bodyId };
        status = Math.max(status, file === undefined ? 1 : await bringIn(services, file));
      }
      return status;
    } finally {
      await head.close();
    }
  });
}
