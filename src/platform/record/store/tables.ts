import type { AboutKind } from '#platform/kernel';
import type { Hash } from '../merkle/hash.ts';

/** The tables of schema `record`, as Kysely sees them. */
export type RecordTables = Readonly<{
  'record.entry': {
    seq: bigint;
    leaf: string;
    leaf_hash: Hash;
    at: Date;
    act: string | null;
    subject: string | null;
    body_id: string | null;
    office_title: string | null;
    summary: string | null;
    decision: string | null;
  };
  'record.about': { kind: AboutKind; id: string; seq: bigint };
  'record.node': { level: number; index: bigint; hash: Hash };
  'record.head': { size: bigint; root: Hash; frontier: Hash[] };
  'record.checkpoint': { size: bigint; root: Hash; note: string; signed_at: Date };
  'record.private_entry': { seq: bigint; body_id: string; salt: string; payload: string };
  'record.submission': {
    body_id: string;
    key: string;
    office_id: string;
    account_id: string;
    fingerprint: string;
    outcome: string | null;
    at: Date;
  };
}>;
