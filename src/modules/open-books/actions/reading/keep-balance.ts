import type { Workshop } from '#platform/analytics';
import { countStaged } from '../../store/staged/balance.ts';
import type { TableRead } from './read-by-rows.ts';

/**
 * Holds what lies in a table’s staged files against what was counted while it was read: rows in are rows read as payments and
 * rows set aside, and so are the pence. A difference is a bug, and nothing may come of it: it throws.
 */
export async function keepBalance(
  workshop: Workshop,
  { parts, tally, rowsRead, rowsBlank, rowsAbove }: TableRead,
): Promise<void> {
  const staged = await countStaged(workshop, parts);
  const held: readonly (readonly [string, bigint | number, bigint | number])[] = [
    ['rows understood', staged.rows, tally.rowsUnderstood],
    ['pence understood', staged.pence, tally.understood],
    ['rows set aside', staged.rowsAside, tally.rowsSetAside],
    ['pence set aside', staged.penceAside, tally.setAside],
    ['rows', rowsAbove + rowsBlank + tally.rowsUnderstood + tally.rowsSetAside, rowsRead],
  ];
  const apart = held.filter(([, one, other]) => BigInt(one) !== BigInt(other));
  if (apart.length === 0) return;
  const says = apart.map(([what, one, other]) => `${what}: ${one} staged, ${other} counted`).join('; ');
  throw new Error(`The balance of a reading does not hold: ${says}`);
}
