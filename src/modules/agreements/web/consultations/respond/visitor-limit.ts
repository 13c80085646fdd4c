import { createHmac, randomBytes } from 'node:crypto';
import type { Clock } from '#platform/kernel';

/** Counts how often one visitor has sent something of late. */
export type VisitorLimit = Readonly<{
  /** Counts one sending; false when there were enough. */
  allows(address: string): boolean;
}>;

/** Entries in memory at most: a visitor each. Beyond it the count begins anew, so that a flood fills no memory. */
const mostVisitors = 200_000;

/**
 * A limit by network, kept in memory alone: what is counted is a hash salted with chance, and salt and counts are thrown away
 * together every `withinMs`. No address is kept, and nobody can be told again the next hour. A whole office or library
 * behind one address has room.
 */
export function visitorLimit(
  { clock }: Readonly<{ clock: Clock }>,
  { most, withinMs }: Readonly<{ most: number; withinMs: number }>,
): VisitorLimit {
  let salt = randomBytes(32);
  let since = clock.now().getTime();
  const counts = new Map<string, number>();
  return {
    allows(address) {
      const now = clock.now().getTime();
      if (now - since >= withinMs || now < since || counts.size >= mostVisitors) {
        salt = randomBytes(32);
        since = now;
        counts.clear();
      }
      const key = createHmac('sha256', salt).update(networkOf(address)).digest('base64url');
      const before = counts.get(key) ?? 0;
      if (before >= most) return false;
      counts.set(key, before + 1);
      return true;
    },
  };
}

/** A household has one address of the old kind, and a whole network (its first half) of the new. */
const networkOf = (address: string): string =>
  address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
