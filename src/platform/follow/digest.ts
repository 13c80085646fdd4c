import { instantInLondon, type IsoDate, londonTime, time } from '#platform/kernel';
import type { Sql } from '#platform/db';
import { type EntryWithAbout, entriesFrom, recordSize } from '#platform/record';
import { isFollowed, lockReached, nothing, type Pass, postNews, setReached } from './alerts.ts';
import { digestLetter } from './letters/news-letter.ts';
import type { FollowServices } from './services.ts';
import { write } from './store.ts';
import { endingAllDaily, whoIsTold } from './tell.ts';

/** When daily letters are written, on London's clocks. */
const digestTime = time('07:00');
const entriesInRead = 1000;

/**
 * Writes the day's letters, once a day, after 7am in London: to each address one of everything done since the day before
 * and before 7am. Where the site did not run at 7am they are written when it does. The letters, the place reached and the day
 * are one transaction.
 */
export function tellDaily(services: FollowServices): Promise<Pass> {
  const now = londonTime(services.clock.now());
  const today = now.date;
  if (now.time < digestTime) return Promise.resolve(nothing);
  return write(services.database, async (sql) => {
    const reached = await lockReached(sql, 'daily');
    if (reached === undefined || (reached.day !== null && reached.day >= today)) return nothing;
    const size = await recordSize(sql);
    if (!(await isFollowed(sql, 'daily'))) {
      await setReached(sql, 'daily', { seq: BigInt(size), day: today });
      return nothing;
    }
    const { entries, next } = await doneBefore(sql, reached.seq, today);
    const told = await whoIsTold(services, sql, entries, 'daily');
    const all = await endingAllDaily(sql, told);
    const letters = await postNews(services, sql, all, (news, token) =>
      digestLetter(services, news, token, today),
    );
    await setReached(sql, 'daily', { seq: BigInt(next), day: today });
    return { letters, more: false };
  });
}

/** The public entries from a place on that were made before 7am of a day, and where the next digest goes on. */
async function doneBefore(
  sql: Sql,
  from: number,
  day: IsoDate,
): Promise<Readonly<{ entries: readonly EntryWithAbout[]; next: number }>> {
  const limit = instantInLondon({ date: day, time: digestTime }).toISOString();
  const entries: EntryWithAbout[] = [];
  for (let at = from; ;) {
    const read = await entriesFrom(sql, at, entriesInRead);
    const later = read.entries.find(({ entry }) => entry.at >= limit);
    entries.push(...read.entries.filter(({ entry }) => later === undefined || entry.seq < later.entry.seq));
    if (later !== undefined) return { entries, next: later.entry.seq };
    if (read.next === at) return { entries, next: at };
    at = read.next;
  }
}
