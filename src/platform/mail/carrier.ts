import type { WaitingLetter } from './letter.ts';

/**
 * What became of one try. `refused`: the receiving side will not have this letter, ever. `later`: not just now. `away`:
 * nobody took anything, so the other letters need not be tried either. `why` names no address and no words of the letter.
 */
export type Carried =
  | Readonly<{ kind: 'delivered' }>
  | Readonly<{ kind: 'refused' | 'later' | 'away'; why: string }>;

/** A way out of the house for letters. It never throws for what a server or a disk does. */
export type Carrier = Readonly<{
  carry(letter: WaitingLetter): Promise<Carried>;
  close(): void;
}>;
