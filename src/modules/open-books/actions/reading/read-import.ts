import { fork } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '#platform/config';
import type { ReadImport, ReadingAsked } from '../../domain/import/reading-asked.ts';
import type { ImportReport } from '../../domain/import/report.ts';
import { readFiles } from './read-files.ts';
import type { FromReader, ToReader } from './reader-messages.ts';

/**
 * Reads files that were brought together into staged files, and gives the report of their check. Large ones are read in a process
 * of its own, so that neither the work nor what a file does to it is felt by who asks. Throws when the signal stops it,
 * `ReadingBroke` when that process ends without a report, and where the machine fails. The folder is made anew: what a
 * reading that was killed left there is gone, and nothing in it is to go by before the report is there.
 */
export const readImport: ReadImport = async (asked) => {
  asked.signal?.throwIfAborted();
  const sizes = await Promise.all(asked.files.map(async ({ path }) => (await stat(path)).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return bytes <= readHereBytes ? readFiles(asked) : readApart(asked);
};

/** What is read within a fraction of a second is not worth a process. */
const readHereBytes = 256 * 1024;

/** The process that read the files ended without a report: it ran out of memory, or somebody ended it. */
export class ReadingBroke extends Error {}

const own = fileURLToPath(import.meta.url);
const program = own.replace(/read-import\.(ts|js)$/, 'reader.$1');
const loaders = own.endsWith('.ts') ? ['--conditions=source', '--import', 'tsx'] : [];
/** Beside it DuckDB has a memory of its own; together they stay under two gigabytes. */
const heapMegabytes = 700;

function readApart(asked: ReadingAsked): Promise<ImportReport> {
  const { files, folder, thresholdPence, signal } = asked;
  return new Promise((resolve, reject) => {
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
    reader.on('message', (message: FromReader) => {
      switch (message.kind) {
        case 'asks':
          return send({ kind: 'says', said: asked.decided(message.signature) });
        case 'moved':
          // Whoever is told may take a while: what comes meanwhile is told in its turn, and a fault of theirs ends the reading.
          telling = telling.then(() => asked.progress(message.progress));
          return void telling.catch(fail);
        case 'read':
          return void telling.then(() => finish(() => resolve(message.report)), fail);
        case 'failed':
          return fail(
            Object.assign(new Error(message.says), message.code === undefined ? {} : { code: message.code }),
          );
        default:
          return message satisfies never;
      }
    });
    send({ kind: 'read', files, folder, thresholdPence });
  });
}
