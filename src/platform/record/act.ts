import type { Database, Sql, TransactionOptions } from '#platform/db';
import type { Actor, Clock, Result } from '#platform/kernel';
import type { Entry } from './entry.ts';

/** What a successful act hands back: its answer for the page, and the entry the record keeps of it. */
export type Done<Value> = Readonly<{ value: Value; entry: Entry }>;

export type ActOptions = TransactionOptions &
  Readonly<{
    /**
     * The key the form was handed out with. The same key, actor and `fingerprint` acts once and is answered as it was
     * the first time; the same key with another fingerprint is refused as `already-submitted`.
     */
    submission?: Readonly<{ key: string; fingerprint: string }>;
  }>;
