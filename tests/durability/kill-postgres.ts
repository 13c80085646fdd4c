import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Kills the PostgreSQL of a cluster with SIGKILL: its first process, upon whose death the others end when they notice,
 * or every process at once. Nothing is killed when it is dead already or only just starting.
 */
export function killPostgres(cluster: string, everyProcess: boolean): void {
  const postmaster = Number(read(join(cluster, 'postmaster.pid'))?.split('\n')[0]);
  // The note of one that died stays behind, and its number may by now belong to somebody else.
  if (!(read(`/proc/${postmaster}/cmdline`)?.includes(cluster) ?? false)) return;
  const others = everyProcess ? read(`/proc/${postmaster}/task/${postmaster}/children`) : undefined;
  for (const pid of [postmaster, ...numbersIn(others ?? '')]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended in the meantime.
    }
  }
}

const numbersIn = (text: string): readonly number[] => [...text.matchAll(/\d+/g)].map(([pid]) => Number(pid));

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
