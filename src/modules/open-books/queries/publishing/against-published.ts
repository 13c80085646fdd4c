import { join } from 'node:path';
import { type Folders, openAnalytics } from '#platform/analytics';
import type { ImportReport } from '../../domain/import/report.ts';
import type { Release } from '../../domain/release/release.ts';
import { releasesFolder } from '../../store/folders.ts';
import { openRows, partsOf } from '../../store/staged/rows-of-parts.ts';

/** Payments that stand in releases already: how many, what they come to, and a few of them by their part and place. */
export type StandingAlready = Readonly<{
  rows: number;
  pence: number;
  samples: readonly Readonly<{ part: number; place: number; line: number | null; says: string }>[];
}>;

type Against = Readonly<{
  /** The staged payments: their folder, and the tables that a report tells of. */
  folder: string;
  tables: ImportReport['tables'];
  releases: readonly Pick<Release, 'id'>[];
  /** Whether what has neither a day nor a reference is compared too: that is sound among payments of the same months alone. */
  isOfSameMonths: boolean;
  /** Which of them are shown: so many, after so many; the first few where it is left out. */
  shown?: Readonly<{ most: number; after: number }>;
}>;

/** Every column that is compared, where a file has it or not. */
const columns = `SELECT NULL::DATE AS paid, NULL::VARCHAR AS supplier, NULL::VARCHAR AS payee, NULL::BIGINT AS pence,
  NULL::VARCHAR AS transaction, NULL::VARCHAR AS invoice, NULL::INTEGER AS line WHERE false`;

/** By what a payment is known again: who was paid, by the references that its ledger gave it, and its day where it has one. */
const known = 'coalesce(payee, lower(trim(supplier))), transaction, invoice';
const payments = (rows: string): string =>
  `SELECT *, hash(${known}) AS undated, hash(paid, ${known}) AS dated
   FROM (${columns} UNION ALL BY NAME FROM ${rows}) WHERE pence IS NOT NULL`;
const counted = (by: 'dated' | 'undated'): string =>
  `SELECT ${by} AS same, pence, count(*) AS times FROM old GROUP BY ALL`;
/** The first so many times that a payment stands there it is published already; any more often it is new. */
const timesOf = (by: 'dated' | 'undated', where: string): string =>
  `SELECT *, row_number() OVER (PARTITION BY ${by}, pence ORDER BY part, place) AS time, ${by} AS same
   FROM new WHERE ${where} AND ${by} IN (SELECT ${by} FROM old)`;

const samplesShown = 5;
const rowsOf = (folder: string): string => join(folder, 'rows-*.parquet');

/**
 * The staged payments that stand in these releases already, each as often as it stands there. The same day, payee, amount and
 * references are the same payment; of what has no day the payee, amount and references are. Undefined where there are none.
 */
export async function standingAlready(
  { published }: Pick<Folders, 'published'>,
  { folder, tables, releases, isOfSameMonths, shown = { most: samplesShown, after: 0 } }: Against,
): Promise<StandingAlready | undefined> {
  if (releases.length === 0) return undefined;
  const places = releases.map(({ id }) => join(releasesFolder(published.folder), id));
  const analytics = await openAnalytics({ folder, alsoFolders: places, atOnce: 1, secondsEach: 120 });
  const undated = isOfSameMonths ? 'true' : '(transaction IS NOT NULL OR invoice IS NOT NULL)';
  try {
    const found = await analytics.ask<Found>(
      `WITH old AS MATERIALIZED (${payments('read_parquet(string_split($1, chr(10)), union_by_name = true)')}),
       new AS MATERIALIZED (${payments(await openRows(analytics, folder, partsOf(tables)))}),
       again AS (
         SELECT one.* FROM (${timesOf('dated', 'paid IS NOT NULL')}) AS one JOIN (${counted('dated')}) AS other
           ON one.same = other.same AND one.pence = other.pence WHERE one.time <= other.times
         UNION ALL
         SELECT one.* FROM (${timesOf('undated', `paid IS NULL AND ${undated}`)}) AS one JOIN (${counted('undated')}) AS other
           ON one.same = other.same AND one.pence = other.pence WHERE one.time <= other.times
       )
       SELECT count(*) OVER () AS rows, (sum(pence) OVER ())::BIGINT AS sum, part, place, line, paid, supplier, pence
       FROM again ORDER BY part, place LIMIT ${Math.trunc(shown.most)} OFFSET ${Math.trunc(shown.after)}`,
      [places.map(rowsOf).join('\n')],
    );
    const [first] = found;
    if (first === undefined) return undefined;
    return {
      rows: Number(first.rows),
      pence: Number(first.sum),
      samples: found.map(({ part, place, line, paid, supplier, pence }) => ({
        part,
        place: Number(place),
        line,
        says: [paid, supplier, `£${(Number(pence) / 100).toFixed(2)}`]
          .filter((each) => each !== null)
          .join(' · '),
      })),
    };
  } finally {
    analytics.close();
  }
}

type Found = Readonly<{
  rows: bigint;
  sum: bigint;
  part: number;
  place: bigint;
  line: number | null;
  paid: string | null;
  supplier: string | null;
  pence: bigint;
}>;
