import type { IsoDate, Money } from '#platform/kernel';
import type { ImportReport } from '../import/report.ts';

/** What the Code asks a body to publish, as far as it is payments. */
export const datasets = {
  spending: 'Payments to suppliers',
  'procurement-card': 'Payments by procurement card',
} as const;
export type Dataset = keyof typeof datasets;

/** Payments that a body published together, whole and unchangeable. */
export type Release = Readonly<{
  id: string;
  bodyId: string;
  dataset: Dataset;
  version: number;
  periodFrom: IsoDate;
  periodTo: IsoDate;
  /** The releases whose place it takes: all that stood for days of its period. */
  supersedes: readonly string[];
  rows: bigint;
  pence: Money;
  rowsSetAside: bigint;
  penceSetAside: Money;
  files: readonly ReleaseFile[];
  source: string;
  isIllustrative: boolean;
  preparedBy: string;
  approvedBy: string;
  publishedAt: Date;
  withdrawn: Readonly<{ reason: string; byOffice: string; at: Date }> | undefined;
}>;

/** A file that a release was made of. The place in the list is the `file` of its rows. */
export type ReleaseFile = Readonly<{ filename: string; sha256: string; bytes: number }>;

/** Whether a release was made of these files and of no others. */
export const madeOf = (
  made: readonly Pick<ReleaseFile, 'sha256'>[],
  files: readonly Pick<ReleaseFile, 'sha256'>[],
): boolean => made.every(({ sha256 }) => files.some((file) => file.sha256 === sha256));

/** What everybody may read of the check of a release: the same without texts of rows that were set aside. */
export type PublishedReport = Omit<ImportReport, 'findings'> &
  Readonly<{ findings: readonly Omit<ImportReport['findings'][number], 'samples'>[] }>;

/** The report as everybody may read it: without texts of rows, and without what may be personal, which is for officers to look at. */
export const publishedOf = (report: ImportReport): PublishedReport => ({
  ...report,
  tables: report.tables.map((table) => ({ ...table, bodiesNamed: [] })),
  findings: report.findings
    .filter(({ kind }) => kind !== 'looks-personal' && kind !== 'purpose-personal')
    .map(({ kind, rows, pence: amount, over }) => ({ kind, rows, pence: amount, ...(over && { over }) })),
});

/** Where a release stands: it counts, another took its place, or it was withdrawn. A withdrawn one brings back none before it. */
export type ReleaseStanding =
  | Readonly<{ is: 'standing' }>
  | Readonly<{ is: 'superseded'; by: string }>
  | Readonly<{ is: 'withdrawn'; reason: string }>;

/** How a release stands among all those of its body that were published by then. */
export function releaseStanding(release: Release, all: readonly Release[]): ReleaseStanding {
  const successor = all.find(({ supersedes }) => supersedes.includes(release.id));
  if (release.withdrawn !== undefined) return { is: 'withdrawn', reason: release.withdrawn.reason };
  return successor === undefined ? { is: 'standing' } : { is: 'superseded', by: successor.id };
}

/** The releases that count together: no two of a body and dataset speak of the same day. */
export const standingReleases = (all: readonly Release[]): readonly Release[] =>
  all.filter((release) => releaseStanding(release, all).is === 'standing');
