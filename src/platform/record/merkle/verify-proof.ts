import { emptyRoot, type Hash, isHash, nodeHash } from './hash.ts';

export type InclusionClaim = Readonly<{
  index: number;
  size: number;
  leaf: Hash;
  proof: readonly Hash[];
  root: Hash;
}>;

export type ConsistencyClaim = Readonly<{
  from: number;
  to: number;
  oldRoot: Hash;
  newRoot: Hash;
  proof: readonly Hash[];
}>;

/** Whether the proof shows that the leaf stands at `index` in the tree of that size and root (RFC 9162, 2.1.3.2). */
export function verifyInclusion({ index, size, leaf, proof, root }: InclusionClaim): boolean {
  if (!isSize(index) || !isSize(size) || index >= size) return false;
  if (![leaf, root, ...proof].every(isHash)) return false;

  let at = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(sibling, hash);
      // On the right-hand edge the levels where this subtree has no neighbour are not part of the proof.
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && hash === root;
}

/**
 * Whether the proof shows that the tree of `to` leaves begins with the very leaves of the tree of `from` leaves
 * (RFC 9162, 2.1.4.2). Every tree begins with the empty one.
 */
export function verifyConsistency({ from, to, oldRoot, newRoot, proof }: ConsistencyClaim): boolean {
  if (!isSize(from) || !isSize(to) || from > to) return false;
  if (![oldRoot, newRoot, ...proof].every(isHash)) return false;
  if (from === to) return proof.length === 0 && oldRoot === newRoot && (from > 0 || oldRoot === emptyRoot);
  if (from === 0) return proof.length === 0 && oldRoot === emptyRoot;

  let at = from - 1;
  let last = to - 1;
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  // An old tree that is one complete subtree is itself the first step; it is not sent, since its hash is the old root.
  const [first, ...rest] = at === 0 ? [oldRoot, ...proof] : proof;
  if (first === undefined) return false;

  let oldHash = first;
  let newHash = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && oldHash === oldRoot && newHash === newRoot;
}

const isSize = (value: number) => Number.isSafeInteger(value) && value >= 0;
const isOdd = (value: number) => value % 2 === 1;
// Not a shift: that would cut sizes to 32 bits.
const half = (value: number) => Math.floor(value / 2);
