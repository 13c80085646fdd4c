import type { Sql } from '#platform/db';
import { ok, refuse, type Result } from '#platform/kernel';
import { sql as raw } from 'kysely';
import { aboutOf } from './about.ts';
import { openCheckpoint } from './checkpoint.ts';
import { commitTo, isPrivate, readLeaf } from './leaf.ts';
import type { Hash } from './merkle/hash.ts';
import { append, emptyTree, rootOf, type Tree, type TreeNode } from './merkle/tree.ts';
import type { NoteVerifier } from './signed-note.ts';
import { entryRow, type EntryRow } from './store/entry-row.ts';
import { placeOf, readCompletedBy, readEntries } from './store/reads.ts';
import type { RecordTables } from './store/tables.ts';

export type StoredReport = Readonly<{
  size: number;
  root: Hash;
  /** Private acts whose content was there to be opened: those of the asking body. */
  openedCommitments: number;
  checkpoints: number;
}>;

/** Where the stored record is not what it must be, and in which way. */
export type StoredFault = Readonly<{ where: string; why: string }>;

/**
 * Hashes the whole stored record again and holds everything that is kept beside it against the result: columns, leaf
 * hashes, inner nodes, the head, every checkpoint with its signature, and the private contents that the asker may see.
 * Ask inside one snapshot: `database.as(viewer, (sql) => verifyStored(sql, key.verifier))`.
 *
 * It cannot know of a history rewritten as a whole; that takes a checkpoint kept elsewhere, and `verifyFile`.
 */
export async function verifyStored(sql: Sql, key: NoteVerifier): Promise<Result<StoredReport, StoredFault>> {
  const tables = sql.tables<RecordTables>();
  const heads = await tables.selectFrom('record.head').selectAll().execute();
  const [head] = heads;
  if (head === undefined || heads.length > 1) return fault('the head', 'there must be exactly one');
  const stored = await countRows(sql);
  if (stored.entries !== head.size)
    return fault('the head', `it says ${head.size} entries and ${stored.entries} are stored`);

  const checkpoints = await tables.selectFrom('record.checkpoint').selectAll().orderBy('size').execute();
  const signed = new Map(checkpoints.map((checkpoint) => [Number(checkpoint.size), checkpoint]));
  const wrongAt = (tree: Tree): string | undefined => {
    const checkpoint = signed.get(tree.size);
    if (checkpoint === undefined) return undefined;
    signed.delete(tree.size);
    const opened = openCheckpoint(checkpoint.note, key);
    if (!opened.ok) return `it is not signed by this log (${opened.error})`;
    const root = rootOf(tree);
    const same = opened.value.size === tree.size && opened.value.root === root && checkpoint.root === root;
    return same ? undefined : 'it is not the root of the entries before it';
  };

  let tree = emptyTree;
  let opened = 0;
  const wrongAtStart = wrongAt(tree);
  if (wrongAtStart !== undefined) return fault('checkpoint 0', wrongAtStart);
  for await (const rows of readEntries(sql, { start: 0, end: Number(head.size) })) {
    const completed: TreeNode[] = [];
    const start = tree.size;
    const commitments = new Map<bigint, Hash>();
    for (const row of rows) {
      const wrong = wrongEntry(row, tree.size);
      if (wrong !== undefined) return fault(`entry ${tree.size}`, wrong);
      const leaf = readLeaf(row.leaf);
      if (leaf !== undefined && isPrivate(leaf)) commitments.set(row.seq, leaf.commitment);
      tree = append(tree, row.leaf_hash, (node) => completed.push(node));
      const wrongCheckpoint = wrongAt(tree);
      if (wrongCheckpoint !== undefined) return fault(`checkpoint ${tree.size}`, wrongCheckpoint);
    }
    const wrong = wrongNode(await readCompletedBy(sql, { start, end: tree.size }), completed);
    if (wrong !== undefined) return fault(`node ${wrong}`, 'it is not the hash of the two below it');
    const unlisted = await wrongAbout(sql, start, rows);
    if (unlisted !== undefined)
      return fault(`entry ${unlisted}`, 'what it is about is not what its leaf says');
    const secrets = await tables
      .selectFrom('record.private_entry')
      .selectAll()
      .where('seq', '>=', BigInt(start))
      .where('seq', '<', BigInt(tree.size))
      .execute();
    for (const secret of secrets)
      if (commitments.get(secret.seq) !== commitTo(secret))
        return fault(`the private content of entry ${secret.seq}`, 'it is not what the entry commits to');
    opened += secrets.length;
  }

  const [late] = signed.keys();
  if (late !== undefined) return fault(`checkpoint ${late}`, 'it counts more entries than there are');
  if (stored.strays > 0n) return fault('what entries are about', 'some of it is said of no entry');
  if (stored.nodes !== head.size - BigInt(tree.frontier.length))
    return fault('the nodes', 'there are some too many or too few');
  if (head.root !== rootOf(tree) || head.frontier.join() !== tree.frontier.join())
    return fault('the head', 'it is not the root of the entries');
  return ok({ size: tree.size, root: head.root, openedCommitments: opened, checkpoints: checkpoints.length });
}

const fault = (where: string, why: string) => refuse({ where, why });

function wrongEntry(row: EntryRow, seq: number): string | undefined {
  if (Number(row.seq) !== seq) return `it is missing; entry ${row.seq} stands in its place`;
  const leaf = readLeaf(row.leaf);
  if (leaf === undefined) return 'its leaf is not an entry';
  const made: Readonly<Record<string, unknown>> = entryRow(seq, row.leaf, leaf);
  const wrong = Object.entries(row).find(([column, value]) => !isSame(value, made[column]));
  return wrong === undefined ? undefined : `its ${wrong[0].replaceAll('_', ' ')} is not what its leaf says`;
}

const isSame = (a: unknown, b: unknown) =>
  a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : a === b;

/** The first entry, of those that begin at `start`, that is listed as about something else than its leaf says. */
async function wrongAbout(sql: Sql, start: number, rows: readonly EntryRow[]): Promise<bigint | undefined> {
  const listed = await sql
    .tables<RecordTables>()
    .selectFrom('record.about')
    .selectAll()
    .where('seq', '>=', BigInt(start))
    .where('seq', '<', BigInt(start + rows.length))
    .execute();
  const found = new Map<bigint, Set<string>>();
  for (const { seq, kind, id } of listed) found.set(seq, (found.get(seq) ?? new Set()).add(`${kind} ${id}`));
  return rows.find(({ seq, leaf }) => {
    const read = readLeaf(leaf);
    const said = read === undefined ? [] : aboutOf(read);
    const there = found.get(seq) ?? new Set();
    return there.size !== said.length || said.some(({ kind, id }) => !there.has(`${kind} ${id}`));
  })?.seq;
}

function wrongNode(stored: readonly TreeNode[], made: readonly TreeNode[]): string | undefined {
  const found = new Map(stored.map((node) => [placeOf(node), node.hash]));
  const wrong = made.find((node) => found.get(placeOf(node)) !== node.hash);
  return wrong === undefined ? undefined : placeOf(wrong);
}

async function countRows(sql: Sql): Promise<Readonly<Record<'entries' | 'nodes' | 'strays', bigint>>> {
  const { rows } = await raw<Record<'entries' | 'nodes' | 'strays', bigint>>`
    select (select count(*) from record.entry) as entries, (select count(*) from record.node) as nodes,
      (select count(*) from record.about where seq < 0 or seq >= (select max(size) from record.head)) as strays
  `.execute(sql.tables<RecordTables>());
  return rows[0] ?? { entries: 0n, nodes: 0n, strays: 0n };
}
