import type { RecordHead } from '#platform/record';
import { type Pass, tellAtOnce } from './alerts.ts';
import { tellDaily } from './digest.ts';
import type { FollowServices } from './services.ts';
import { tidy } from './tidy.ts';

export type FollowerServices = FollowServices &
  Readonly<{
    head: RecordHead;
    /** Told when a pass failed; it is tried again. */
    onError(error: unknown): void;
  }>;

/** Follows the record for those who asked, as long as the house is open. */
export type Follower = Readonly<{
  /** Resolves when everybody has been told of everything committed before it was asked. */
  settled(): Promise<void>;
  close(): Promise<void>;
}>;

const tidyEveryMs = 60 * 60_000;
/** For what the clock alone brings: the daily letters, what is to be forgotten, a pass that failed. */
const lookEveryMs = 15_000;
/** For what other processes append. Whether they did is known here, so that looking costs nothing. */
const watchEveryMs = 500;

/** Begins to follow the record. One pass is made at a time; what fails is tried again at the next look, and never given up. */
export function startFollower(services: FollowerServices): Follower {
  const { head, clock, onError } = services;
  let closed = false;
  let underWay: Promise<void> | undefined;
  let again = false;
  let tidyFrom = 0;

  const goesOn = () => !closed;
  async function pass(tell: (services: FollowServices) => Promise<Pass>): Promise<void> {
    for (let more = true; more && goesOn();) {
      const done = await tell(services);
      if (done.letters > 0) services.posted();
      ({ more } = done);
    }
  }
  async function look(): Promise<void> {
    await pass(tellAtOnce);
    await pass(tellDaily);
    const now = clock.now().getTime();
    if (now < tidyFrom) return;
    await tidy(services);
    tidyFrom = now + tidyEveryMs;
  }
  function lookSoon(): Promise<void> {
    if (underWay !== undefined) {
      again = true;
      return underWay;
    }
    underWay = (async () => {
      do {
        again = false;
        await look().catch(onError);
      } while (again && goesOn());
    })().finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  const stopListening = head.onEntry(() => void lookSoon());
  let seen = head.current()?.size;
  const watching = setInterval(() => {
    const size = head.current()?.size;
    if (size !== undefined && size !== seen) void lookSoon();
    seen = size;
  }, watchEveryMs).unref();
  const looking = setInterval(() => void lookSoon(), lookEveryMs).unref();
  void lookSoon();
  return {
    settled: lookSoon,
    async close() {
      closed = true;
      stopListening();
      clearInterval(looking);
      clearInterval(watching);
      await underWay;
    },
  };
}
