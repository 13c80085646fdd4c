import { spawn } from 'node:child_process';
import { chownSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { CannotOpenDatabase } from '../errors.ts';
import type { Home } from './home.ts';

/**
 * Makes the cluster where there is none. It is made aside and put in place whole, so one that was interrupted leaves
 * nothing that could be mistaken for data.
 */
export async function initialise({ account, binaries, cluster }: Home, password: string): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  const around = dirname(cluster);
  for (const name of readdirSync(around))
    if (name.startsWith('new-')) rmSync(join(around, name), { recursive: true });
  const unfinished = join(around, `new-${process.pid}`);
  const passwordFile = join(around, `new-password-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) chownSync(passwordFile, account.uid, account.gid);
  const initdb = spawn(
    join(binaries.folder, 'bin', 'initdb'),
    [
      `--pgdata=${unfinished}`,
      `--pwfile=${passwordFile}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of words on every machine, whatever languages it has installed.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    { ...runAs(account), cwd: around, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const [, complaint, code] = await Promise.all([
    text(initdb.stdout),
    text(initdb.stderr),
    new Promise<number | null>((resolve, reject) => {
      initdb.once('error', reject);
      initdb.once('close', resolve);
    }),
  ]);
  rmSync(passwordFile, { force: true });
  if (code !== 0)
    throw new CannotOpenDatabase(`PostgreSQL could not make its data in ${cluster}: ${complaint.trim()}`);
  renameSync(unfinished, cluster);
}

/** How a program of PostgreSQL is run: as its account, with nothing of our environment but what it needs. */
export function runAs(account: Home['account']) {
  const env = { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' };
  return account === undefined ? { env } : { uid: account.uid, gid: account.gid, env };
}
