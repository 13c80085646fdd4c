import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, formatMoney, ok, pence, plural, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, ServicesWithFiles, Stale } from '#platform/module';
import { act, type ActOptions, type Entry, freshId, publicEntry } from '#platform/record';
import type { Import, MonthsCovered, Officer } from '../../domain/import/import.ts';
import type { ImportReport } from '../../domain/import/report.ts';
import { type ImportStanding, importStanding, isSomebodyElse } from '../../domain/import/standing.ts';
import { monthsInWords, releaseId } from '../../domain/release/months-covered.ts';
import { releasePath } from '../../domain/release/release-path.ts';
import type { PublishedReport, Release } from '../../domain/release/release.ts';
import { mayApproveSpending } from '../../permissions.ts';
import { findImport, insertImportOutcome } from '../../store/imports.ts';
import { insertRelease, listReleases } from '../../store/releases.ts';
import { type Overlaps, placeOf } from './ask-publication.ts';
import { readingFolder, releasesFolder } from '../../store/folders.ts';
import { copyFlushed, putInPlace, sweep } from './whole-folders.ts';
import { officerOf, spendingSubject } from './officers.ts';
import { checkRows } from './check-rows.ts';
import type { ImportNamed } from './run-reading.ts';

export type ApproveRefusal =
  | CommonRefusal
  | 'no-such-import'
  | 'own-import'
  | Overlaps
  | Stale<ImportStanding>;

/**
 * Publishes the payments of an import as a release, which takes the place of every release of the same days. The folder of its rows is
 * written and checked to the penny beforehand and put in its place before the act is committed: whatever stops the machine, the
 * releases that stood before stand, or this one does, whole. Of two who approve at once one wins.
 */
export async function approveImport(
  services: ServicesWithFiles,
  actor: Actor | undefined,
  { bodyId, importId }: ImportNamed,
  options: ActOptions = {},
): Promise<Result<string, ApproveRefusal>> {
  const allowed = may(actor, mayApproveSpending, bodyId);
  if (!allowed.ok) return allowed;
  const by = officerOf(allowed.value);
  const { database, clock, published } = services;
  const releases = releasesFolder(published.folder);

  const before = await database.as({ bodyId }, (sql) =>
    mayApprove(sql, { bodyId, importId }, by, clock.now()),
  );
  if (!before.ok) {
    // The same form sent again is answered as it was the first time; only then is it too late.
    return act<string, ApproveRefusal>(services, allowed.value, options, async () => before);
  }
  let place = await prepare(services, before.value);
  const done = await act<string, ApproveRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, spendingSubject(bodyId));
    const checked = await mayApprove(sql, { bodyId, importId }, by, clock.now());
    if (!checked.ok) return checked;
    const { brought, report, period, askedBy } = checked.value;
    if (brought.reading.number !== before.value.brought.reading.number)
      return refuse({ stale: importStanding(brought, clock.now()) });
    const { covered, overlapped } = await placeOf(sql, { bodyId, dataset: brought.dataset, period });
    if (overlapped.length > 0) return refuse({ overlaps: overlapped });
    const release = await releaseOf(sql, {
      brought,
      report,
      period,
      supersedes: covered.map(({ id }) => id),
      preparedBy: askedBy,
      approvedBy: by.office,
      publishedAt: clock.now(),
      source: `${allowed.value.bodyName}, from its own ledger`,
      isIllustrative: false,
    });
    // The work of an act may be done twice; the folder is then where the first time put it.
    await putInPlace(place, join(releases, release.id));
    place = join(releases, release.id);
    await insertRelease(sql, release, publishedOf(report));
    await insertImportOutcome(sql, brought, {
      outcome: 'approved',
      reading: brought.reading.number,
      period: undefined,
      says: '',
      by,
      at: clock.now(),
    });
    return ok({ value: release.id, entry: publishedEntry(release) });
  });
  const isOwn = done.ok && place === join(releases, done.value);
  if (!isOwn) await rm(place, { recursive: true, force: true });
  await sweepReleases(services);
  return done;
}

type Approvable = Readonly<{ brought: Import; report: ImportReport; period: MonthsCovered; askedBy: string }>;

/** The import while it waits, for whoever is somebody else than those who brought it and asked. */
async function mayApprove(
  sql: Sql,
  { bodyId, importId }: ImportNamed,
  by: Officer,
  now: Date,
): Promise<Result<Approvable, 'no-such-import' | 'own-import' | Stale<ImportStanding>>> {
  const brought = await findImport(sql, { bodyId, id: importId });
  if (brought === undefined) return refuse('no-such-import');
  const standing = importStanding(brought, now);
  const { report } = brought.reading;
  if (standing.is !== 'asked' || report === undefined) return refuse({ stale: standing });
  if (!isSomebodyElse([brought.broughtBy, standing.by], by)) return refuse('own-import');
  return ok({ brought, report, period: standing.period, askedBy: standing.by.office });
}

/** Copies the rows under another name and checks them: what takes long is done before anything is locked. */
async function prepare(
  { published, privateFolder, clock }: ServicesWithFiles,
  { brought, report }: Approvable,
): Promise<string> {
  const { id: importId, bodyId, reading } = brought;
  const place = join(releasesFolder(published.folder), `new.${freshId(clock)}`);
  const from = readingFolder(privateFolder, { bodyId, importId }, reading.number);
  await copyFlushed(from, place, (name) => /^(?:rows|raw)-\d+\.parquet$/.test(name));
  await checkRows(published, place, report);
  return place;
}

type ReleaseMade = Readonly<{ brought: Import; report: ImportReport; period: MonthsCovered }> &
  Pick<Release, 'supersedes' | 'preparedBy' | 'approvedBy' | 'publishedAt' | 'source' | 'isIllustrative'>;

/** The release that is made of an import, with the next version of its days. */
export async function releaseOf(
  sql: Sql,
  { brought, report, period, ...made }: ReleaseMade,
): Promise<Omit<Release, 'withdrawn'>> {
  const { bodyId, dataset, files } = brought;
  const earlier = (await listReleases(sql, { bodyId, dataset })).filter(
    ({ periodFrom, periodTo }) => periodFrom === period.from && periodTo === period.to,
  );
  const version = Math.max(0, ...earlier.map((each) => each.version)) + 1;
  return {
    id: releaseId({ bodyId, dataset, version }, period),
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
    ...made,
  };
}

/** The report as everybody may read it: without texts of rows. */
export const publishedOf = (report: ImportReport): PublishedReport => ({
  ...report,
  findings: report.findings.map(({ kind, rows, pence: amount }) => ({ kind, rows, pence: amount })),
});

/** What the record keeps of a release: what it holds and the checksums of the files it was made of. */
export function publishedEntry(release: Omit<Release, 'withdrawn'>): Entry {
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
    about: { bodies: [bodyId], things: supersedes.map(releasePath) },
  });
}

/** Folders of releases that no act came to an end with. */
async function sweepReleases({ database, published, clock }: ServicesWithFiles): Promise<void> {
  const known = async () => new Set((await listReleases(database)).map(({ id }) => id));
  await sweep(releasesFolder(published.folder), known, clock.now());
}
