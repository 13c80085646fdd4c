import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Sql } from '#platform/db';
import { formatMoney, inTurn, pence, plural, type Result } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { type Entry, freshId, publicEntry } from '#platform/record';
import type { ImportFile, MonthsCovered } from '../../domain/import/import.ts';
import type { ImportReport } from '../../domain/import/report.ts';
import { monthsInWords, releaseId } from '../../domain/release/months-covered.ts';
import { releasePath, releasesPath, releasesPathOf } from '../../domain/release/release-path.ts';
import { type Dataset, publishedOf, type Release, standingReleases } from '../../domain/release/release.ts';
import { isReadingShort } from '../../store/staged/whole-reading.ts';
import { releasesFolder } from '../../store/folders.ts';
import { insertRelease, listReleases } from '../../store/releases.ts';
import { checkRows } from './check-rows.ts';
import { copyPublic } from './copy-public.ts';
import { type CutMonth, cutByMonth } from './cut-by-month.ts';
import { putInPlace, sweep } from './whole-folders.ts';

/** What becomes a release: its folder, under another name at first, then in its place, and what it holds. */
export type Place = {
  folder: string;
  readonly report: ImportReport;
  /** Where it is one month of what was brought: that month, and which of the files it is of. */
  readonly cut?: Pick<CutMonth, 'period' | 'files'>;
};
export type Places = readonly [Place, ...Place[]];

/** Publishing takes two connections and a good part of the machine: one at a time. */
const turn = inTurn(1);

/**
 * Copies what a reading made under another name and checks it to the penny, before anything is locked; then has `publish` put it
 * in its place. Where months are given, each is a release of its own. What was refused leaves nothing behind, and what was broken off
 * is swept up an hour later.
 */
export function publishing<Refusal>(
  services: ServicesWithFiles,
  { from, report, months }: Copied,
  publish: (places: Places) => Promise<Result<string, Refusal>>,
): Promise<Result<string, Refusal>> {
  return turn(async () => {
    const { published, clock } = services;
    if (isReadingShort(from)) throw new Error(`${from} is not as it was made: nothing of it is published`);
    const releases = releasesFolder(published.folder);
    const newFolder = () => join(releases, `${notInPlace}${freshId(clock)}`);
    const whole: Place = { folder: newFolder(), report };
    await copyPublic(from, whole.folder, report);
    await checkRows(published, whole.folder, report);
    const places = months === undefined ? [whole] : await monthsOf(whole, months, newFolder);
    for (const { folder, report: own } of places) await checkRows(published, folder, own);
    const [first, ...others] = places;
    if (first === undefined) throw new Error(`${from} holds no payments of any month`);
    const done = await publish([first, ...others]);
    for (const { folder } of places)
      if (!done.ok || basename(folder).startsWith(notInPlace))
        await rm(folder, { recursive: true, force: true });
    await sweepReleases(services);
    return done;
  });
}

type Copied = Readonly<{
  from: string;
  report: ImportReport;
  months?: readonly MonthsCovered[] | undefined;
}>;

const notInPlace = 'new.';

async function monthsOf(
  whole: Place,
  months: readonly MonthsCovered[],
  newFolder: () => string,
): Promise<readonly Place[]> {
  const cuts = await cutByMonth(whole, newFolder);
  if (cuts.map(({ period }) => period.from).join() !== months.map(({ from }) => from).join())
    throw new Error(`${whole.folder} holds payments of other months than were approved`);
  await rm(whole.folder, { recursive: true, force: true });
  return cuts.map(({ folder, report, ...cut }) => ({ folder, report, cut }));
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
