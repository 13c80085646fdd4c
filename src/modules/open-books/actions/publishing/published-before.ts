import type { ServicesWithFiles } from '#platform/module';
import type { Import } from '../../domain/import/import.ts';
import type { Finding, ImportReport } from '../../domain/import/report.ts';
import { standingReleases } from '../../domain/release/release.ts';
import { standingAlready } from '../../queries/publishing/against-published.ts';
import { foundBefore } from '../../queries/publishing/months-asked.ts';
import { listReleases } from '../../store/releases.ts';

/**
 * The payments of an import that stand in a release already, of whatever months; undefined where there are none. Whether they
 * would be counted twice depends on the months that are asked: `judgeMonths` says it.
 */
export async function publishedBefore(
  { database, published }: ServicesWithFiles,
  { bodyId, dataset }: Pick<Import, 'bodyId' | 'dataset'>,
  report: ImportReport,
  folder: string,
): Promise<Finding | undefined> {
  if (report.rowsUnderstood === 0) return undefined;
  const releases = standingReleases(await listReleases(database, { bodyId, dataset }));
  const found = await standingAlready(
    { published },
    { folder, tables: report.tables, releases, isOfSameMonths: false },
  );
  return foundBefore('published-before', report, found);
}
