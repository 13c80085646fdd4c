import type { Dataset as Download } from '#platform/http';
import type { Sql } from '#platform/db';
import { type IsoDate, lastMomentOf } from '#platform/kernel';
import { bodiesOn } from '#modules/register';
import { monthsInWords } from '../../domain/release/months-covered.ts';
import {
  datasets,
  type PublishedReport,
  type Release,
  type ReleaseStanding,
  releaseStanding,
} from '../../domain/release/release.ts';
import { listReleases, publishedReport } from '../../store/releases.ts';

/** A release with where it stands among those of its body. */
export type ReleaseShown = Release & Readonly<{ bodyName: string; standing: ReleaseStanding }>;

/** Every release published by the end of a day, as it stood then, those published last first. */
export async function releasesOn(sql: Sql, on: IsoDate, bodyId?: string): Promise<readonly ReleaseShown[]> {
  const all = await listReleases(sql, {
    publishedBy: lastMomentOf(on),
    ...(bodyId === undefined ? {} : { bodyId }),
  });
  const bodies = new Map((await bodiesOn(sql, { on })).map(({ id, name }) => [id, name]));
  return all.map((release) => ({
    ...release,
    bodyName: bodies.get(release.bodyId) ?? release.bodyId,
    standing: releaseStanding(release, all),
  }));
}

/** One release with the public part of its check; undefined where none of this id was published by then. */
export async function releaseOn(
  sql: Sql,
  id: string,
  on: IsoDate,
): Promise<Readonly<{ release: ReleaseShown; report: PublishedReport }> | undefined> {
  const release = (await releasesOn(sql, on)).find((each) => each.id === id);
  const report = release === undefined ? undefined : await publishedReport(sql, id);
  return release === undefined || report === undefined ? undefined : { release, report };
}

/** The list of releases to take away. */
export const releasesDataset = (releases: readonly ReleaseShown[]): Download => ({
  name: 'spending-releases',
  source: 'Releases of payments, as published by each body',
  columns: [
    { key: 'release', title: 'Release' },
    { key: 'body', title: 'Body' },
    { key: 'dataset', title: 'Holds' },
    { key: 'from', title: 'From' },
    { key: 'to', title: 'To' },
    { key: 'version', title: 'Version' },
    { key: 'payments', title: 'Payments' },
    { key: 'pence', title: 'Pence' },
    { key: 'setAside', title: 'Rows set aside' },
    { key: 'penceSetAside', title: 'Pence set aside' },
    { key: 'standing', title: 'Standing' },
    { key: 'reason', title: 'Withdrawn because' },
    { key: 'publishedAt', title: 'Published' },
    { key: 'preparedBy', title: 'Prepared by' },
    { key: 'approvedBy', title: 'Approved by' },
    { key: 'illustrative', title: 'Illustrative' },
    { key: 'source', title: 'Source' },
  ],
  rows: releases.map((release) => ({
    release: release.id,
    body: release.bodyName,
    dataset: datasets[release.dataset],
    from: release.periodFrom,
    to: release.periodTo,
    version: release.version,
    payments: release.rows,
    pence: release.pence,
    setAside: release.rowsSetAside,
    penceSetAside: release.penceSetAside,
    standing: release.standing.is,
    reason: release.withdrawn?.reason ?? null,
    publishedAt: release.publishedAt.toISOString(),
    preparedBy: release.preparedBy,
    approvedBy: release.approvedBy,
    illustrative: release.isIllustrative,
    source: release.source,
  })),
});

/** `Maidstone Borough Council, July 2026`. */
export const releaseName = ({ bodyName, periodFrom, periodTo }: ReleaseShown): string =>
  `${bodyName}, ${monthsInWords({ from: periodFrom, to: periodTo })}`;
