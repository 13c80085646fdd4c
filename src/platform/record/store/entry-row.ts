import { isPrivate, type Leaf } from '../leaf.ts';
import { leafHash } from '../merkle/hash.ts';
import type { RecordTables } from './tables.ts';

export type EntryRow = Readonly<RecordTables['record.entry']>;

/** The whole row that a leaf makes. Written when it is appended and made again to judge what is stored. */
export function entryRow(seq: number, text: string, leaf: Leaf): EntryRow {
  const content = isPrivate(leaf) ? undefined : leaf;
  return {
    seq: BigInt(seq),
    leaf: text,
    leaf_hash: leafHash(text),
    at: new Date(leaf.at),
    act: content?.act ?? null,
    subject: content?.subject ?? null,
    body_id: content?.body ?? null,
    office_title: content?.office ?? null,
    summary: content?.summary ?? null,
    decision: content?.decision ?? null,
  };
}
