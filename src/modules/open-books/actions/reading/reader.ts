// The process that reads the files of one import after another, or of shares of them. It is told which, asks what officers said of their
// tables, says how far it is and in the end what it found. When nobody listens any more it ends.
import { inTurn } from '#platform/kernel';
import type { ReadingProgress } from '../../domain/import/reading-asked.ts';
import type { TableReport } from '../../domain/import/report.ts';
import { readFiles } from './read-files.ts';
import { readShare } from './read-share.ts';
import type { FromReader, ToRead, ToReader } from './reader-messages.ts';

const aliveEveryMilliseconds = 5000;

const say = (message: FromReader): void => void process.send?.(message);

type Said = Extract<ToReader, { kind: 'says' }>['said'];
let answered: (said: Said) => void = () => undefined;
// Others that read a share ask through this one: an answer says nothing of what it answers.
const turn = inTurn(1);
const decided = (signature: string) =>
  turn(
    () =>
      new Promise<Said>((resolve) => {
        answered = resolve;
        say({ kind: 'asks', signature });
      }),
  );

process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.on('message', (message: ToReader) => {
  if (message.kind === 'says') answered(message.said);
  else void read(message);
});

async function read({ what, files, folder, thresholdPence, daysBefore }: ToRead): Promise<void> {
  const alive = setInterval(() => say({ kind: 'alive' }), aliveEveryMilliseconds);
  try {
    const progress = (moved: ReadingProgress) => say({ kind: 'moved', progress: moved });
    const toRead = { files, folder, thresholdPence, daysBefore, decided, progress };
    const found = what === 'import' ? await readFiles(toRead) : await readShare(folder, toRead);
    const mayBeKept = found.tables.every(wasGoneThrough);
    say({ kind: 'read', found, mayBeKept, megabytes: process.memoryUsage.rss() / 1024 ** 2 });
  } catch (error) {
    const says = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    say({ kind: 'failed', says, code });
  } finally {
    clearInterval(alive);
  }
}

/** Whether a table was read to its end. What was given up midway, or not opened at all, may have left anything behind. */
const wasGoneThrough = ({ refused, rowsIn }: TableReport): boolean => refused === null || rowsIn > 0;
