import type { Database } from '#platform/db';
import type { Clock } from '#platform/kernel';
import type { Carrier } from './carrier.ts';
import { giveUpLetter } from './given-up.ts';
import type { WaitingLetter } from './letter.ts';
import { forgetLetter, keepLetter, takeLetter } from './letters.ts';
import { giveUpAfterMs, waitAfter } from './waits.ts';

export type MailerServices = Readonly<{
  database: Database;
  clock: Clock;
  carrier: Carrier;
  /** Told of every letter that was not delivered, without its address or words: that is for whoever keeps the site. */
  onTrouble(trouble: Trouble): void;
  /** How often the queue is looked at for letters of other processes and of yesterday, in milliseconds. */
  lookEveryMs?: number;
}>;

/** `given-up`: it will not be tried again. `later`: it will. `queue`: the database could not be asked. */
export type Trouble = Readonly<{
  kind: 'given-up' | 'later' | 'queue';
  why: string;
  letter?: string;
  tries?: number;
  error?: unknown;
}>;

/** Sends letters as they are posted, one house of several. */
export type Mailer = Readonly<{
  /** Looks for letters now: one has just been posted and committed. */
  wake(): void;
  /** Resolves when nothing that is due is left to be tried. */
  settled(): Promise<void>;
  close(): Promise<void>;
}>;

/** Letters under way at once. */
export const lanes = 3;
/** Longer than any server may take over a letter; then whoever had it is taken for dead. */
const leaseMs = 20 * 60_000;
/** While the server is away, and while the database is. */
const awayMs = 60_000;
const tryToMarkEveryMs = 1000;

/**
 * Begins to send. At least once: a letter leaves the queue only after a server has said that it has it. Killed between
 * those two, it goes again when its lease ends, under the same Message-ID; nothing else sends a letter twice, however many
 * processes there are. It never stops by itself.
 */
export function startMailer({
  database,
  clock,
  carrier,
  onTrouble,
  lookEveryMs = 15_000,
}: MailerServices): Mailer {
  let closed = false;
  let underWay: Promise<void> | undefined;
  let again = false;
  let awayUntil = 0;

  const goesOn = () => !closed;
  const after = (ms: number) => new Date(clock.now().getTime() + ms);

  async function deliver(letter: WaitingLetter): Promise<void> {
    const carried = await carrier.carry(letter);
    if (carried.kind === 'delivered') return mark(() => forgetLetter(database, letter.id), letter);

    const { kind, why } = carried;
    const about = { why, letter: letter.id, tries: letter.tries };
    const isTooOld = clock.now().getTime() - letter.writtenAt.getTime() >= giveUpAfterMs;
    if (kind === 'refused' || isTooOld) {
      onTrouble({ kind: 'given-up', ...about });
      return mark(() => giveUpLetter(database, letter, { why, at: clock.now() }), letter);
    }
    if (kind === 'away') awayUntil = after(awayMs).getTime();
    onTrouble({ kind: 'later', ...about });
    const wait = kind === 'away' ? awayMs : waitAfter(letter.tries);
    return mark(() => keepLetter(database, letter.id, after(wait)), letter);
  }

  /** A database that is away for a moment must not make a delivered letter go again. */
  async function mark(write: () => Promise<void>, { id }: WaitingLetter): Promise<void> {
    for (const until = after(leaseMs); ; await pause(tryToMarkEveryMs)) {
      try {
        return await write();
      } catch (error) {
        onTrouble({ kind: 'queue', why: 'what became of a letter could not be marked', letter: id, error });
        if (closed || clock.now() >= until) return;
      }
    }
  }

  async function lane(): Promise<void> {
    while (goesOn() && clock.now().getTime() >= awayUntil) {
      const letter = await takeLetter(database, clock.now(), after(leaseMs));
      if (letter === undefined) return;
      await deliver(letter);
    }
  }

  const unread = (error: unknown) => onTrouble({ kind: 'queue', why: 'the queue could not be read', error });

  function look(): Promise<void> {
    if (underWay !== undefined) {
      again = true;
      return underWay;
    }
    underWay = (async () => {
      do {
        again = false;
        await Promise.all(Array.from({ length: lanes }, () => lane().catch(unread)));
      } while (again && goesOn());
    })().finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  const looking = setInterval(() => void look(), lookEveryMs).unref();
  void look();
  return {
    wake: () => void look(),
    settled: () => look(),
    async close() {
      closed = true;
      clearInterval(looking);
      await Promise.race([underWay, pause(closingMs)]);
      carrier.close();
    },
  };
}

/** A server that takes its time over a letter does not keep the house from closing; the letter is still in the queue. */
const closingMs = 5000;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
