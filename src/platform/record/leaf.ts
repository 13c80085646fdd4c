import { hash, randomBytes } from 'node:crypto';
import { canonicalJson, isCanonicalJson, type Json } from './canonical-json.ts';
import type { Entry } from './entry.ts';
import type { Hash } from './merkle/hash.ts';

/** Who did it, as the record says it: the office and its body, never the person. */
export type Author = Readonly<{ bodyId: string | undefined; officeTitle: string }>;

/** What a public leaf says, and what a private one keeps to its body. `at` is an instant in UTC. */
export type Content = Readonly<{
  act: string;
  at: string;
  body?: string;
  decision?: string;
  facts: Readonly<Record<string, Json>>;
  office: string;
  subject: string;
  summary: string;
}>;

/** All that the public log says of a private act: that there was one, when, and a hash that commits to it. */
export type Commitment = Readonly<{ at: string; commitment: Hash; private: true }>;

export type Leaf = Content | Commitment;

/** What opens a commitment. Without the salt, guessing the payload and hashing it would give a private act away. */
export type Secret = Readonly<{ salt: string; payload: string }>;

export const isPrivate = (leaf: Leaf): leaf is Commitment => 'private' in leaf;

/** The leaf of an act, as the text that is hashed, and for a private act what its body keeps. */
export function writeLeaf(
  entry: Entry,
  author: Author,
  now: Date,
): Readonly<{ leaf: string; secret: Secret | undefined }> {
  const at = now.toISOString();
  const content = canonicalJson({
    act: entry.act,
    at,
    ...(author.bodyId === undefined ? {} : { body: author.bodyId }),
    ...(entry.decision === undefined ? {} : { decision: entry.decision }),
    facts: entry.facts,
    office: author.officeTitle,
    subject: entry.subject,
    summary: entry.summary,
  });
  if (entry.visibility === 'public') return { leaf: content, secret: undefined };
  if (author.bodyId === undefined) throw new Error('A private act needs a body, to keep what it was');
  const secret = { salt: randomBytes(32).toString('hex'), payload: content };
  return { leaf: canonicalJson({ at, commitment: commitTo(secret), private: true }), secret };
}

/** The hash that commits to a private act: of its salt, then of its text. */
export function commitTo({ salt, payload }: Secret): Hash {
  return hash('sha256', Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(payload)]));
}

/** Reads a leaf back; undefined when the text is not one, exactly as it would be written. */
export function readLeaf(text: string): Leaf | undefined {
  if (!isCanonicalJson(text)) return undefined;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('at' in value) || typeof value.at !== 'string')
    return undefined;
  const required = 'private' in value ? ['commitment'] : ['act', 'office', 'subject', 'summary'];
  const texts = new Map<string, unknown>(Object.entries(value));
  return required.every((name) => typeof texts.get(name) === 'string') ? (value as Leaf) : undefined;
}
