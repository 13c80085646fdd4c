import { randomUUID } from 'node:crypto';
import { tokenHash } from '#platform/identity';
import { type Followed, ok, refuse, type Result } from '#platform/kernel';
import { recordSize } from '#platform/record';
import type { Cadence } from './cadence.ts';
import { type Named, namesOf } from './names.ts';
import type { FollowServices } from './services.ts';
import { decide, read } from './store.ts';
import type { FollowTables } from './tables.ts';

/** What a link in a letter asks to be confirmed. The address it is for is not shown: a link can be passed on. */
export type RequestShown = Readonly<{ names: readonly Named[]; cadence: Cadence; isConfirmed: boolean }>;

type Row = FollowTables['follow.request'];
const followedIn = ({ kinds, ids }: Pick<Row, 'kinds' | 'ids'>): readonly Followed[] =>
  kinds.flatMap((kind, at) => {
    const id = ids[at];
    return id === undefined ? [] : [{ kind, id }];
  });

/** Shows what would be followed; undefined when the link is none, or older than three days. Looking changes nothing. */
export function requestBehind(services: FollowServices, token: string): Promise<RequestShown | undefined> {
  return read(services.database, async (sql) => {
    const row = await sql
      .tables<FollowTables>()
      .selectFrom('follow.request')
      .selectAll()
      .where('token_hash', '=', tokenHash(token))
      .where('ends_at', '>', services.clock.now())
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const names = await namesOf(services, sql, followedIn(row));
    return { names, cadence: row.cadence, isConfirmed: row.confirmed_at !== null };
  });
}

/**
 * Begins to follow what was asked for, from the next entry of the record on. What the address follows already changes its
 * cadence. Confirmed a second time it changes nothing, so that a page loaded again brings back nothing that was ended.
 */
export function confirmRequest(
  services: FollowServices,
  token: string,
): Promise<Result<void, 'no-such-request'>> {
  const now = services.clock.now();
  return decide(services.database, async (sql) => {
    const tables = sql.tables<FollowTables>();
    const row = await tables
      .selectFrom('follow.request')
      .selectAll()
      .where('token_hash', '=', tokenHash(token))
      .where('ends_at', '>', now)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return refuse('no-such-request');
    const { email, cadence } = row;
    if (email === null) return ok();

    const since = BigInt(await recordSize(sql));
    const rows = followedIn(row).map(({ kind, id: about }) => ({
      id: randomUUID(),
      email,
      kind,
      about,
      cadence,
      since,
      confirmed_at: now,
    }));
    await tables
      .insertInto('follow.following')
      .values(rows)
      .onConflict((conflict) =>
        conflict
          .constraint('followed_once')
          .doUpdateSet({ cadence: (excluded) => excluded.ref('excluded.cadence') }),
      )
      .execute();
    await tables
      .updateTable('follow.request')
      .set({ email: null, confirmed_at: now })
      .where('token_hash', '=', row.token_hash)
      .execute();
    return ok();
  });
}
