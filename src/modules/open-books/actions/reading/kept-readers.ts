import { type ChildProcess, fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '#platform/config';

/** A process that reads files, and how often it has done so. */
export type Reader = Readonly<{ process: ChildProcess; readings: number }>;

/** How long readers are kept. */
const keptFor = { idleSeconds: 120, readings: 100, megabytes: 500, atOnce: cpus().length };
/** Beside it DuckDB has a memory of its own; together they stay under two gigabytes. */
const heapMegabytes = 700;

const own = fileURLToPath(import.meta.url);
const program = own.replace(/kept-readers\.(ts|js)$/u, 'reader.$1');
const loaders = own.endsWith('.ts') ? ['--conditions=source', '--import', 'tsx'] : [];

type Kept = Readonly<{ reader: Reader; letGo(): void }>;
const kept: Kept[] = [];

/** A reader that has nothing to do, or a new one. Whoever takes it has it alone, and gives it back or ends it. */
export function takeReader(): Reader {
  const last = kept.at(-1);
  if (last === undefined) return newReader();
  last.letGo();
  last.reader.process.ref();
  last.reader.process.channel?.ref();
  return last.reader;
}

/** A reader that has read nothing yet. */
export const newReader = (): Reader => ({
  process: fork(program, [], {
    execArgv: [...loaders, `--max-old-space-size=${heapMegabytes}`],
    cwd: projectFolder,
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  }),
  readings: 0,
});

/**
 * Gives back a reader that did its work, with the memory it has: it is kept for the next, which it reads sooner than a new one would,
 * as long as it is young and small and somebody comes soon. Nobody is kept waiting by it, and it ends with this process.
 */
export function keepReader(
  { process, readings }: Reader,
  { megabytes }: Readonly<{ megabytes: number }>,
): void {
  const reader = { process, readings: readings + 1 };
  if (reader.readings >= keptFor.readings || megabytes > keptFor.megabytes || kept.length >= keptFor.atOnce)
    return endReader(reader);
  const idle = setTimeout(() => endReader(reader), keptFor.idleSeconds * 1000).unref();
  const letGo = (): void => {
    clearTimeout(idle);
    process.off('exit', letGo);
    kept.splice(kept.indexOf(own), 1);
  };
  const own: Kept = { reader, letGo };
  process.on('exit', letGo);
  process.unref();
  process.channel?.unref();
  kept.push(own);
}

/** Ends a reader at once, whatever it does. */
export const endReader = ({ process }: Reader): void => void process.kill('SIGKILL');
