import type { Sql } from '#platform/db';
import type { Actor } from '#platform/kernel';
import { canonicalJson, type Json } from '../canonical-json.ts';
import type { RecordTables } from './tables.ts';

export type Submission = Readonly<{ key: string; fingerprint: string }>;

/** Whether this form is new, was answered before, or comes back with other answers under the same key. */
export type Claim =
  | Readonly<{ kind: 'new' }>
  | Readonly<{ kind: 'answered'; value: unknown }>
  | Readonly<{ kind: 'other-answers' }>;

/**
 * Claims a submission key for this transaction. Whoever comes second waits here until the first has committed, and is
 * told what the first was told; or has rolled back, and then acts in its place.
 *
 * The row is locked after the insert, since `ON CONFLICT DO NOTHING` by itself escapes PostgreSQL's checks for
 * serializable transactions: two of them could both go on.
 */
export async function claimSubmission(
  sql: Sql,
  { key, fingerprint }: Submission,
  actor: Actor,
  at: Date,
): Promise<Claim> {
  const tables = sql.tables<RecordTables>();
  const inserted = await tables
    .insertInto('record.submission')
    .values({ ...ownerOf(actor), body_id: actor.bodyId, key, fingerprint, outcome: null, at })
    .onConflict((conflict) => conflict.columns(['body_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  const row = await tables
    .selectFrom('record.submission')
    .selectAll()
    .where('body_id', '=', actor.bodyId)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (inserted !== undefined) return { kind: 'new' };

  const owner = ownerOf(actor);
  const same =
    row.fingerprint === fingerprint &&
    row.office_id === owner.office_id &&
    row.account_id === owner.account_id;
  if (!same) return { kind: 'other-answers' };
  return { kind: 'answered', value: row.outcome === null ? undefined : JSON.parse(row.outcome) };
}

/** Keeps the answer for whoever sends the same form again. */
export async function keepAnswer(
  sql: Sql,
  { key }: Submission,
  actor: Actor,
  value: Json | undefined,
): Promise<void> {
  if (value === undefined) return;
  await sql
    .tables<RecordTables>()
    .updateTable('record.submission')
    .set({ outcome: canonicalJson(value) })
    .where('body_id', '=', actor.bodyId)
    .where('key', '=', key)
    .execute();
}

const ownerOf = (actor: Actor) => ({ office_id: actor.officeId, account_id: actor.accountId ?? '' });
