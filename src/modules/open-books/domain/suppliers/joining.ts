import type { Clusters, Despite } from './clusters.ts';
import type { ReadRecords } from './records.ts';

export type Join = (one: number, other: number, despite?: Despite) => boolean;

/** Joins clusters and remembers of each the key that stands for it when another is held against it: that of most payments. */
export function joining(
  clusters: Clusters,
  { nodes, keys, payments }: ReadRecords,
): Readonly<{ join: Join; shownKey(node: number): number }> {
  const shown = Int32Array.from(nodes, ({ key }) => key);
  const shownKey = (node: number): number => shown[clusters.rootOf(node)] ?? -1;
  return {
    shownKey,
    join(one, other, despite) {
      const [mine, yours] = [shownKey(one), shownKey(other)];
      if (!clusters.join(one, other, despite)) return false;
      const [paid, paidOther] = [payments[mine] ?? -1, payments[yours] ?? -1];
      const mineFirst = paid === paidOther ? (keys[mine] ?? '') <= (keys[yours] ?? '') : paid > paidOther;
      shown[clusters.rootOf(one)] = mineFirst ? mine : yours;
      return true;
    },
  };
}
