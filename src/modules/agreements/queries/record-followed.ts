import type { Database, Sql } from '#platform/db';
import { entriesFrom, type EntryWithAbout, recordSize } from '#platform/record';

/** What was done since it was asked last: public entries, the oldest first; `much` where it is more than anybody sorts through. */
export type DoneSince = 'much' | readonly EntryWithAbout[];

/** More entries than this at once, as after an import of old records, and everything is worked out anew. */
const entriesAtOnce = 500;

/**
 * Follows the record for whatever is kept in memory of it. Asked first it answers nothing: what is read afterwards is up to
 * date. Whoever keeps something asks before each answer, one question after the other.
 */
export function followRecord(): (sql: Sql) => Promise<DoneSince> {
  let next: number | undefined;
  return async (sql) => {
    if (next === undefined) {
      next = await recordSize(sql);
      return [];
    }
    const read = await entriesFrom(sql, next, entriesAtOnce);
    const isMuch = read.next - next >= entriesAtOnce;
    next = isMuch ? await recordSize(sql) : read.next;
    return isMuch ? 'much' : read.entries;
  };
}

/** The public acts since the record had so many entries. */
export async function publicActsSince(sql: Sql, entries: number): Promise<'much' | readonly string[]> {
  const read = await entriesFrom(sql, entries, entriesAtOnce);
  return read.next - entries >= entriesAtOnce ? 'much' : read.entries.map(({ entry }) => entry.act);
}

/** Whether an act may change readings, what they measure, who brings them, or what their areas and bodies are called. */
export const mayChangeReadings = (act: string): boolean =>
  [
    'agreements.readings.',
    'agreements.series.',
    'agreements.indicator',
    'agreements.framework.',
    'register.',
  ].some((start) => act.startsWith(start));

/**
 * Answers about readings that take long to work out, kept in memory until an act may have changed them; `most` of them,
 * those asked for last. What is asked is all words, and what is read is public.
 */
export function recordBook<Asked extends readonly string[], Answer>(
  most: number,
  workOut: (database: Database, ...asked: Asked) => Promise<Answer>,
): (database: Database, ...asked: Asked) => Promise<Answer> {
  const books = new WeakMap<Database, (asked: Asked) => Promise<Answer>>();
  const open = (database: Database) => {
    const kept = new Map<string, Answer>();
    const [doneSince, inTurn] = [followRecord(), oneAfterTheOther()];
    return (asked: Asked) =>
      inTurn(async () => {
        const done = await doneSince(database);
        if (done === 'much' || done.some(({ entry }) => mayChangeReadings(entry.act))) kept.clear();
        const key = asked.join(' ');
        const answer = kept.get(key) ?? (await workOut(database, ...asked));
        kept.delete(key);
        kept.set(key, answer);
        for (const oldest of kept.keys()) {
          if (kept.size <= most) break;
          kept.delete(oldest);
        }
        return answer;
      });
  };
  return (database, ...asked) => {
    const book = books.get(database) ?? open(database);
    books.set(database, book);
    return book(asked);
  };
}

/** Runs what it is given one after the other, so that nobody is answered from what another is still putting right. */
export function oneAfterTheOther(): <Answer>(work: () => Promise<Answer>) => Promise<Answer> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const working = last.then(work);
    last = working.catch(() => undefined);
    return working;
  };
}
