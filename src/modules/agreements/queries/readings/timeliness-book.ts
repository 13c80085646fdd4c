import type { Database } from '#platform/db';
import type { FinancialYear, IsoDate } from '#platform/kernel';
import { followRecord, mayChangeReadings, oneAfterTheOther } from '../record-followed.ts';
import { type BodyTimeliness, countTimeliness } from './timeliness.ts';

/**
 * Every body that brings readings, in the order of their names: it ranks nobody. Counted once for each year and day, and
 * again when an act may have changed it.
 */
export function timelinessOfAll(
  database: Database,
  year: FinancialYear,
  on: IsoDate,
): Promise<readonly BodyTimeliness[]> {
  const book = books.get(database) ?? openTimelinessBook(database);
  books.set(database, book);
  return book(year, on);
}

type TimelinessBook = (year: FinancialYear, on: IsoDate) => Promise<readonly BodyTimeliness[]>;
const books = new WeakMap<Database, TimelinessBook>();

/** This year and the last, today and a few other days. */
const countsKept = 12;

function openTimelinessBook(database: Database): TimelinessBook {
  const kept = new Map<string, readonly BodyTimeliness[]>();
  const [doneSince, inTurn] = [followRecord(), oneAfterTheOther()];
  return (year, on) =>
    inTurn(async () => {
      const done = await doneSince(database);
      if (done === 'much' || done.some(({ entry }) => mayChangeReadings(entry.act))) kept.clear();
      const key = `${year} ${on}`;
      const counts = kept.get(key) ?? (await countTimeliness(database, year, on));
      kept.delete(key);
      kept.set(key, counts);
      for (const oldest of kept.keys()) {
        if (kept.size <= countsKept) break;
        kept.delete(oldest);
      }
      return counts;
    });
}
