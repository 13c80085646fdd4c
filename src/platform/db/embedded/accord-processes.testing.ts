// For tests: data folders, and other Accords in processes of their own.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import type { Database } from '../database.ts';
import { openDatabase } from '../open-database.ts';

/** A new data folder, which PostgreSQL's user can reach. */
export function makeFolder(): Readonly<{ folder: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'accord-data-'));
  chmodSync(folder, 0o711);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A data folder of the test's own, gone when it is finished. */
export function freshFolder(): string {
  const { folder, remove } = makeFolder();
  onTestFinished(remove);
  return folder;
}

export const clusterIn = (folder: string): string => join(folder, 'postgres', 'cluster', 'data');

export const open = (
  dataFolder: string,
  report: (message: string) => void = () => undefined,
): Promise<Database> => openDatabase({ dataFolder, modules: [], report });

/** Whether the database can be opened, asked and closed again. */
export async function opens(dataFolder: string): Promise<boolean> {
  const database = await open(dataFolder);
  const { rows } = await sql`SELECT 1`.execute(database.tables());
  await database.close();
  return rows.length === 1;
}

type OtherAccord = Readonly<{ child: ChildProcess; says: string; gone: Promise<unknown> }>;

/** Starts another Accord on a data folder, as another user where one is given, and waits for what it says first. */
export async function anotherAccord(folder: string, uid?: number): Promise<OtherAccord> {
  const script = fileURLToPath(new URL('hold-open.testing.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid, gid: uid, env: { ...process.env, HOME: folder, TMPDIR: folder } }),
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const says of createInterface({ input: child.stdout })) return { child, says, gone };
  return { child, says: 'nothing', gone };
}

/** Some process that has nothing to do with Accord. */
export function bystander(): Readonly<{ pid: number; end: () => void }> {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  onTestFinished(() => void child.kill());
  return { pid: child.pid ?? 0, end: () => void child.kill() };
}
