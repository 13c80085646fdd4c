import { setTimeout as wait } from 'node:timers/promises';
import { type Kysely, sql as raw } from 'kysely';
import type { Database, Sql, Viewer } from './database.ts';
import { TooBusy } from './errors.ts';
import { openPool, type PoolSettings } from './pool.ts';
import { isLostRace } from './translate-error.ts';

const attempts = 8;
const firstPauseMs = 5;
const longestPauseMs = 400;

/** The database behind an address, as the application role sees it. Nothing is checked, made or migrated. */
export function connect(settings: PoolSettings): Database {
  const pool = openPool(settings);

  /** Work on one connection in one transaction, kept or undone by what came of it. A throw undoes it. */
  const within = <Answer>(
    viewer: Viewer,
    mode: string,
    work: (sql: Sql) => Promise<Answer>,
    isKept: (answer: Answer) => boolean,
  ): Promise<Answer> =>
    pool.connection().execute(async (connection) => {
      try {
        await beginningFor(viewer, mode).execute(connection);
        const answer = await work(asking(connection));
        await (isKept(answer) ? raw`commit` : raw`rollback`).execute(connection);
        return answer;
      } catch (error) {
        // A connection that broke cannot roll back, and need not: the first error is the one worth telling.
        await raw`rollback`.execute(connection).catch(() => undefined);
        throw error;
      }
    });

  return {
    ...asking(pool),
    as: (viewer, read) => within(viewer, 'isolation level repeatable read read only', read, () => true),
    async transaction(viewer, { isolation = 'read committed' }, work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await within(viewer, `isolation level ${isolation}`, work, ({ ok }) => ok);
        } catch (error) {
          if (!isLostRace(error)) throw error;
          if (attempt === attempts)
            throw new TooBusy(`Others changed the same rows ${attempts} times in a row`, { cause: error });
          await wait(Math.random() * Math.min(firstPauseMs * 2 ** attempt, longestPauseMs));
        }
      }
    },
    isAnswering: () =>
      raw`select 1`.execute(pool).then(
        () => true,
        () => false,
      ),
    close: () => pool.destroy(),
  };
}

const asking = (from: Kysely<unknown>): Sql => ({ tables: <Tables>() => from as Kysely<Tables> });

/**
 * Begins a transaction and says for whom, in one message: every trip to the database is felt on every page. The viewer is set
 * for this transaction alone, both always, so that a pooled connection never carries one over. Said with SET, which unlike
 * SELECT takes no snapshot: a serializable transaction can then wait for a lock and still see everything committed before it
 * was given.
 */
function beginningFor(viewer: Viewer, mode: string) {
  const body = viewer !== undefined && 'bodyId' in viewer ? viewer.bodyId : '';
  const purpose = viewer !== undefined && 'purpose' in viewer ? viewer.purpose : '';
  return raw`start transaction ${raw.raw(mode)}; set local accord.body = ${raw.lit(body)}; set local accord.purpose = ${raw.lit(purpose)}`;
}
