import type { Sql } from '#platform/db';
import { type Followed, ok, refuse, type Result } from '#platform/kernel';
import { aboutOf } from './about.ts';
import { type Commitment, type Content, isPrivate, type Leaf } from './leaf.ts';
import type { Hash } from './merkle/hash.ts';
import { consistencyRanges, inclusionRanges } from './merkle/proof.ts';
import { readHead, readProof } from './store/reads.ts';
import type { RecordTables } from './store/tables.ts';

/** An entry as a page shows it. What it says is read from the leaf, the very text that is hashed. */
export type RecordedEntry = Readonly<{ seq: number; leafHash: Hash; leaf: string }> &
  ((Content & Readonly<{ visibility: 'public' }>) | (Commitment & Readonly<{ visibility: 'private' }>));

export type EntriesPage = Readonly<{
  /** Newest first. */
  entries: readonly RecordedEntry[];
  /** Give this as `before` for the next page; undefined on the last one. */
  next: number | undefined;
}>;

export type EntriesQuery = Readonly<{
  /** Only entries below this number. */
  before?: number;
  limit: number;
  /** Only entries of this body's offices. */
  body?: string;
  /** Only entries about this page: `/bodies/swale/rules`. */
  subject?: string;
  /** Only entries that are about this, whoever acted: what its followers are told of. */
  about?: Followed;
}>;

/** One page of the record, newest first. Private acts show in the whole record, and in no body's or subject's. */
export async function entriesPage(sql: Sql, query: EntriesQuery): Promise<EntriesPage> {
  let rows = sql
    .tables<RecordTables>()
    .selectFrom('record.entry')
    .select(['seq', 'leaf', 'leaf_hash'])
    .orderBy('seq', 'desc')
    .limit(query.limit + 1);
  if (query.before !== undefined) rows = rows.where('seq', '<', BigInt(query.before));
  if (query.body !== undefined) rows = rows.where('body_id', '=', query.body);
  if (query.subject !== undefined) rows = rows.where('subject', '=', query.subject);

  const { about } = query;
  if (about !== undefined)
    rows = rows.where('seq', 'in', (select) =>
      select
        .selectFrom('record.about')
        .select('seq')
        .where('kind', '=', about.kind)
        .where('id', '=', about.id)
        .$if(query.before !== undefined, (earlier) => earlier.where('seq', '<', BigInt(query.before ?? 0)))
        .orderBy('seq', 'desc')
        .limit(query.limit + 1),
    );

  const found = (await rows.execute()).map(asRecorded);
  const entries = found.slice(0, query.limit);
  return { entries, next: found.length > query.limit ? entries.at(-1)?.seq : undefined };
}

/** How many entries the record has, as this transaction sees it: the number that the next one will have. */
export async function recordSize(sql: Sql): Promise<number> {
  return (await readHead(sql)).size;
}

/** A public entry with everything it is about. */
export type EntryWithAbout = Readonly<{
  entry: Extract<RecordedEntry, { visibility: 'public' }>;
  about: readonly Followed[];
}>;

/**
 * The public entries numbered `from` and up, oldest first, out of the next `limit` of any kind; `next` is where to read on,
 * `from` itself when nothing more was done. Entries are numbered in the order of their commits, without gaps: whoever
 * keeps `next` misses none and meets none twice.
 */
export async function entriesFrom(
  sql: Sql,
  from: number,
  limit: number,
): Promise<Readonly<{ entries: readonly EntryWithAbout[]; next: number }>> {
  const rows = await sql
    .tables<RecordTables>()
    .selectFrom('record.entry')
    .select(['seq', 'leaf', 'leaf_hash'])
    .where('seq', '>=', BigInt(from))
    .orderBy('seq')
    .limit(limit)
    .execute();
  const entries = rows
    .map(asRecorded)
    .flatMap((entry) => (entry.visibility === 'public' ? [{ entry, about: aboutOf(entry) }] : []));
  return { entries, next: from + rows.length };
}

/** One entry by its number, counted from 0. */
export async function entry(sql: Sql, seq: number): Promise<RecordedEntry | undefined> {
  if (!isCount(seq)) return undefined;
  const row = await sql
    .tables<RecordTables>()
    .selectFrom('record.entry')
    .select(['seq', 'leaf', 'leaf_hash'])
    .where('seq', '=', BigInt(seq))
    .executeTakeFirst();
  return row === undefined ? undefined : asRecorded(row);
}

/** How often a public act of this name was entered: `register.rule.corrected`. */
export async function entriesOfAct(sql: Sql, act: string): Promise<number> {
  const { count } = await sql
    .tables<RecordTables>()
    .selectFrom('record.entry')
    .select((select) => select.fn.countAll<bigint>().as('count'))
    .where('act', '=', act)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What a private act was, for the body that did it; undefined to everybody else, and when it has been erased. */
export async function privateContent(sql: Sql, seq: number): Promise<Content | undefined> {
  if (!isCount(seq)) return undefined;
  const row = await sql
    .tables<RecordTables>()
    .selectFrom('record.private_entry')
    .select('payload')
    .where('seq', '=', BigInt(seq))
    .executeTakeFirst();
  return row === undefined ? undefined : (JSON.parse(row.payload) as Content);
}

/**
 * Erases what a private act of the acting body was; whether there was anything to erase. The log keeps its commitment,
 * which says nothing without the salt that goes with it, and still verifies.
 */
export async function erasePrivateContent(sql: Sql, seq: number): Promise<boolean> {
  const { numDeletedRows } = await sql
    .tables<RecordTables>()
    .deleteFrom('record.private_entry')
    .where('seq', '=', BigInt(seq))
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** The hashes that prove that entry `seq` is in the log of `size` entries. */
export async function inclusionProof(
  sql: Sql,
  seq: number,
  size: number,
): Promise<Result<readonly Hash[], 'no-such-entry' | 'no-such-size'>> {
  if (!isCount(size) || size > (await readHead(sql)).size) return refuse('no-such-size');
  if (!isCount(seq) || seq >= size) return refuse('no-such-entry');
  return ok(await readProof(sql, inclusionRanges(seq, size)));
}

/** The hashes that prove that the log of `to` entries begins with the log of `from` entries. */
export async function consistencyProof(
  sql: Sql,
  from: number,
  to: number,
): Promise<Result<readonly Hash[], 'no-such-size'>> {
  if (!isCount(from) || !isCount(to) || from > to || to > (await readHead(sql)).size)
    return refuse('no-such-size');
  return ok(await readProof(sql, consistencyRanges(from, to)));
}

function asRecorded(row: Readonly<{ seq: bigint; leaf: string; leaf_hash: Hash }>): RecordedEntry {
  const leaf = JSON.parse(row.leaf) as Leaf;
  const about = { seq: Number(row.seq), leafHash: row.leaf_hash, leaf: row.leaf };
  return isPrivate(leaf)
    ? { ...about, ...leaf, visibility: 'private' }
    : { ...about, ...leaf, visibility: 'public' };
}

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;
