import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

export type Kills = Readonly<{
  /** A program that opens the data folder it is given, says `open`, and then `kept …` for each act it was told is kept. */
  program: string;
  dataFolder: string;
  arguments?: readonly string[];
  rounds: number;
  /** The same seed kills the same things after the same pauses. */
  seed: number;
}>;

const longestPauseMs = 250;

/**
 * Kills the program, its PostgreSQL, or both, again and again in the middle of its work, and starts it anew. Answers
 * what it said was kept, word for word.
 */
export async function playKills({ program, dataFolder, arguments: more = [], rounds, seed }: Kills) {
  const random = randomFrom(seed);
  const kept: string[] = [];
  let running: Program | undefined;
  for (let round = 0; round < rounds; round += 1) {
    running ??= await startProgram(program, [dataFolder, ...more], kept);
    await wait(20 + random() * longestPauseMs);
    const victims = (['app', 'postgres', 'both'] as const)[Math.floor(random() * 3)];
    if (victims !== 'app') killPostgres(dataFolder);
    if (victims === 'postgres') continue;
    running.child.kill('SIGKILL');
    await running.gone;
    running = undefined;
  }
  running?.child.kill('SIGKILL');
  await running?.gone;
  return kept;
}

type Program = Readonly<{ child: ChildProcess; gone: Promise<unknown> }>;

async function startProgram(program: string, given: readonly string[], kept: string[]): Promise<Program> {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', program, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise((resolve) => child.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === 'open') resolve();
      else if (line.startsWith('kept ')) kept.push(line.slice('kept '.length));
      else reject(new Error(line));
    });
    child.once('exit', () => reject(new Error('The program ended before it had opened its data')));
  });
  return { child, gone };
}

/** The first line of PostgreSQL's own note is its process. It may be dead already, or only just starting. */
function killPostgres(dataFolder: string): void {
  try {
    const note = readFileSync(join(dataFolder, 'postgres', 'cluster', 'data', 'postmaster.pid'), 'utf8');
    process.kill(Number(note.split('\n')[0]), 'SIGKILL');
  } catch {
    // Nothing to kill in this moment.
  }
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
