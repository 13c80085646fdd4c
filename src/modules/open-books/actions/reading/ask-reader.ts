import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '#platform/config';
import type { FilesAsked } from './read-file.ts';
import type { FromReader, Readings, ToReader } from './reader-messages.ts';

/** The process that read the files ended without a report: it ran out of memory, or somebody ended it. */
export class ReadingBroke extends Error {}

const own = fileURLToPath(import.meta.url);
const program = own.replace(/ask-reader\.(ts|js)$/, 'reader.$1');
const loaders = own.endsWith('.ts') ? ['--conditions=source', '--import', 'tsx'] : [];
/** Beside it DuckDB has a memory of its own; together they stay under two gigabytes. */
const heapMegabytes = 700;

/**
 * Has files read in a process of its own. Throws when the signal stops it, `ReadingBroke` when that process ends without a report,
 * and where the machine fails.
 */
export function askReader<What extends keyof Readings>(
  what: What,
  asked: Omit<FilesAsked, 'thresholdPence'> & Partial<FilesAsked>,
): Promise<Readings[What]> {
  const { files, folder, thresholdPence = null, daysBefore, signal } = asked;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const reader = fork(program, [], {
      execArgv: [...loaders, `--max-old-space-size=${heapMegabytes}`],
      cwd: projectFolder,
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const send = (message: ToReader): void => void reader.send(message, () => undefined);
    const stop = (): void => void reader.kill('SIGKILL');
    const finish = (settle: () => void): void => {
      signal?.removeEventListener('abort', stop);
      stop();
      settle();
    };
    let telling = Promise.resolve();
    const fail = (error: unknown): void => finish(() => reject(error));
    signal?.addEventListener('abort', stop);
    reader.on('error', fail);
    reader.on('exit', () =>
      fail(signal?.aborted === true ? signal.reason : new ReadingBroke('The reading ended without a report')),
    );
    const decide = async (signature: string): Promise<void> =>
      send({ kind: 'says', said: await asked.decided(signature) });
    reader.on('message', (message: FromReader) => {
      switch (message.kind) {
        case 'asks':
          return void decide(message.signature).catch(fail);
        case 'moved':
          // Whoever is told may take a while: what comes meanwhile is told in its turn, and a fault of theirs ends the reading.
          telling = telling.then(() => asked.progress(message.progress));
          return void telling.catch(fail);
        case 'read':
          return void telling.then(() => finish(() => resolve(message.found as Readings[What])), fail);
        case 'failed':
          return fail(
            Object.assign(new Error(message.says), message.code === undefined ? {} : { code: message.code }),
          );
        default:
          return message satisfies never;
      }
    });
    send({ kind: 'read', what, files, folder, thresholdPence, daysBefore });
  });
}
