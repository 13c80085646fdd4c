import { endReader, keepReader, newReader, type Reader, takeReader } from './kept-readers.ts';
import type { FilesAsked } from './read-file.ts';
import type { FromReader, Readings, ToReader } from './reader-messages.ts';

/** The process that read the files ended without a report: it ran out of memory, hung, or somebody ended it. */
export class ReadingBroke extends Error {}

/** A reader says several times a minute that it is still there, whatever it does: one that does not hangs. */
const usualSilenceMilliseconds = 120_000;

export type AskedOfReader = Omit<FilesAsked, 'thresholdPence'> & Partial<FilesAsked>;

/**
 * Has files read in a process of its own, one that is kept for the next if all went well. Throws when the signal stops it,
 * `ReadingBroke` when that process ends without a report, and where the machine fails. A reader that read others before may have died
 * of those, or of age: the files are read once more then, by a new one.
 */
export async function askReader<What extends keyof Readings>(
  what: What,
  asked: AskedOfReader,
  silenceMilliseconds = usualSilenceMilliseconds,
): Promise<Readings[What]> {
  asked.signal?.throwIfAborted();
  const reader = takeReader();
  try {
    return await askOnce(reader, what, asked, silenceMilliseconds);
  } catch (error) {
    if (!(error instanceof ReadingBroke) || reader.readings === 0) throw error;
    return await askOnce(newReader(), what, asked, silenceMilliseconds);
  }
}

function askOnce<What extends keyof Readings>(
  reader: Reader,
  what: What,
  { files, folder, thresholdPence = null, daysBefore, signal, decided, progress }: AskedOfReader,
  silenceMilliseconds: number,
): Promise<Readings[What]> {
  return new Promise((resolve, reject) => {
    const { process } = reader;
    const send = (message: ToReader): void => void process.send(message, () => undefined);
    /** Nothing that it still says is heard. */
    const leave = (): void => {
      clearTimeout(silence);
      signal?.removeEventListener('abort', stop);
      process.off('error', fail).off('exit', ended).off('message', heard);
    };
    const fail = (error: unknown): void => {
      leave();
      endReader(reader);
      reject(error);
    };
    const stop = (): void => fail(signal?.reason);
    const ended = (): void => fail(new ReadingBroke('The reading ended without a report'));
    const silence = setTimeout(
      () => fail(new ReadingBroke('Nothing was heard of the reading any more')),
      silenceMilliseconds,
    );
    const decide = async (signature: string): Promise<void> =>
      send({ kind: 'says', said: await decided(signature) });
    // Whoever is told may take a while: what comes meanwhile is told in its turn, and a fault of theirs ends the reading.
    let telling = Promise.resolve();
    const heard = (message: FromReader): void => {
      silence.refresh();
      switch (message.kind) {
        case 'alive':
          return;
        case 'asks':
          return void decide(message.signature).catch(fail);
        case 'moved':
          telling = telling.then(() => progress(message.progress));
          return void telling.catch(fail);
        case 'read':
          leave();
          if (message.mayBeKept) keepReader(reader, message);
          else endReader(reader);
          return void telling.then(() => resolve(message.found as Readings[What]), reject);
        case 'failed':
          return fail(
            Object.assign(new Error(message.says), message.code === undefined ? {} : { code: message.code }),
          );
        default:
          return message satisfies never;
      }
    };
    signal?.addEventListener('abort', stop);
    process.on('error', fail).on('exit', ended).on('message', heard);
    send({ kind: 'read', what, files, folder, thresholdPence, daysBefore });
  });
}
