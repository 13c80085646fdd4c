import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';

/** Only Linux shows processes as files; elsewhere less is known, and is said so where it matters. */
const hasProc = existsSync('/proc/self/stat');

type Stat = Readonly<{ command: string; state: string; started: string }>;

function statOf(pid: number | 'self'): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = text.lastIndexOf(')');
    const fields = text.slice(end + 2).split(' ');
    return {
      command: text.slice(text.indexOf('(') + 1, end),
      state: fields[0] ?? '',
      started: fields[19] ?? '',
    };
  } catch {
    return undefined;
  }
}

/** When a process started, so that another process which was given its number later is not mistaken for it. */
export function startOf(pid: number): string | undefined {
  return statOf(pid)?.started;
}

/** Whether a process still does anything: one that has died but was never reaped does not. */
export function isAlive(pid: number): boolean {
  if (hasProc) {
    const stat = statOf(pid);
    return stat !== undefined && stat.state !== 'Z';
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * The living processes of the PostgreSQL that serves this cluster: all of them work inside its folder. Where that
 * cannot be seen, `postmaster` alone is asked for, by its command line.
 */
export function postgresProcesses(cluster: string, postmaster: number | undefined): readonly number[] {
  if (!existsSync(cluster)) return [];
  if (!hasProc)
    return postmaster !== undefined && commandLineOf(postmaster).includes(cluster) ? [postmaster] : [];
  const folder = realpathSync(cluster);
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && worksIn(pid, folder) && statOf(pid)?.command === 'postgres' && isAlive(pid));
}

function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

function commandLineOf(pid: number): string {
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}
