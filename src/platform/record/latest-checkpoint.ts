import type { Database, Sql } from '#platform/db';
import { type Clock, ok } from '#platform/kernel';
import { type Checkpoint, openCheckpoint, signCheckpoint } from './checkpoint.ts';
import type { LogKey } from './log-key.ts';
import { leafHash } from './merkle/hash.ts';
import { consistencyRanges } from './merkle/proof.ts';
import { append, emptyTree, rootOf, type Tree } from './merkle/tree.ts';
import { verifyConsistency } from './merkle/verify-proof.ts';
import { readEntries, readHead, readProof, readTree } from './store/reads.ts';
import type { RecordTables } from './store/tables.ts';

/**
 * What is stored is not what the log has signed before. Nothing was signed. This is an alarm for people: somebody has
 * changed the record, or put back an old copy of it.
 */
export class LogForked extends Error {
  override readonly name = 'LogForked';
}

export type SignedCheckpoint = Checkpoint & Readonly<{ note: string }>;

export type CheckpointServices = Readonly<{ database: Database; clock: Clock; key: LogKey }>;

/**
 * The log's signature to where it stands now. Before it signs anything new it reads the stored entries a second time
 * and hashes them on from what it signed last, so that what is published is what is kept.
 *
 * Throws `LogForked` rather than sign something that no consistency proof could connect with an earlier checkpoint.
 */
export async function latestCheckpoint(services: CheckpointServices): Promise<SignedCheckpoint> {
  const { database, key } = services;
  const { size, root, before } = await database.as(undefined, (sql) => readAgain(sql, key));
  if (before !== undefined) return before;

  const note = signCheckpoint({ size, root }, key.signer);
  // Remembered first: after a crash the log still knows what others may have been shown.
  key.remember(note);
  const checkpoint = { origin: key.signer.name, size, root, note };
  await keep(services, checkpoint);
  return checkpoint;
}

async function readAgain(
  sql: Sql,
  key: LogKey,
): Promise<{ size: number; root: string; before: SignedCheckpoint | undefined }> {
  const head = await readHead(sql);
  const kept = await sql
    .tables<RecordTables>()
    .selectFrom('record.checkpoint')
    .select('note')
    .orderBy('size', 'desc')
    .executeTakeFirst();
  const remembered = key.lastSigned();
  const signed = [...new Set([kept?.note, remembered])]
    .filter((note) => note !== undefined)
    .map((note) => openOwn(note, key))
    .sort((a, b) => b.size - a.size);

  const [newest] = signed;
  if (newest !== undefined && newest.size > head.size)
    throw new LogForked(
      `The record has ${head.size} entries, but a checkpoint of ${newest.size} was signed: entries were removed or an old copy was put back`,
    );
  for (const older of signed.slice(1)) await mustLeadTo(sql, older, newest ?? older);

  const tree = newest === undefined ? emptyTree : await readTree(sql, newest.size);
  if (newest !== undefined && rootOf(tree) !== newest.root)
    throw new LogForked(`The first ${newest.size} entries are not those that were signed`);
  if (rootOf(await hashOn(sql, tree, head.size)) !== head.root)
    throw new LogForked(`Entries ${tree.size + 1} to ${head.size} do not add up to the head of the record`);

  const before = newest?.size === head.size && newest.note === kept?.note ? newest : undefined;
  return { ...head, before };
}

function openOwn(note: string, key: LogKey): SignedCheckpoint {
  const opened = openCheckpoint(note, key.verifier);
  if (!opened.ok)
    throw new LogForked(
      `An earlier checkpoint was not signed by this key (${opened.error}): put back the key that belongs to this database`,
    );
  return { ...opened.value, note };
}

async function mustLeadTo(sql: Sql, older: Checkpoint, newer: Checkpoint): Promise<void> {
  const proof = await readProof(sql, consistencyRanges(older.size, newer.size));
  const claim = { from: older.size, to: newer.size, oldRoot: older.root, newRoot: newer.root, proof };
  if (!verifyConsistency(claim))
    throw new LogForked(
      `The checkpoints of ${older.size} and ${newer.size} entries are of two different logs`,
    );
}

async function hashOn(sql: Sql, from: Tree, size: number): Promise<Tree> {
  let tree = from;
  for await (const rows of readEntries(sql, { start: from.size, end: size }))
    for (const row of rows) {
      const hash = leafHash(row.leaf);
      if (Number(row.seq) !== tree.size || row.leaf_hash !== hash)
        throw new LogForked(`Entry ${row.seq} is not as it was appended`);
      tree = append(tree, hash);
    }
  return tree;
}

async function keep({ database, clock }: CheckpointServices, checkpoint: SignedCheckpoint): Promise<void> {
  const { size, root, note } = checkpoint;
  await database.transaction(undefined, {}, async (sql) => {
    await sql
      .tables<RecordTables>()
      .insertInto('record.checkpoint')
      .values({ size: BigInt(size), root, note, signed_at: clock.now() })
      .onConflict((conflict) => conflict.column('size').doNothing())
      .execute();
    return ok();
  });
}
