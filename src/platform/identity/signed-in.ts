import type { Actor } from '#platform/kernel';

/** Somebody who is signed in. Without an actor they have yet to choose an office, or hold none today. */
export type SignedIn = Readonly<{
  tokenHash: string;
  account: Readonly<{ id: string; email: string }> | undefined;
  actor: Actor | undefined;
}>;
