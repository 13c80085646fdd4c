import { newToken, tokenHash } from '#platform/identity';
import type { Sql } from '#platform/db';
import { sql as raw } from 'kysely';
import { type Named, namesOrIds } from './names.ts';
import type { FollowServices } from './services.ts';
import { read, write } from './store.ts';
import type { FollowTables } from './tables.ts';

/** How long the link at the foot of a letter ends what it came from. */
const stopWithinMs = 180 * 24 * 60 * 60_000;

/** A link for a letter, and what it is to end. */
export type StopLink = Readonly<{ token: string; followings: readonly string[] }>;

/** Makes a link for each letter, known to its reader alone: the database keeps hashes. */
export async function makeStopLinks(
  sql: Sql,
  ends: readonly (readonly string[])[],
  now: Date,
): Promise<readonly StopLink[]> {
  const links = ends.map((followings) => ({ token: newToken(), followings }));
  const tables = sql.tables<FollowTables>();
  const rows = links.map(({ token, followings }) => ({
    hash: tokenHash(token),
    followings: followings.join(','),
  }));
  await raw`
    insert into follow.stop_link (token_hash, followings, ends_at)
    select hash, string_to_array(ids, ',')::uuid[], ${new Date(now.getTime() + stopWithinMs)}::timestamptz
    from unnest(${rows.map(({ hash }) => hash)}::text[], ${rows.map(({ followings }) => followings)}::text[])
      as link (hash, ids)
  `.execute(tables);
  return links;
}

/** What a link would end: nothing when it was ended already; undefined when it is no link, or an old one. */
export function stopBehind(services: FollowServices, token: string): Promise<readonly Named[] | undefined> {
  return read(services.database, async (sql) => {
    const followings = await followingsBehind(sql, token, services.clock.now());
    if (followings === undefined) return undefined;
    const rows = await sql
      .tables<FollowTables>()
      .selectFrom('follow.following')
      .select(['kind', 'about as id'])
      .where('id', 'in', [nobody, ...followings])
      .execute();
    return namesOrIds(services, sql, rows);
  });
}

/** Ends what the letter came from, and answers what that was. Asked again it finds nothing to end, and that is no fault. */
export function stop(services: FollowServices, token: string): Promise<readonly Named[] | undefined> {
  return write(services.database, async (sql) => {
    const followings = await followingsBehind(sql, token, services.clock.now());
    if (followings === undefined) return undefined;
    const ended = await sql
      .tables<FollowTables>()
      .deleteFrom('follow.following')
      .where('id', 'in', [nobody, ...followings])
      .returning(['kind', 'about as id'])
      .execute();
    return namesOrIds(services, sql, ended);
  });
}

/** So that a list is never empty, which SQL does not allow. */
const nobody = '00000000-0000-0000-0000-000000000000';

async function followingsBehind(sql: Sql, token: string, now: Date): Promise<readonly string[] | undefined> {
  const link = await sql
    .tables<FollowTables>()
    .selectFrom('follow.stop_link')
    .select('followings')
    .where('token_hash', '=', tokenHash(token))
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return link?.followings;
}
