import { randomUUID } from 'node:crypto';
import type { Database, Sql } from '#platform/db';
import { ok } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { Letter, WaitingLetter } from './letter.ts';
import type { MailAddress } from './mail-address.ts';
import type { MailTables } from './tables.ts';

const viewer = { purpose: 'mail' } as const;

/** A letter as it is posted; with an id where whoever posts it will ask what became of it. */
export type LetterPosted = Letter & Readonly<{ id?: string }>;

/** Writes letters down to be sent, as part of the transaction in hand: they go when it is committed, and never when it is not. */
export async function post(sql: Sql, letters: readonly LetterPosted[], now: Date): Promise<void> {
  const rows = letters.map((letter) => ({
    id: letter.id ?? randomUUID(),
    recipient: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    stop: letter.stop ?? null,
    written_at: now,
    tries: 0,
    next_try_at: now,
  }));
  for (let from = 0; from < rows.length; from += lettersInStatement)
    await sql
      .tables<MailTables>()
      .insertInto('mail.letter')
      .values(rows.slice(from, from + lettersInStatement))
      .execute();
}

/** PostgreSQL takes 65,535 values in a statement; a letter has nine. */
const lettersInStatement = 2000;

/**
 * Takes the letter that has been due longest, for this process alone until `until`: whoever takes it and is killed leaves
 * it to be taken again then. Letters that others are just taking are passed over.
 */
export async function takeLetter(
  database: Database,
  now: Date,
  until: Date,
): Promise<WaitingLetter | undefined> {
  const taken = await database.transaction(viewer, {}, async (sql) => {
    const { rows } = await raw<MailTables['mail.letter']>`
      update mail.letter set next_try_at = ${until}, tries = tries + 1
      where id = (
        select id from mail.letter where next_try_at <= ${now}
        order by next_try_at, id limit 1 for update skip locked
      )
      returning *`.execute(sql.tables<MailTables>());
    return ok(rows[0]);
  });
  if (!taken.ok || taken.value === undefined) return undefined;
  const { recipient, stop, written_at: writtenAt, ...letter } = taken.value;
  return {
    ...letter,
    to: recipient as MailAddress,
    writtenAt,
    ...(stop !== null && { stop }),
  };
}

/** Forgets a letter: it was delivered, or given up. */
export async function forgetLetter(database: Database, id: string): Promise<void> {
  await database.transaction(viewer, {}, async (sql) => {
    await sql.tables<MailTables>().deleteFrom('mail.letter').where('id', '=', id).execute();
    return ok();
  });
}

/** Keeps a letter for another try. */
export async function keepLetter(database: Database, id: string, nextTryAt: Date): Promise<void> {
  await database.transaction(viewer, {}, async (sql) => {
    await sql
      .tables<MailTables>()
      .updateTable('mail.letter')
      .set({ next_try_at: nextTryAt })
      .where('id', '=', id)
      .execute();
    return ok();
  });
}

/** How many letters wait, and since when the oldest does. */
export async function lettersWaiting(
  database: Database,
): Promise<Readonly<{ count: number; since: Date | undefined }>> {
  const row = await database.as(viewer, (sql) =>
    sql
      .tables<MailTables>()
      .selectFrom('mail.letter')
      .select((select) => [
        select.fn.countAll<bigint>().as('count'),
        select.fn.min<Date | null>('written_at').as('since'),
      ])
      .executeTakeFirstOrThrow(),
  );
  return { count: Number(row.count), since: row.since ?? undefined };
}
