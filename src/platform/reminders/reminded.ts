import type { Database } from '#platform/db';
import type { Clock } from '#platform/kernel';
import { type Became, becameOf, type MailAddress } from '#platform/mail';
import { read } from './store.ts';
import type { ReminderTables } from './tables.ts';

/** What reminding needs. `posted` is told when a letter has been written and committed. */
export type ReminderServices = Readonly<{
  database: Database;
  clock: Clock;
  /** Where people find the site, and what it calls itself: letters say so. */
  address: string;
  siteName: string;
  posted(): void;
}>;

/** How the holder of an account is reminded, as shown to nobody else. */
export type Reminded = Readonly<{
  address: string | undefined;
  /** Asked for, and not confirmed by the link in the letter sent there. */
  pending: string | undefined;
  /** The last letter, and what became of it. */
  last: Readonly<{ at: Date; became: Became }> | undefined;
}>;

/** To which address the holder of an account is reminded, and whether the last letter went. */
export async function reminded(
  { database }: Pick<ReminderServices, 'database'>,
  accountId: string,
): Promise<Reminded> {
  const [box, last] = await read(database, async (sql) => {
    const tables = sql.tables<ReminderTables>();
    return [
      await tables
        .selectFrom('reminders.mailbox')
        .selectAll()
        .where('account_id', '=', accountId)
        .executeTakeFirst(),
      await tables
        .selectFrom('reminders.sent')
        .select(['letter_id', 'at'])
        .where('account_id', '=', accountId)
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst(),
    ] as const;
  });
  return {
    address: box?.address ?? undefined,
    pending: box?.pending ?? undefined,
    last: last && { at: last.at, became: await becameOf(database, last.letter_id) },
  };
}

/** Every account whose holder confirmed an address, and the address. */
export async function remindable({
  database,
}: Pick<ReminderServices, 'database'>): Promise<readonly Readonly<{ accountId: string; to: MailAddress }>[]> {
  const rows = await read(database, (sql) =>
    sql
      .tables<ReminderTables>()
      .selectFrom('reminders.mailbox')
      .select(['account_id', 'address'])
      .where('address', 'is not', null)
      .orderBy('account_id')
      .execute(),
  );
  return rows.flatMap(({ account_id, address }) =>
    address === null ? [] : { accountId: account_id, to: address as MailAddress },
  );
}
