import { join } from 'node:path';
import { openAnalytics } from '#platform/analytics';
import type { ServicesWithFiles } from '#platform/module';
import type { Import } from '../../domain/import/import.ts';
import type { Finding, ImportReport } from '../../domain/import/report.ts';
import { placeAmong, monthsAround } from '../../domain/release/months-covered.ts';
import { standingReleases } from '../../domain/release/release.ts';
import { listReleases } from '../../store/releases.ts';
import { releasesFolder } from '../../store/folders.ts';

/** Every column that is compared, where a file has it or not. */
const columns = `SELECT NULL::DATE AS paid, NULL::VARCHAR AS supplier, NULL::BIGINT AS pence,
  NULL::VARCHAR AS transaction, NULL::VARCHAR AS invoice WHERE false`;

/** How often each payment stands in files: the same day, payee, amount and references are the same payment. */
const counted = (files: string): string =>
  `SELECT hash(paid, supplier, transaction, invoice) AS same, pence, count(*) AS times
   FROM (${columns} UNION ALL BY NAME SELECT * FROM read_parquet(${files}, union_by_name = true))
   WHERE pence IS NOT NULL GROUP BY ALL`;

const rowsOf = (folder: string): string => join(folder, 'rows-*.parquet');

/**
 * The payments of an import that stand in a release of the same days already, each as often as it stands there; undefined where
 * there are none.
 */
export async function publishedBefore(
  { database, published }: ServicesWithFiles,
  { bodyId, dataset }: Pick<Import, 'bodyId' | 'dataset'>,
  { periodFrom, periodTo, rowsUnderstood }: ImportReport,
  folder: string,
): Promise<Finding | undefined> {
  if (periodFrom === null || periodTo === null || rowsUnderstood === 0) return undefined;
  const releases = await listReleases(database, { bodyId, dataset });
  const { covered, overlapped } = placeAmong(monthsAround(periodFrom, periodTo), standingReleases(releases));
  const places = [...covered, ...overlapped].map(({ id }) => join(releasesFolder(published.folder), id));
  if (places.length === 0) return undefined;
  const analytics = await openAnalytics({ folder, alsoFolders: places, atOnce: 1 });
  try {
    const [found] = await analytics.ask<{ payments: bigint; pence: bigint }>(
      `SELECT coalesce(sum(least(new.times, old.times)), 0)::BIGINT AS payments,
         coalesce(sum(least(new.times, old.times) * new.pence), 0)::BIGINT AS pence
       FROM (${counted('$1')}) AS new JOIN (${counted('string_split($2, chr(10))')}) AS old USING (same, pence)`,
      [rowsOf(folder), places.map(rowsOf).join('\n')],
    );
    const rows = Number(found?.payments ?? 0n);
    return rows === 0
      ? undefined
      : { kind: 'published-before', rows, pence: Number(found?.pence ?? 0n), samples: [] };
  } finally {
    analytics.close();
  }
}
