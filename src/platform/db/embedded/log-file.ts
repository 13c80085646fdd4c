import { copyFileSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

const largestBytes = 5_000_000;
const checkEveryMs = 60_000;

/** PostgreSQL's own log: it appends to the file itself, so that it never waits for us. */
export type LogFile = Readonly<{ path: string; open(): number; end(lines: number): string; close(): void }>;

/** Keeps the log within two files of five million bytes: the current one and the one before. */
export function keepLog(notes: string): LogFile {
  const path = join(notes, 'postgres.log');
  const bound = (): void => {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < largestBytes) return;
    copyFileSync(path, `${path}.1`);
    truncateSync(path);
  };
  bound();
  const timer = setInterval(bound, checkEveryMs).unref();
  return {
    path,
    open: () => openSync(path, 'a', 0o600),
    end: (lines) => readFileSync(path, 'utf8').trimEnd().split('\n').slice(-lines).join('\n'),
    close: () => clearInterval(timer),
  };
}
