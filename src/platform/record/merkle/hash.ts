import { hash } from 'node:crypto';

/** A SHA-256 hash as 64 lower-case hexadecimal digits: comparable, printable and impossible to change in place. */
export type Hash = string;

/** The root of a tree without leaves: the hash of nothing (RFC 6962, 2.1). */
export const emptyRoot: Hash = hash('sha256', '');

/**
 * The hash of a leaf. Leaves and inner nodes start with different bytes, so that neither can be passed off as the
 * other (RFC 6962, 2.1).
 */
export function leafHash(leaf: string | Uint8Array): Hash {
  if (typeof leaf === 'string') return hash('sha256', `\u0000${leaf}`);
  const bytes = Buffer.allocUnsafe(leaf.length + 1);
  bytes[0] = 0;
  bytes.set(leaf, 1);
  return hash('sha256', bytes);
}

/** The hash of two neighbouring subtrees. */
export function nodeHash(left: Hash, right: Hash): Hash {
  return hash('sha256', Buffer.from(`01${left}${right}`, 'hex'));
}

/** Whether a text is a hash at all: proofs come from outside. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/u.test(text);
}
