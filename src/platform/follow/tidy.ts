import type { FollowServices } from './services.ts';
import { write } from './store.ts';
import type { FollowTables } from './tables.ts';

const dayMs = 24 * 60 * 60_000;

/** Forgets what need no longer be kept: unconfirmed addresses after three days, counts after one, links that have ended. */
export function tidy({ database, clock }: Pick<FollowServices, 'database' | 'clock'>): Promise<void> {
  const now = clock.now();
  return write(database, async (sql) => {
    const tables = sql.tables<FollowTables>();
    await tables.deleteFrom('follow.request').where('ends_at', '<=', now).execute();
    await tables.deleteFrom('follow.stop_link').where('ends_at', '<=', now).execute();
    await tables.deleteFrom('follow.list_link').where('ends_at', '<=', now).execute();
    await tables
      .deleteFrom('follow.asked')
      .where('at', '<', new Date(now.getTime() - dayMs))
      .execute();
  });
}
