import type { Sql } from '#platform/db';
import type { Import, MonthsCovered } from '../../domain/import/import.ts';
import type { Publication } from '../../domain/import/publication.ts';
import { type ImportStanding, importStanding } from '../../domain/import/standing.ts';
import { monthsAround, placeAmong } from '../../domain/release/months-covered.ts';
import { madeOf, type Release, standingReleases } from '../../domain/release/release.ts';
import { findImport, listImports } from '../../store/imports.ts';
import { lastPublication } from '../../store/publications.ts';
import { listReleases } from '../../store/releases.ts';

/** An import with where it is. */
export type ImportShown = Import & Readonly<{ standing: ImportStanding; bytes: number }>;

const shown = (brought: Import, now: Date): ImportShown => ({
  ...brought,
  standing: importStanding(brought, now),
  bytes: brought.files.reduce((sum, { bytes }) => sum + bytes, 0),
});

/** A body’s imports, those brought last first. */
export const importLines = async (sql: Sql, bodyId: string, now: Date): Promise<readonly ImportShown[]> =>
  (await listImports(sql, { bodyId })).map((each) => shown(each, now));

/**
 * Other imports of its payments’ months that are not decided: if both are published by themselves, the later one takes the place of
 * the earlier.
 */
export async function othersOfItsMonths(
  sql: Sql,
  brought: ImportShown,
  now: Date,
): Promise<readonly ImportShown[]> {
  const own = monthsOf(brought);
  if (own === undefined) return [];
  return (await importLines(sql, brought.bodyId, now)).filter((other) => {
    const months = monthsOf(other);
    if (other.id === brought.id || other.dataset !== brought.dataset || months === undefined) return false;
    const isOpen = ['read', 'asked', 'returned', 'in-doubt'].includes(other.standing.is);
    return isOpen && months.from <= own.to && own.from <= months.to;
  });
}

/** The months that its publication is asked for, or those of the days of its payments; undefined where they have none. */
export function monthsOf({ standing, reading: { report } }: ImportShown): MonthsCovered | undefined {
  if (standing.is === 'asked') return standing.period;
  if (report === undefined || report.periodFrom === null || report.periodTo === null) return undefined;
  return monthsAround(report.periodFrom, report.periodTo);
}

/** One import with what its publication would do to the releases of its days. */
export type ImportWithPlace = Readonly<{
  brought: ImportShown;
  /** Releases whose place it would take, and those it could not, as it covers them in part only. */
  covered: readonly Release[];
  overlapped: readonly Release[];
  /** What was made of it: several where each month is one. */
  releases: readonly Release[];
  /** Its last approval, and how far what was approved is published. */
  publication: Publication | undefined;
}>;

/** One import of a body; undefined where it has none of this id. */
export async function importShown(
  sql: Sql,
  asked: Readonly<{ bodyId: string; id: string }>,
  now: Date,
): Promise<ImportWithPlace | undefined> {
  const found = await findImport(sql, asked);
  if (found === undefined) return undefined;
  const brought = shown(found, now);
  const { standing, dataset, bodyId } = brought;
  const releases = await listReleases(sql, { bodyId, dataset });
  const period = monthsOf(brought);
  const place =
    period === undefined ? { covered: [], overlapped: [] } : placeAmong([period], standingReleases(releases));
  const made =
    standing.is === 'approved'
      ? releases
          .filter(
            ({ publishedAt, files }) =>
              publishedAt.getTime() === standing.at.getTime() && madeOf(files, brought.files),
          )
          .toSorted((one, other) => (one.periodFrom < other.periodFrom ? -1 : 1))
      : [];
  const last = await lastPublication(sql, asked.id);
  // What came of an approval says nothing once somebody has said something of the import again.
  const since = brought.outcomes.slice(last?.outcomes);
  const isLatest = since.every(({ outcome }) => outcome === 'approved');
  return { brought, ...place, releases: made, publication: isLatest ? last : undefined };
}
