import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from '#platform/db';
import { formatMoney, inTurn, pence, plural, type Result } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { type Entry, freshId, publicEntry } from '#platform/record';
import type { ImportFile, MonthsCovered } from '../../domain/import/import.ts';
import type { ImportReport } from '../../domain/import/report.ts';
import { monthsInWords, releaseId } from '../../domain/release/months-covered.ts';
import { releasePath, releasesPath, releasesPathOf } from '../../domain/release/release-path.ts';
import { type Dataset, publishedOf, type Release, standingReleases } from '../../domain/release/release.ts';
import { releasesFolder } from '../../store/folders.ts';
import { insertRelease, listReleases } from '../../store/releases.ts';
import { checkRows } from './check-rows.ts';
import { copyPublic } from './copy-public.ts';
import { putInPlace, sweep } from './whole-folders.ts';

/** Where the folder of a release is: under another name at first, then in its place. */
export type Place = { folder: string };

/** Publishing takes two connections and a good part of the machine: one at a time. */
const turn = inTurn(1);

/**
 * Copies what a reading made under another name and checks it to the penny, before anything is locked; then has `publish` put it
 * in its place. What was refused leaves nothing behind, and what was broken off is swept up an hour later.
 */
export function publishing<Refusal>(
  services: ServicesWithFiles,
  { from, report }: Readonly<{ from: string; report: ImportReport }>,
  publish: (place: Place) => Promise<Result<string, Refusal>>,
): Promise<Result<string, Refusal>> {
  return turn(async () => {
    const { published, clock } = services;
    const releases = releasesFolder(published.folder);
    const place: Place = { folder: join(releases, `new.${freshId(clock)}`) };
    await copyPublic(from, place.folder, report);
    await checkRows(published, place.folder, report);
    const done = await publish(place);
    const isOwn = done.ok && place.folder === join(releases, done.value);
    if (!isOwn) await rm(place.folder, { recursive: true, force: true });
    await sweepReleases(services);
    return done;
  });
}

type Made = Readonly<{
  bodyId: string;
  dataset: Dataset;
  files: readonly ImportFile[];
  report: ImportReport;
  period: MonthsCovered;
  /** Never used twice. */
  mark: string;
}> &
  Pick<Release, 'supersedes' | 'preparedBy' | 'approvedBy' | 'publishedAt' | 'source' | 'isIllustrative'>;

/** The end of an id that is never given twice. */
export const markOf = (id: string): string => id.slice(-8);

/** Puts the folder of a release in its place and keeps it. `standing`: what counts once the act is committed. */
export async function putRelease(
  sql: Sql,
  services: ServicesWithFiles,
  place: Place,
  { bodyId, dataset, files, report, period, mark, ...made }: Made,
): Promise<Readonly<{ release: Release; standing: readonly Release[] }>> {
  const all = await listReleases(sql);
  const earlier = all.filter(
    (each) =>
      each.bodyId === bodyId &&
      each.dataset === dataset &&
      each.periodFrom === period.from &&
      each.periodTo === period.to,
  );
  const version = Math.max(0, ...earlier.map((each) => each.version)) + 1;
  const release: Release = {
    id: releaseId({ bodyId, dataset, version, mark }, period),
    bodyId,
    dataset,
    version,
    periodFrom: period.from,
    periodTo: period.to,
    rows: BigInt(report.rowsUnderstood),
    pence: pence(report.penceUnderstood),
    rowsSetAside: BigInt(report.rowsSetAside),
    penceSetAside: pence(report.penceSetAside),
    files,
    withdrawn: undefined,
    ...made,
  };
  const folder = join(releasesFolder(services.published.folder), release.id);
  // The work of an act may be done twice; the folder is then where the first time put it.
  await putInPlace(place.folder, folder);
  place.folder = folder;
  await insertRelease(sql, release, publishedOf(report));
  return { release, standing: standingReleases([release, ...all]) };
}

/** What the record keeps of a release: what it holds and the checksums of the files it was made of. */
export function publishedEntry(release: Release): Entry {
  const { id, bodyId, dataset, rows, pence: amount, rowsSetAside, penceSetAside, files } = release;
  const {
    supersedes,
    version,
    periodFrom: from,
    periodTo: to,
    preparedBy,
    approvedBy,
    isIllustrative,
  } = release;
  return publicEntry({
    act: 'open-books.release.published',
    subject: releasePath(id),
    summary: `${plural(Number(rows), 'payment')} of ${monthsInWords({ from, to })} published, ${formatMoney(amount)}${isIllustrative ? ' (made up)' : ''}`,
    facts: {
      dataset,
      version,
      from,
      to,
      rows: Number(rows),
      pence: Number(amount),
      rowsSetAside: Number(rowsSetAside),
      penceSetAside: Number(penceSetAside),
      supersedes: [...supersedes],
      files: files.map(({ filename, sha256, bytes }) => ({ filename, sha256, bytes })),
      preparedBy,
      approvedBy,
      isIllustrative,
    },
    about: {
      bodies: [bodyId],
      things: [...supersedes.map(releasePath), releasesPath, releasesPathOf(bodyId)],
    },
  });
}

/** Folders of releases that no act came to an end with. */
async function sweepReleases({ database, published, clock }: ServicesWithFiles): Promise<void> {
  const known = async () => new Set((await listReleases(database)).map(({ id }) => id));
  await sweep(releasesFolder(published.folder), known, clock.now());
}
