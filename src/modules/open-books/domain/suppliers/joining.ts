import type { Clusters, Despite } from './clusters.ts';
import type { ReadRecords } from './records.ts';

export type Join = (one: number, other: number, despite?: Despite) => boolean;

const mostHeld = 8;

/**
 * Joins clusters and remembers of each the keys it is told by when another is held against it: those of most payments, the first of
 * them first.
 */
export function joining(
  clusters: Clusters,
  { nodes, keys, payments }: ReadRecords,
): Readonly<{ join: Join; keysOf(node: number): readonly number[] }> {
  const held = new Map<number, readonly number[]>();
  const keysOf = (node: number): readonly number[] => {
    const root = clusters.rootOf(node);
    const key = nodes[root]?.key ?? -1;
    return held.get(root) ?? (key < 0 ? [] : [key]);
  };
  const before = (one: number, other: number): number => {
    const [paid, paidOther] = [payments[one] ?? 0, payments[other] ?? 0];
    if (paid !== paidOther) return paidOther - paid;
    return (keys[one] ?? '') < (keys[other] ?? '') ? -1 : 1;
  };
  return {
    keysOf,
    join(one, other, despite) {
      const [mine, yours] = [keysOf(one), keysOf(other)];
      if (!clusters.join(one, other, despite)) return false;
      if (mine.length === 1 && yours.length === 1 && mine[0] === yours[0]) {
        held.set(clusters.rootOf(one), mine);
        return true;
      }
      const both = [...new Set([...mine, ...yours])];
      if (both.length > 1) held.set(clusters.rootOf(one), both.sort(before).slice(0, mostHeld));
      else if (both.length === 1) held.set(clusters.rootOf(one), both);
      return true;
    },
  };
}
