import type { IdentityServices } from './identity-services.ts';
import { read } from './store.ts';

/** Which of these accounts are open: closed ones hold no office, whatever they were appointed to. */
export async function openAmong(
  { database }: Pick<IdentityServices, 'database'>,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (accountIds.length === 0) return new Set();
  const rows = await read(database, (tables) =>
    tables
      .selectFrom('identity.account')
      .select('id')
      .where('id', 'in', accountIds)
      .where('disabled_at', 'is', null)
      .execute(),
  );
  return new Set(rows.map(({ id }) => id));
}
