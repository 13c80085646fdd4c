import type { ReadingProgress } from '../../domain/import/reading-asked.ts';

type Step = Readonly<{ bytes: number; rows: number; pence: bigint }>;

/** How far a reading of files has come, in bytes of the files, rows read as payments and what they come to. */
export type HowFar = Readonly<{
  moved(step: Step): Promise<void>;
  /** While something is done whose progress shows from 0 to 1, counts up to so many bytes. */
  during<Value>(progress: () => number, bytes: number, work: Promise<Value>): Promise<Value>;
  /** A file of so many bytes begins: whatever is told of it, it counts for no more. */
  begin(fileBytes: number): void;
  /** The file is done with, however its bytes were counted. */
  end(): Promise<void>;
}>;

const toldEveryMilliseconds = 200;

/** Adds up how far a reading is, and tells it some times a second. It goes no further once the signal says stop: it throws. */
export function howFar(
  tell: (progress: ReadingProgress) => Promise<void> | void,
  signal?: AbortSignal,
): HowFar {
  let [doneBefore, ofThisFile, fileBytes, rows, pence] = [0, 0, 0, 0, 0n];
  let told = 0;
  const say = async (): Promise<void> => {
    told = performance.now();
    // Of a share of the work that is done, part of a byte may be left.
    const bytes = Math.floor(doneBefore + Math.min(ofThisFile, fileBytes));
    await tell({ bytes, rows, pence: Number(pence) });
  };
  return {
    async moved(step) {
      signal?.throwIfAborted();
      ofThisFile += step.bytes;
      rows += step.rows;
      pence += step.pence;
      if (performance.now() - told >= toldEveryMilliseconds) await say();
    },
    async during(progress, bytes, work) {
      const before = ofThisFile;
      const watch = setInterval(() => {
        ofThisFile = before + Math.max(0, Math.min(1, progress())) * bytes;
        void Promise.resolve(say()).catch(() => undefined);
      }, toldEveryMilliseconds);
      try {
        return await work;
      } finally {
        clearInterval(watch);
        ofThisFile = before + bytes;
      }
    },
    begin(bytes) {
      [ofThisFile, fileBytes] = [0, bytes];
    },
    async end() {
      doneBefore += fileBytes;
      [ofThisFile, fileBytes] = [0, 0];
      await say();
    },
  };
}
