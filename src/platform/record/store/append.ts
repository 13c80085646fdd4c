import type { Sql } from '#platform/db';
import type { Followed } from '#platform/kernel';
import { sql as raw } from 'kysely';
import { aboutOf } from '../about.ts';
import type { Entry } from '../entry.ts';
import type { Head } from '../head.ts';
import { type Author, type Leaf, type Secret, writeLeaf } from '../leaf.ts';
import { append, rootOf, type Tree, type TreeNode } from '../merkle/tree.ts';
import { type EntryRow, entryRow } from './entry-row.ts';
import type { RecordTables } from './tables.ts';

/** The channel on which every process hears of a new head, `<size> <root>`. */
export const headChannel = 'accord_record';

/**
 * Keeps everybody else from appending until this transaction ends.
 *
 * A serializable transaction must ask for it before anything else: locking takes no snapshot, so the snapshot it then
 * works on already holds every entry committed before. Taken later, it would find the head moved on and be cancelled.
 */
export async function lockHeadFirst(sql: Sql): Promise<void> {
  await raw`lock table record.head in exclusive mode`.execute(sql.tables<RecordTables>());
}

/**
 * Appends the entries to the log and moves its head, as part of the transaction in hand. Entries are numbered without
 * gaps because whoever appends holds the head's row until the end; so this comes as late in an act as it can.
 */
export async function appendEntries(
  sql: Sql,
  entries: readonly Entry[],
  author: Author,
  now: Date,
): Promise<Head> {
  const tables = sql.tables<RecordTables>();
  const before = await tables
    .selectFrom('record.head')
    .select(['size', 'root', 'frontier'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (entries.length === 0) return { size: Number(before.size), root: before.root };

  const rows: EntryRow[] = [];
  const nodes: TreeNode[] = [];
  const secrets: (Secret & { seq: bigint })[] = [];
  const abouts: (Followed & { seq: bigint })[] = [];
  let tree: Tree = { size: Number(before.size), frontier: before.frontier };
  for (const entry of entries) {
    const { leaf, secret } = writeLeaf(entry, author, now);
    const said = JSON.parse(leaf) as Leaf;
    const row = entryRow(tree.size, leaf, said);
    rows.push(row);
    abouts.push(...aboutOf(said).map((about) => ({ ...about, seq: row.seq })));
    if (secret !== undefined) secrets.push({ seq: row.seq, ...secret });
    tree = append(tree, row.leaf_hash, (node) => nodes.push(node));
  }
  const head = { size: tree.size, root: rootOf(tree) };

  // One statement, so that the head is held for one journey to the database and not for five.
  await raw`
    with entries as (
      insert into record.entry
        (seq, leaf, leaf_hash, at, act, subject, body_id, office_title, summary, decision)
      select * from unnest(
        ${rows.map((row) => row.seq)}::bigint[], ${rows.map((row) => row.leaf)}::text[],
        ${rows.map((row) => row.leaf_hash)}::text[], ${rows.map((row) => row.at)}::timestamptz[],
        ${rows.map((row) => row.act)}::text[], ${rows.map((row) => row.subject)}::text[],
        ${rows.map((row) => row.body_id)}::text[], ${rows.map((row) => row.office_title)}::text[],
        ${rows.map((row) => row.summary)}::text[], ${rows.map((row) => row.decision)}::text[])
    ), abouts as (
      insert into record.about (kind, id, seq)
      select * from unnest(
        ${abouts.map((about) => about.kind)}::text[], ${abouts.map((about) => about.id)}::text[],
        ${abouts.map((about) => about.seq)}::bigint[])
    ), nodes as (
      insert into record.node (level, index, hash)
      select * from unnest(
        ${nodes.map((node) => node.level)}::smallint[], ${nodes.map((node) => node.index)}::bigint[],
        ${nodes.map((node) => node.hash)}::text[])
    ), secrets as (
      insert into record.private_entry (seq, salt, payload, body_id)
      select *, ${author.bodyId ?? null}::text from unnest(
        ${secrets.map((secret) => secret.seq)}::bigint[], ${secrets.map((secret) => secret.salt)}::text[],
        ${secrets.map((secret) => secret.payload)}::text[])
    ), head as (
      update record.head set size = ${head.size}, root = ${head.root}, frontier = ${tree.frontier}::text[]
    )
    select pg_notify(${headChannel}, ${`${head.size} ${head.root}`})
  `.execute(tables);
  return head;
}
