import { setTimeout as wait } from 'node:timers/promises';
import type { Result } from '#platform/kernel';
import { type Kysely, sql as raw, type Transaction } from 'kysely';
import type { Database, Sql, TransactionOptions, Viewer } from './database.ts';
import { TooBusy } from './errors.ts';
import { openPool, type PoolSettings } from './pool.ts';
import { isLostRace } from './translate-error.ts';

const attempts = 8;
const firstPauseMs = 5;
const longestPauseMs = 400;

/** The database behind an address, as the application role sees it. Nothing is checked, made or migrated. */
export function connect(settings: PoolSettings): Database {
  const pool = openPool(settings);

  async function once<Value, Refusal>(
    viewer: Viewer,
    { isolation = 'read committed' }: TransactionOptions,
    work: (sql: Sql) => Promise<Result<Value, Refusal>>,
  ): Promise<Result<Value, Refusal>> {
    const transaction = await pool.startTransaction().setIsolationLevel(isolation).execute();
    try {
      await showAs(transaction, viewer);
      const outcome = await work(asking(transaction));
      if (outcome.ok) await transaction.commit().execute();
      else await transaction.rollback().execute();
      return outcome;
    } catch (error) {
      // A connection that broke cannot roll back, and need not: the first error is the one worth telling.
      if (!transaction.isRolledBack)
        await transaction
          .rollback()
          .execute()
          .catch(() => undefined);
      throw error;
    }
  }

  return {
    ...asking(pool),
    as: (viewer, read) =>
      pool
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute(async (transaction) => {
          await showAs(transaction, viewer);
          return read(asking(transaction));
        }),
    async transaction(viewer, options, work) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(viewer, options, work);
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
 * Set for this transaction alone, both always, so that a pooled connection never carries a viewer over. Said with SET,
 * which unlike SELECT takes no snapshot: a serializable transaction can then wait for a lock and still see everything
 * committed before it was given.
 */
async function showAs(transaction: Transaction<unknown>, viewer: Viewer): Promise<void> {
  const body = viewer !== undefined && 'bodyId' in viewer ? viewer.bodyId : '';
  const purpose = viewer !== undefined && 'purpose' in viewer ? viewer.purpose : '';
  await raw`set local accord.body = ${raw.lit(body)}; set local accord.purpose = ${raw.lit(purpose)}`.execute(
    transaction,
  );
}
