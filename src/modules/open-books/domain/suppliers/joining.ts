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
  const keyOf = (root: number): readonly number[] => {
    const key = nodes.key[root] ?? -1;
    return key < 0 ? [] : [key];
  };
  const keysOf = (node: number): readonly number[] => {
    const root = clusters.rootOf(node);
    return held.get(root) ?? keyOf(root);
  };
  const before = (one: number, other: number): number => {
    const [paid, paidOther] = [payments[one] ?? 0, payments[other] ?? 0];
    if (paid !== paidOther) return paidOther - paid;
    return (keys[one] ?? '') < (keys[other] ?? '') ? -1 : 1;
  };
  return {
    keysOf,
    join(one, other, despite) {
      const [root, otherRoot] = [clusters.rootOf(one), clusters.rootOf(other)];
      const [mine, yours] = [held.get(root), held.get(otherRoot)];
      if (!clusters.join(one, other, despite)) return false;
      // What bears one key, and most of what is joined does, is told by it whichever stands for both.
      const isOneKey = mine === undefined && yours === undefined && nodes.key[root] === nodes.key[otherRoot];
      if (isOneKey) return true;
      const both = [...new Set([...(mine ?? keyOf(root)), ...(yours ?? keyOf(otherRoot))])];
      if (both.length > 0) held.set(clusters.rootOf(one), both.sort(before).slice(0, mostHeld));
      return true;
    },
  };
}
