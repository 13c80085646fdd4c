import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import type { Finding, ImportReport } from '../../domain/import/report.ts';
import type { Release } from '../../domain/release/release.ts';
import { standingAlready } from '../../queries/publishing/against-published.ts';
import { isLookedFor } from '../../queries/publishing/found-payments.ts';
import { lookInStaged } from '../../queries/publishing/look-in-staged.ts';
import { foundBefore } from '../../queries/publishing/months-asked.ts';
import { lookFor } from '../../store/staged/look-for.ts';
import { sumsByMonth } from '../../store/staged/month-of-rows.ts';
import { findingsOfTables } from '../reading/findings.ts';
import { namesOtherBody } from './names-other-body.ts';
import type { Place } from './put-release.ts';

/** What was found among the payments of each month, by its first day. */
export type FoundByMonth = ReadonlyMap<string, readonly Finding[]>;

/** Looks again for what the check of an import found among its payments, and tells it by their months. */
export async function foundByMonth(folder: string, report: ImportReport): Promise<FoundByMonth> {
  const byMonth = new Map<string, Finding[]>();
  await lookInStaged(folder, report, async (staged) => {
    for (const { kind, over } of report.findings) {
      if (!isLookedFor(kind)) continue;
      const sums = await lookFor(staged, kind, { thresholdPence: over?.amount ?? null }, (chosen) =>
        sumsByMonth(staged, chosen),
      );
      for (const { month, ...sum } of sums)
        byMonth.set(month, [
          ...(byMonth.get(month) ?? []),
          { kind, ...sum, ...(over && { over }), samples: [] },
        ]);
    }
  });
  return byMonth;
}

type OfMonth = Readonly<{
  bodyId: string;
  on: IsoDate;
  found: FoundByMonth;
  /** Releases whose place it takes, and the others that stand. */
  taken: readonly Release[];
  left: readonly Release[];
}>;

/** All that is found of one month, as if it had been brought by itself. */
export async function findingsOfMonth(
  sql: Sql,
  services: ServicesWithFiles,
  { folder, report, cut }: Place,
  { bodyId, on, found, taken, left }: OfMonth,
): Promise<readonly Finding[]> {
  const again = (releases: readonly Release[], isOfSameMonths: boolean) =>
    standingAlready(services, { folder, tables: report.tables, releases, isOfSameMonths });
  return [
    ...findingsOfTables(report.tables),
    await namesOtherBody(sql, bodyId, on, report),
    foundBefore('published-elsewhere', report, await again(left, false)),
    foundBefore('published-before', report, await again(taken, true)),
    ...(found.get(cut?.period.from ?? '') ?? []),
  ].flatMap((each) => each ?? []);
}
