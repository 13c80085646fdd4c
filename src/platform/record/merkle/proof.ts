import type { Hash } from './hash.ts';
import { fold, type Subtree } from './tree.ts';

/** The leaves from `start` up to, but not including, `end`. */
export type Range = Readonly<{ start: number; end: number }>;

/**
 * The ranges whose hashes prove, in this order, that leaf `index` is in the tree of `size` leaves (RFC 6962, 2.1.1).
 * `index` must be below `size`.
 */
export function inclusionRanges(index: number, size: number): Range[] {
  return pathTo(index, { start: 0, end: size });
}

/**
 * The ranges whose hashes prove, in this order, that the tree of `to` leaves begins with the tree of `from` leaves
 * (RFC 6962, 2.1.2). Nothing has to be proved of an empty tree or of equal sizes. `from` must not exceed `to`.
 */
export function consistencyRanges(from: number, to: number): Range[] {
  if (from === 0 || from === to) return [];
  const ranges: Range[] = [];
  // Walk down to the subtree that ends where the old tree ends; what hangs off to the sides is the proof.
  let range: Range = { start: 0, end: to };
  while (range.end > from) {
    const middle = split(range);
    if (from <= middle) {
      ranges.unshift({ start: middle, end: range.end });
      range = { start: range.start, end: middle };
    } else {
      ranges.unshift({ start: range.start, end: middle });
      range = { start: middle, end: range.end };
    }
  }
  // An old tree that is itself one complete subtree is known to whoever holds the old root.
  if (range.start > 0) ranges.unshift(range);
  return ranges;
}

/** The complete subtrees that make up a range of the tree, from left to right, largest first. */
export function subtreesOf({ start, end }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = start; at < end;) {
    const level = levelWithin(end - at);
    subtrees.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return subtrees;
}

/** The hash of each range, once the hashes of its complete subtrees are at hand. */
export function hashesOf(ranges: readonly Range[], hashOf: (subtree: Subtree) => Hash): Hash[] {
  return ranges.map((range) => fold(subtreesOf(range).map(hashOf)));
}

function pathTo(index: number, within: Range): Range[] {
  const path: Range[] = [];
  let range = within;
  while (range.end - range.start > 1) {
    const middle = split(range);
    if (index < middle) {
      path.unshift({ start: middle, end: range.end });
      range = { start: range.start, end: middle };
    } else {
      path.unshift({ start: range.start, end: middle });
      range = { start: middle, end: range.end };
    }
  }
  return path;
}

/** Where RFC 6962 divides a tree: after the largest power of two of leaves that is less than all of them. */
function split({ start, end }: Range): number {
  return start + 2 ** levelWithin(end - start - 1);
}

/** The level of the largest complete subtree that fits into so many leaves. Counted: a logarithm could round up. */
function levelWithin(leaves: number): number {
  let level = 0;
  while (2 ** (level + 1) <= leaves) level += 1;
  return level;
}
