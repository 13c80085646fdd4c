import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CannotOpenDatabase } from '../errors.ts';
import { readPostmasterFile } from './postmaster-file.ts';
import { postgresProcesses } from './processes.ts';

/** How patiently each kind of ending is waited for, in milliseconds. */
const patienceMs = { SIGINT: 20_000, SIGQUIT: 5000, SIGKILL: 5000 } as const;
const orphansPatienceMs = 3000;

/**
 * Ends the PostgreSQL that an Accord which was killed has left running on this cluster, and clears away what one that
 * was killed itself has left lying. Only processes that work inside the cluster are ever signalled.
 */
export async function endLeftover(cluster: string): Promise<'nothing' | 'ended'> {
  const file = readPostmasterFile(cluster);
  let running = postgresProcesses(cluster, file?.pid);
  const found = running.length > 0;
  const postmaster = running.find((pid) => pid === file?.pid);

  if (postmaster !== undefined) running = await end([postmaster], 'SIGINT', cluster);
  // Without their postmaster the others notice and end by themselves.
  else running = await gone(cluster, orphansPatienceMs);
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const)
    if (running.length > 0) running = await end(running, signal, cluster);
  if (running.length > 0)
    throw new CannotOpenDatabase(
      `A PostgreSQL left behind by an earlier Accord (process ${running[0]}) does not end. End it yourself, then start again.`,
    );

  // Nobody is left whom it could belong to; a number in it may since have been given to another process.
  if (file !== undefined) rmSync(join(cluster, 'postmaster.pid'), { force: true });
  return found ? 'ended' : 'nothing';
}

async function end(
  pids: readonly number[],
  signal: keyof typeof patienceMs,
  cluster: string,
): Promise<readonly number[]> {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended in the meantime.
    }
  }
  return gone(cluster, patienceMs[signal]);
}

async function gone(cluster: string, forMs: number): Promise<readonly number[]> {
  const until = Date.now() + forMs;
  for (;;) {
    const running = postgresProcesses(cluster, readPostmasterFile(cluster)?.pid);
    if (running.length === 0 || Date.now() > until) return running;
    await wait(20);
  }
}
