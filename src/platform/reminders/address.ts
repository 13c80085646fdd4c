import { newToken, tokenHash } from '#platform/identity';
import { ok, refuse, type Result } from '#platform/kernel';
import { writeLetter } from '#platform/follow';
import { mailAddress, type MailAddress, post } from '#platform/mail';
import type { ReminderServices } from './reminded.ts';
import { decide, read, write } from './store.ts';
import type { ReminderTables } from './tables.ts';

/** Long enough for a weekend; short enough that a forgotten letter is no door. */
const linkDays = 3;
/** Enough for slips of the key, and too few to fill anybody’s mailbox. */
const lettersADay = 5;

export type AskRefusal = 'not-an-address' | 'already-confirmed' | 'asked-enough';
export type RequestRefusal = 'no-such-link';
export type Confirmed = Readonly<{ address: string }>;

/**
 * Asks an address whether the holder of the account may be reminded there. It is used once the button behind the link in the
 * letter was pressed; until then the one before, if any, goes on.
 */
export async function askForReminders(
  services: ReminderServices,
  accountId: string,
  typed: string,
): Promise<Result<void, AskRefusal>> {
  const address = mailAddress(typed);
  if (!address.ok) return address;
  const { database, clock } = services;
  const now = clock.now();
  const today = clock.today();
  const token = newToken();
  const asked = await decide<void, AskRefusal>(database, async (sql) => {
    const tables = sql.tables<ReminderTables>();
    await tables
      .insertInto('reminders.mailbox')
      .values({
        account_id: accountId,
        address: null,
        confirmed_at: null,
        pending: null,
        token_hash: null,
        token_ends_at: null,
        asked_on: today,
        asked_times: 0,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const box = await tables
      .selectFrom('reminders.mailbox')
      .selectAll()
      .where('account_id', '=', accountId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (box.address === address.value) return refuse('already-confirmed');
    const times = box.asked_on === today ? box.asked_times : 0;
    if (times >= lettersADay) return refuse('asked-enough');
    await tables
      .updateTable('reminders.mailbox')
      .set({
        pending: address.value,
        token_hash: tokenHash(token),
        token_ends_at: linkEnd(now),
        asked_on: today,
        asked_times: times + 1,
      })
      .where('account_id', '=', accountId)
      .execute();
    await post(sql, [confirmLetter(services, address.value, token)], now);
    return ok();
  });
  if (asked.ok) services.posted();
  return asked;
}

const linkEnd = (now: Date): Date => new Date(now.getTime() + linkDays * 24 * 60 * 60_000);

const confirmLetter = (site: ReminderServices, to: MailAddress, token: string) =>
  writeLetter(site, {
    to,
    subject: 'confirm that you want reminders',
    parts: [
      `Somebody, probably you, asked ${site.siteName} to remind the holder of an account at this address of readings that are due.`,
      {
        says: 'To begin, open this page and press the button',
        link: `${site.address}/account/reminders/confirm/${token}`,
      },
      `The page works for ${linkDays} days. If it was not you, do nothing: no more letters come of it.`,
    ],
  });

/** The address that a link would confirm, while the link works. Looking at it uses nothing up. */
export async function reminderRequest(
  { database, clock }: Pick<ReminderServices, 'database' | 'clock'>,
  token: string,
): Promise<Result<Confirmed, RequestRefusal>> {
  const box = await read(database, (sql) =>
    sql
      .tables<ReminderTables>()
      .selectFrom('reminders.mailbox')
      .select('pending')
      .where('token_hash', '=', tokenHash(token))
      .where('token_ends_at', '>', clock.now())
      .executeTakeFirst(),
  );
  return box === undefined || box.pending === null ? refuse('no-such-link') : ok({ address: box.pending });
}

/** Begins to remind at the address that the link was sent to, and uses the link up. */
export function confirmReminders(
  { database, clock }: Pick<ReminderServices, 'database' | 'clock'>,
  token: string,
): Promise<Result<Confirmed, RequestRefusal>> {
  return decide<Confirmed, RequestRefusal>(database, async (sql) => {
    const box = await sql
      .tables<ReminderTables>()
      .updateTable('reminders.mailbox')
      .set((columns) => ({
        address: columns.ref('pending'),
        confirmed_at: clock.now(),
        pending: null,
        token_hash: null,
        token_ends_at: null,
      }))
      .where('token_hash', '=', tokenHash(token))
      .where('token_ends_at', '>', clock.now())
      .returning('address')
      .executeTakeFirst();
    return box === undefined || box.address === null ? refuse('no-such-link') : ok({ address: box.address });
  });
}

/** Forgets addresses that were not confirmed while their link worked. */
export const forgetUnconfirmed = ({
  database,
  clock,
}: Pick<ReminderServices, 'database' | 'clock'>): Promise<void> =>
  write(database, async (sql) => {
    await sql
      .tables<ReminderTables>()
      .updateTable('reminders.mailbox')
      .set({ pending: null, token_hash: null, token_ends_at: null })
      .where('token_ends_at', '<=', clock.now())
      .execute();
  });

/**
 * Ends reminders to an account, and forgets its address. What it was reminded of stays known, so that it is not again; and how
 * many letters were asked for today, so that ending and asking by turns fills no mailbox.
 */
export const stopReminders = (
  { database }: Pick<ReminderServices, 'database'>,
  accountId: string,
): Promise<void> =>
  write(database, async (sql) => {
    await sql
      .tables<ReminderTables>()
      .updateTable('reminders.mailbox')
      .set({ address: null, confirmed_at: null, pending: null, token_hash: null, token_ends_at: null })
      .where('account_id', '=', accountId)
      .execute();
  });
