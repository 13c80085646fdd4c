import { createHash, randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { CannotOpenDatabase } from '../errors.ts';
import { isAlive, startOf } from './processes.ts';

type Holder = Readonly<{ pid: number; started?: string; folder: string }>;

/** Lets go of a folder. */
export type Release = () => void;

/**
 * Holds a data folder for this process alone, so that two Accords never write to one. A lock whose process has died
 * is taken over. Throws `CannotOpenDatabase` while another holds it.
 */
export function holdFolder(folder: string): Release {
  const path = join(folder, 'accord.lock');
  const holder = claim(path, folder);
  if (holder !== undefined)
    throw new CannotOpenDatabase(
      `Accord is already running on this data (process ${holder.pid}). Stop it, or set ACCORD_DATA to another folder.`,
    );
  return () => {
    if (readHolder(path)?.holder.pid === process.pid) rmSync(path, { force: true });
  };
}

/**
 * Answers who holds the lock, or nobody when it is ours now. A dead process's lock is replaced only by whoever holds
 * the lock *on that very lock* (named by its content), so two that find it dead cannot both believe they have it.
 */
function claim(path: string, folder: string): Holder | undefined {
  const ours = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  const started = startOf(process.pid);
  const self: Holder = { pid: process.pid, folder, ...(started === undefined ? {} : { started }) };
  writeFileSync(ours, JSON.stringify(self), { mode: 0o600 });
  try {
    for (;;) {
      if (linked(ours, path)) return undefined;
      const found = readHolder(path);
      if (found === undefined) continue;
      if (found.holder.folder === folder && holds(found.holder)) return found.holder;

      const takeOver = `${path}.${createHash('sha256').update(found.text).digest('hex').slice(0, 12)}`;
      const quicker = claim(takeOver, folder);
      if (quicker !== undefined) return quicker;
      const stillThere = readHolder(path)?.text === found.text;
      if (stillThere) renameSync(ours, path);
      rmSync(takeOver, { force: true });
      if (stillThere) return undefined;
    }
  } finally {
    rmSync(ours, { force: true });
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(path: string): Readonly<{ text: string; holder: Holder }> | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return { text, holder: parse(text) };
  } catch {
    return undefined;
  }
}

function parse(text: string): Holder {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return { pid: 0, folder: '' };
  }
}

function holds({ pid, started }: Holder): boolean {
  if (pid === process.pid) return started === startOf(pid);
  return isAlive(pid) && (started === undefined || startOf(pid) === started);
}
