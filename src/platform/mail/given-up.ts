import type { Database } from '#platform/db';
import { ok } from '#platform/kernel';
import type { WaitingLetter } from './letter.ts';
import type { MailTables } from './tables.ts';

const viewer = { purpose: 'mail' } as const;
const forgetAfterMs = 90 * 24 * 60 * 60_000;

/** A letter that will not be tried again. Of whom it was for and what it said nothing is left. */
export type GivenUp = Readonly<{ letterId: string; why: string; tries: number; writtenAt: Date; at: Date }>;

/** What became of a letter: `sent` is handed to a server, or put into the outbox. */
export type Became =
  | Readonly<{ is: 'waiting'; tries: number }>
  | Readonly<{ is: 'given-up'; why: string }>
  | Readonly<{ is: 'sent' }>;

/** Gives a letter up: it leaves the queue, and that it was not delivered stays to be seen. */
export async function giveUpLetter(
  database: Database,
  { id, tries, writtenAt }: Pick<WaitingLetter, 'id' | 'tries' | 'writtenAt'>,
  { why, at }: Readonly<{ why: string; at: Date }>,
): Promise<void> {
  await database.transaction(viewer, {}, async (sql) => {
    const tables = sql.tables<MailTables>();
    await tables.deleteFrom('mail.letter').where('id', '=', id).execute();
    await tables
      .deleteFrom('mail.given_up')
      .where('at', '<', new Date(at.getTime() - forgetAfterMs))
      .execute();
    await tables
      .insertInto('mail.given_up')
      .values({ letter_id: id, why, tries, written_at: writtenAt, at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return ok();
  });
}

/** The letters that were given up in the last 90 days, the last first. */
export async function givenUp(database: Database): Promise<readonly GivenUp[]> {
  const rows = await database.as(viewer, (sql) =>
    sql.tables<MailTables>().selectFrom('mail.given_up').selectAll().orderBy('at', 'desc').execute(),
  );
  return rows.map(({ letter_id, why, tries, written_at, at }) => ({
    letterId: letter_id,
    why,
    tries,
    writtenAt: written_at,
    at,
  }));
}

/** What became of a letter that was posted with this id. */
export async function becameOf(database: Database, letterId: string): Promise<Became> {
  const [waiting, ended] = await database.as(viewer, async (sql) => {
    const tables = sql.tables<MailTables>();
    return [
      await tables.selectFrom('mail.letter').select('tries').where('id', '=', letterId).executeTakeFirst(),
      await tables
        .selectFrom('mail.given_up')
        .select('why')
        .where('letter_id', '=', letterId)
        .executeTakeFirst(),
    ] as const;
  });
  if (waiting !== undefined) return { is: 'waiting', tries: waiting.tries };
  return ended === undefined ? { is: 'sent' } : { is: 'given-up', why: ended.why };
}
