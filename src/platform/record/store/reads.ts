import type { Sql } from '#platform/db';
import { sql as raw } from 'kysely';
import type { Head } from '../head.ts';
import type { Hash } from '../merkle/hash.ts';
import { hashesOf, type Range, subtreesOf } from '../merkle/proof.ts';
import type { Subtree, Tree, TreeNode } from '../merkle/tree.ts';
import type { EntryRow } from './entry-row.ts';
import type { RecordTables } from './tables.ts';

const batchSize = 1000;

/** Where the record stands, read from the database. */
export async function readHead(sql: Sql): Promise<Head> {
  const row = await sql
    .tables<RecordTables>()
    .selectFrom('record.head')
    .select(['size', 'root'])
    .executeTakeFirstOrThrow();
  return { size: Number(row.size), root: row.root };
}

/** The entries from `start` up to, but not including, `end`, in order, a batch at a time: never all in memory. */
export async function* readEntries(sql: Sql, { start, end }: Range): AsyncGenerator<readonly EntryRow[]> {
  for (let from = start; from < end; from += batchSize)
    yield await sql
      .tables<RecordTables>()
      .selectFrom('record.entry')
      .selectAll()
      .where('seq', '>=', BigInt(from))
      .where('seq', '<', BigInt(Math.min(from + batchSize, end)))
      .orderBy('seq')
      .execute();
}

/**
 * The hashes that prove something, from a handful of rows however long the log is. Throws when one is missing, which
 * `verifyStored` then explains.
 */
export async function readProof(sql: Sql, ranges: readonly Range[]): Promise<Hash[]> {
  const subtrees = ranges.flatMap(subtreesOf);
  const found = new Map((await readSubtrees(sql, subtrees)).map((node) => [placeOf(node), node.hash]));
  return hashesOf(ranges, (subtree) => {
    const hash = found.get(placeOf(subtree));
    if (hash === undefined) throw new Error(`The record has lost the hash of subtree ${placeOf(subtree)}`);
    return hash;
  });
}

/** The tree as it was at an earlier size. */
export async function readTree(sql: Sql, size: number): Promise<Tree> {
  const subtrees = subtreesOf({ start: 0, end: size });
  // A range that is one complete subtree has that subtree's hash.
  const ranges = subtrees.map(({ level, index }) => ({
    start: index * 2 ** level,
    end: (index + 1) * 2 ** level,
  }));
  return { size, frontier: await readProof(sql, ranges) };
}

/** The subtrees above the leaves that the entries from `start` up to `end` completed. */
export async function readCompletedBy(sql: Sql, { start, end }: Range): Promise<TreeNode[]> {
  const { rows } = await raw<{ level: number; index: bigint; hash: Hash }>`
    select node.level, node.index, node.hash
    from generate_series(1, 52) as height (level)
    join record.node on node.level = height.level
      and node.index >= ${start}::bigint >> height.level and node.index < ${end}::bigint >> height.level
  `.execute(sql.tables<RecordTables>());
  return rows.map(asNode);
}

async function readSubtrees(sql: Sql, subtrees: readonly Subtree[]): Promise<TreeNode[]> {
  const { rows } = await raw<{ level: number; index: bigint; hash: Hash }>`
    with wanted as (
      select * from unnest(
        ${subtrees.map(({ level }) => level)}::smallint[], ${subtrees.map(({ index }) => index)}::bigint[]
      ) as subtree (level, index)
    )
    select level, index, hash from wanted join record.node using (level, index)
    union all
    select level, index, leaf_hash from wanted join record.entry on seq = index where level = 0
  `.execute(sql.tables<RecordTables>());
  return rows.map(asNode);
}

const asNode = (row: Readonly<{ level: number; index: bigint; hash: Hash }>): TreeNode => ({
  level: row.level,
  index: Number(row.index),
  hash: row.hash,
});

export const placeOf = ({ level, index }: Subtree): string => `${level}/${index}`;
