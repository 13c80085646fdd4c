import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startOf } from './processes.ts';

/** How to reach the database of a data folder as its owner, and as the application. */
export type Connection = Readonly<{ ownerUrl: string; appUrl: string }>;

type Kept = Connection & Readonly<{ pid: number; started?: string }>;

const fileOf = (dataFolder: string): string => join(dataFolder, 'postgres', 'connection.json');

/** Leaves word of a running database for other commands of this project. Holds passwords: for our user's eyes only. */
export function keepConnection(dataFolder: string, connection: Connection): void {
  const started = startOf(process.pid);
  const kept: Kept = { ...connection, pid: process.pid, ...(started === undefined ? {} : { started }) };
  const file = fileOf(dataFolder);
  writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function forgetConnection(dataFolder: string): void {
  rmSync(fileOf(dataFolder), { force: true });
}

/** The database that a running Accord keeps for this data folder, or `undefined` when none is running. */
export function connectionOfRunning(dataFolder: string): Connection | undefined {
  try {
    const { pid, started, ownerUrl, appUrl } = JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')) as Kept;
    const running = isAlive(pid) && (started === undefined || startOf(pid) === started);
    return running ? { ownerUrl, appUrl } : undefined;
  } catch {
    return undefined;
  }
}
