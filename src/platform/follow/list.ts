import { sql as raw } from 'kysely';
import { tokenHash } from '#platform/identity';
import type { Sql } from '#platform/db';
import type { MailAddress } from '#platform/mail';
import type { Cadence } from './cadence.ts';
import { type Named, namesOrIds } from './names.ts';
import type { FollowServices } from './services.ts';
import { read, write } from './store.ts';
import type { FollowTables } from './tables.ts';

/** Something an address follows, as the link sent to that address shows it. */
export type FollowingShown = Named & Readonly<{ following: string; cadence: Cadence }>;

/** Everything that the address behind a link follows; undefined when it is no link, or more than a day old. */
export function listBehind(
  services: FollowServices,
  token: string,
): Promise<readonly FollowingShown[] | undefined> {
  return read(services.database, async (sql) => {
    const email = await addressBehind(sql, token, services.clock.now());
    if (email === undefined) return undefined;
    const rows = await sql
      .tables<FollowTables>()
      .selectFrom('follow.following')
      .select(['id', 'kind', 'about', 'cadence'])
      .where('email', '=', email)
      .orderBy('confirmed_at')
      .orderBy('id')
      .execute();
    const names = await namesOrIds(
      services,
      sql,
      rows.map(({ kind, about }) => ({ kind, id: about })),
    );
    return rows.map(({ id, kind, about, cadence }) => ({
      following: id,
      cadence,
      kind,
      id: about,
      name: names.find((named) => named.kind === kind && named.id === about)?.name ?? about,
    }));
  });
}

/** What can be done with one's own list. The last also forgets the address, the link itself with it. */
export type ListChange =
  | Readonly<{ kind: 'end'; following: string }>
  | Readonly<{ kind: 'cadence'; following: string; cadence: Cadence }>
  | Readonly<{ kind: 'end-everything' }>;

/** Changes the list behind a link, and no other; whether there was such a link. */
export function changeList(services: FollowServices, token: string, change: ListChange): Promise<boolean> {
  return write(services.database, async (sql) => {
    const email = await addressBehind(sql, token, services.clock.now());
    if (email === undefined) return false;
    const tables = sql.tables<FollowTables>();
    switch (change.kind) {
      case 'end':
        await tables
          .deleteFrom('follow.following')
          .where('email', '=', email)
          .where(isFollowing(change.following))
          .execute();
        break;
      case 'cadence':
        await tables
          .updateTable('follow.following')
          .set({ cadence: change.cadence })
          .where('email', '=', email)
          .where(isFollowing(change.following))
          .execute();
        break;
      case 'end-everything':
        await tables.deleteFrom('follow.following').where('email', '=', email).execute();
        await tables.deleteFrom('follow.request').where('email', '=', email).execute();
        await tables.deleteFrom('follow.list_link').where('email', '=', email).execute();
        break;
    }
    return true;
  });
}

/** Compared as text: what a form sends need not be the id of anything. */
const isFollowing = (id: string) => raw<boolean>`id::text = ${id}`;

async function addressBehind(sql: Sql, token: string, now: Date): Promise<MailAddress | undefined> {
  const link = await sql
    .tables<FollowTables>()
    .selectFrom('follow.list_link')
    .select('email')
    .where('token_hash', '=', tokenHash(token))
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return link?.email;
}
