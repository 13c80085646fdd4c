// The process that reads the files of one import. It is told which, asks what officers said of their tables, says how far it is
// and in the end what it found. When nobody listens any more it ends.
import { once } from 'node:events';
import { readFiles } from './read-files.ts';
import type { FromReader, ToReader } from './reader-messages.ts';

const say = (message: FromReader): void => void process.send?.(message);
const told = async (): Promise<ToReader> => {
  const [message] = (await once(process, 'message')) as [ToReader];
  return message;
};

process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
const asked = await told();
if (asked.kind === 'read')
  try {
    const report = await readFiles({
      ...asked,
      async decided(signature) {
        say({ kind: 'asks', signature });
        const answer = await told();
        return answer.kind === 'says' ? answer.said : undefined;
      },
      progress: (progress) => say({ kind: 'moved', progress }),
    });
    say({ kind: 'read', report });
  } catch (error) {
    const says = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    say({ kind: 'failed', says, code });
  }
