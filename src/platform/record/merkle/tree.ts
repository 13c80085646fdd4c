import { emptyRoot, type Hash, nodeHash } from './hash.ts';

/**
 * All that must be kept of a tree to add to it: how many leaves it has, and the hashes of its complete subtrees from
 * the largest to the smallest, one for each binary 1 of its size.
 */
export type Tree = Readonly<{ size: number; frontier: readonly Hash[] }>;

/** A complete subtree: `level` 3, `index` 2 covers leaves 16 to 23. */
export type Subtree = Readonly<{ level: number; index: number }>;

/** A complete subtree with its hash. */
export type TreeNode = Subtree & Readonly<{ hash: Hash }>;

export const emptyTree: Tree = { size: 0, frontier: [] };

/** The tree with one leaf more. `onNode` is told of every subtree above the leaf that this leaf completes. */
export function append(tree: Tree, leaf: Hash, onNode?: (node: TreeNode) => void): Tree {
  const frontier = [...tree.frontier];
  let hash = leaf;
  // Like adding one in binary: every trailing 1 of the size is a subtree that now finds its right-hand neighbour.
  let index = tree.size;
  for (let level = 1; index % 2 === 1; level += 1) {
    index = (index - 1) / 2;
    hash = nodeHash(frontier.pop() ?? missing(tree), hash);
    onNode?.({ level, index, hash });
  }
  frontier.push(hash);
  return { size: tree.size + 1, frontier };
}

/** The root hash (RFC 6962, 2.1). */
export function rootOf(tree: Tree): Hash {
  return tree.frontier.length === 0 ? emptyRoot : fold(tree.frontier);
}

/** The hash of neighbouring subtrees that shrink from left to right. */
export function fold(subtrees: readonly Hash[]): Hash {
  return subtrees.reduceRight((right, left) => nodeHash(left, right));
}

function missing(tree: Tree): never {
  throw new Error(`A tree of ${tree.size} leaves cannot have a frontier of ${tree.frontier.length} hashes`);
}
