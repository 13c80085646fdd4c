import type { RecordHead } from './head.ts';
import { type CheckpointServices, latestCheckpoint, type SignedCheckpoint } from './latest-checkpoint.ts';

/** Signs the record as it grows, so that whoever asks for a checkpoint only reads. */
export type CheckpointKeeper = Readonly<{
  /** The newest checkpoint: of everything this process had committed when it was asked for. */
  newest(): Promise<SignedCheckpoint>;
  close(): Promise<void>;
}>;

/** What other processes append is signed by them, and at the latest this much later by this one. */
const catchUpMs = 5000;

/**
 * Begins to sign. One signature is made at a time: entries that come meanwhile are covered by the next. When one fails,
 * `onError` hears of it (a `LogForked` is an alarm for people), nothing is signed, and it is tried again.
 */
export async function keepCheckpoints(
  services: CheckpointServices & Readonly<{ head: RecordHead }>,
  onError: (error: unknown) => void,
): Promise<CheckpointKeeper> {
  let signed = await latestCheckpoint(services);
  let underWay: Promise<void> | undefined;
  let again = false;

  const sign = (): Promise<void> => {
    if (underWay !== undefined) {
      again = true;
      return underWay;
    }
    underWay = (async () => {
      do {
        again = false;
        signed = await latestCheckpoint(services);
      } while (again);
    })()
      .catch(onError)
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  };

  const stopListening = services.head.onEntry(() => void sign());
  const catchUp = setInterval(() => {
    if (services.head.current()?.size !== signed.size) void sign();
  }, catchUpMs).unref();

  return {
    async newest() {
      await underWay;
      return signed;
    },
    async close() {
      stopListening();
      clearInterval(catchUp);
      await underWay;
    },
  };
}
