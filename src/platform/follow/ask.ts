import { newToken, tokenHash } from '#platform/identity';
import { type Followed, ok, refuse, type Result } from '#platform/kernel';
import { type MailAddress, post } from '#platform/mail';
import type { Cadence } from './cadence.ts';
import { confirmLetter } from './letters/confirm-letter.ts';
import { listLetter } from './letters/list-letter.ts';
import { countAsking } from './limits.ts';
import { namesOf } from './names.ts';
import type { FollowServices } from './services.ts';
import { decide } from './store.ts';
import type { FollowTables } from './tables.ts';

/** An address that nobody confirms is forgotten after three days; a link to the list of what it follows lasts one. */
const dayMs = 24 * 60 * 60_000;
const confirmWithinMs = 3 * dayMs;
const listOpenMs = dayMs;

export type AskRefusal = 'too-many-from-here' | 'nothing-to-follow';

/** At most so many things in one asking; a page names a handful. */
const thingsAtOnce = 20;

/**
 * Writes to an address to ask whether it wants to follow these. Nothing is followed before a button behind the link in that
 * letter is pressed. The answer is the same whether the address follows something already, or has had enough letters today.
 */
export async function askToFollow(
  services: FollowServices,
  asked: Readonly<{ address: MailAddress; followed: readonly Followed[]; cadence: Cadence; visitor: string }>,
): Promise<Result<void, AskRefusal>> {
  const now = services.clock.now();
  const outcome = await decide<void, AskRefusal>(services.database, async (sql) => {
    const names = await namesOf(services, sql, asked.followed.slice(0, thingsAtOnce));
    if (names.length === 0) return refuse('nothing-to-follow');
    const allowed = await countAsking(sql, asked, now);
    if (allowed === 'visitor-asked-enough') return refuse('too-many-from-here');
    if (allowed === 'address-had-enough') return ok();

    const token = newToken();
    await sql
      .tables<FollowTables>()
      .insertInto('follow.request')
      .values({
        token_hash: tokenHash(token),
        email: asked.address,
        kinds: names.map(({ kind }) => kind),
        ids: names.map(({ id }) => id),
        cadence: asked.cadence,
        asked_at: now,
        ends_at: new Date(now.getTime() + confirmWithinMs),
        confirmed_at: null,
      })
      .execute();
    await post(
      sql,
      [confirmLetter(services, { to: asked.address, names, cadence: asked.cadence, token })],
      now,
    );
    return ok();
  });
  if (outcome.ok) services.posted();
  return outcome;
}

/**
 * Writes to an address with a link to everything it follows. An address that follows nothing gets no letter; whoever asks
 * is told the same.
 */
export async function askForList(
  services: FollowServices,
  asked: Readonly<{ address: MailAddress; visitor: string }>,
): Promise<Result<void, 'too-many-from-here'>> {
  const now = services.clock.now();
  const outcome = await decide<void, 'too-many-from-here'>(services.database, async (sql) => {
    const allowed = await countAsking(sql, asked, now);
    if (allowed === 'visitor-asked-enough') return refuse('too-many-from-here');
    const follows = await sql
      .tables<FollowTables>()
      .selectFrom('follow.following')
      .select('id')
      .where('email', '=', asked.address)
      .limit(1)
      .executeTakeFirst();
    if (allowed === 'address-had-enough' || follows === undefined) return ok();

    const token = newToken();
    await sql
      .tables<FollowTables>()
      .insertInto('follow.list_link')
      .values({
        token_hash: tokenHash(token),
        email: asked.address,
        ends_at: new Date(now.getTime() + listOpenMs),
      })
      .execute();
    await post(sql, [listLetter(services, { to: asked.address, token })], now);
    return ok();
  });
  if (outcome.ok) services.posted();
  return outcome;
}
