import type { Sql } from '#platform/db';
import { type Letter, post } from '#platform/mail';
import { entriesFrom, recordSize } from '#platform/record';
import type { Cadence } from './cadence.ts';
import { alertLetter } from './letters/news-letter.ts';
import type { FollowServices } from './services.ts';
import { makeStopLinks } from './stop.ts';
import { write } from './store.ts';
import type { FollowTables } from './tables.ts';
import { type Told, whoIsTold } from './tell.ts';

const entriesInPass = 1000;

/** What a pass over the record did: whether it wrote letters, and whether there may be more to read. */
export type Pass = Readonly<{ letters: number; more: boolean }>;

/**
 * Tells those who want to hear straight away of the next entries of the record. The letters and the place reached are one
 * transaction: killed anywhere, no entry is told twice and none is left out. Another process that is just at it is left to
 * it.
 */
export function tellAtOnce(services: FollowServices): Promise<Pass> {
  return write(services.database, async (sql) => {
    const reached = await lockReached(sql, 'at-once');
    if (reached === undefined) return nothing;
    const size = await recordSize(sql);
    if (size === reached.seq) return nothing;
    if (!(await isFollowed(sql, 'at-once'))) {
      await setReached(sql, 'at-once', { seq: BigInt(size) });
      return nothing;
    }
    const { entries, next } = await entriesFrom(sql, reached.seq, entriesInPass);
    const told = await whoIsTold(services, sql, entries, 'at-once');
    const letters = await postNews(services, sql, told, (news, token) => alertLetter(services, news, token));
    await setReached(sql, 'at-once', { seq: BigInt(next) });
    return { letters, more: next === reached.seq + entriesInPass };
  });
}

export const nothing: Pass = { letters: 0, more: false };

/** Posts a letter to each, with a link of its own that ends what it came from; answers how many. */
export async function postNews(
  { clock }: FollowServices,
  sql: Sql,
  told: readonly Told[],
  letterOf: (news: Told, stopToken: string) => Letter,
): Promise<number> {
  const now = clock.now();
  const links = await makeStopLinks(
    sql,
    told.map(({ followings }) => followings),
    now,
  );
  const letters = links.flatMap(({ token }, at) => {
    const news = told[at];
    return news === undefined ? [] : [letterOf(news, token)];
  });
  await post(sql, letters, now);
  return letters.length;
}

/** The place reached, held until this transaction ends; undefined while another process holds it. */
export async function lockReached(sql: Sql, cadence: Cadence) {
  const row = await sql
    .tables<FollowTables>()
    .selectFrom('follow.reached')
    .select(['seq', 'day'])
    .where('cadence', '=', cadence)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row === undefined ? undefined : { seq: Number(row.seq), day: row.day };
}

export async function setReached(
  sql: Sql,
  cadence: Cadence,
  reached: Partial<Pick<FollowTables['follow.reached'], 'seq' | 'day'>>,
): Promise<void> {
  await sql
    .tables<FollowTables>()
    .updateTable('follow.reached')
    .set(reached)
    .where('cadence', '=', cadence)
    .execute();
}

/** Whoever begins to follow hears of later entries alone; so while nobody does, nothing need be read. */
export async function isFollowed(sql: Sql, cadence: Cadence): Promise<boolean> {
  const one = await sql
    .tables<FollowTables>()
    .selectFrom('follow.following')
    .select('id')
    .where('cadence', '=', cadence)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}
