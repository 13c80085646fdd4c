// The process that reads the files of one import, or a share of them. It is told which, asks what officers said of their tables, says
// how far it is and in the end what it found. When nobody listens any more it ends.
import { once } from 'node:events';
import { inTurn } from '#platform/kernel';
import type { ReadingProgress } from '../../domain/import/reading-asked.ts';
import { readFiles } from './read-files.ts';
import { readShareInto } from './read-share.ts';
import type { FromReader, ToReader } from './reader-messages.ts';

/** One share of several that are read at the same time. */
const besideOthers = { threads: 1, memoryMegabytes: 300 };

const say = (message: FromReader): void => void process.send?.(message);
const told = async (): Promise<ToReader> => {
  const [message] = (await once(process, 'message')) as [ToReader];
  return message;
};

process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
const asked = await told();
// Others that read a share ask through this one: an answer says nothing of what it answers.
const turn = inTurn(1);
const decided = (signature: string) =>
  turn(async () => {
    say({ kind: 'asks', signature });
    const answer = await told();
    return answer.kind === 'says' ? answer.said : undefined;
  });
if (asked.kind === 'read')
  try {
    const { what, files, folder, thresholdPence, daysBefore } = asked;
    const toRead = {
      files,
      folder,
      thresholdPence,
      daysBefore,
      decided,
      progress: (progress: ReadingProgress) => say({ kind: 'moved', progress }),
    };
    say({
      kind: 'read',
      found: what === 'import' ? await readFiles(toRead) : await readShareInto(folder, toRead, besideOthers),
    });
  } catch (error) {
    const says = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    say({ kind: 'failed', says, code });
  }
