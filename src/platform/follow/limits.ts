import { createHash } from 'node:crypto';
import type { Sql } from '#platform/db';
import type { MailAddress } from '#platform/mail';
import { sql as raw } from 'kysely';
import type { FollowTables } from './tables.ts';

const hourMs = 60 * 60_000;

/** Enough for somebody who follows several things in one sitting, and too few to fill anybody's mailbox. */
const perAddress = { letters: 6, withinMs: 24 * hourMs };
const perVisitor = { letters: 20, withinMs: hourMs };

/** Whether a letter may be asked for. `address-had-enough` is never told to whoever asks: it would say that it is known. */
export type Allowed = 'yes' | 'address-had-enough' | 'visitor-asked-enough';

/**
 * Counts one asking, by hashes alone, and says whether it may be. Parallel askings wait for each other, so that none slips
 * through. What is refused is not counted, so that waiting always ends.
 */
export async function countAsking(
  sql: Sql,
  asked: Readonly<{ address: MailAddress; visitor: string }>,
  now: Date,
): Promise<Allowed> {
  const tables = sql.tables<FollowTables>();
  const keys = {
    address: digest(`address ${mailboxOf(asked.address)}`),
    visitor: digest(`visitor ${networkOf(asked.visitor)}`),
  };
  for (const key of Object.values(keys).toSorted())
    await raw`select pg_advisory_xact_lock(hashtextextended(${key}, 1))`.execute(tables);

  const lately = async (key: string, withinMs: number) => {
    const row = await tables
      .selectFrom('follow.asked')
      .select((select) => select.fn.countAll<bigint>().as('times'))
      .where('key', '=', key)
      .where('at', '>', new Date(now.getTime() - withinMs))
      .executeTakeFirstOrThrow();
    return Number(row.times);
  };
  if ((await lately(keys.visitor, perVisitor.withinMs)) >= perVisitor.letters) return 'visitor-asked-enough';
  const had = await lately(keys.address, perAddress.withinMs);
  await tables.insertInto('follow.asked').values({ key: keys.visitor, at: now }).execute();
  if (had >= perAddress.letters) return 'address-had-enough';
  await tables.insertInto('follow.asked').values({ key: keys.address, at: now }).execute();
  return 'yes';
}

/** `a+waste@…` and `a@…` are one mailbox nearly everywhere. */
const mailboxOf = (address: MailAddress): string => address.replace(/\+[^@]*@/, '@');

/** A household has one address of the old kind, and a whole network (its first half) of the new. */
const networkOf = (visitor: string): string =>
  visitor.includes(':') && !visitor.includes('.') ? visitor.split(':').slice(0, 4).join(':') : visitor;

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');
