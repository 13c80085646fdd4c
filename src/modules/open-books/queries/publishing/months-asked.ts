import type { Folders } from '#platform/analytics';
import type { Sql } from '#platform/db';
import type { Import, MonthsCovered } from '../../domain/import/import.ts';
import type { Finding, ImportReport } from '../../domain/import/report.ts';
import { placeAmong } from '../../domain/release/months-covered.ts';
import { type Release, standingReleases } from '../../domain/release/release.ts';
import { readingFolder } from '../../store/folders.ts';
import { whileItLies } from '../../store/while-it-lies.ts';
import { listReleases } from '../../store/releases.ts';
import { type StandingAlready, standingAlready } from './against-published.ts';
import { type OutsideMonths, outsideMonths } from './outside-months.ts';

/** What publishing an import as the payments of certain months would do to what is published. */
export type MonthsJudged = Readonly<{
  /** Releases whose place it takes, and those it could not, as it covers them in part only. */
  covered: readonly Release[];
  overlapped: readonly Release[];
  /** Releases that stand and go on doing so. */
  left: readonly Release[];
  /** Payments that would be counted twice: they stand in releases whose place is not taken. */
  twice: Finding | undefined;
  /** What else is found for these months: payments of the releases whose place is taken, and those dated outside them. */
  findings: readonly Finding[];
}>;

type Asked = Readonly<{
  brought: Import;
  period: MonthsCovered;
  /** Where each month is to be a release of its own: those that are. */
  months?: readonly MonthsCovered[] | undefined;
}>;

/** Judges the months that are asked, by what stands now. */
export async function judgeMonths(
  sql: Sql,
  folders: Pick<Folders, 'published' | 'privateFolder'>,
  { brought, period, months = [period] }: Asked,
): Promise<MonthsJudged> {
  const { id: importId, bodyId, dataset, reading } = brought;
  const standing = standingReleases(await listReleases(sql, { bodyId, dataset }));
  const { covered, overlapped } = placeAmong(months, standing);
  const folder = readingFolder(folders.privateFolder, { bodyId, importId }, reading.number);
  const { report } = reading;
  const left = standing.filter((release) => !covered.includes(release));
  const none = { covered, overlapped, left, twice: undefined, findings: [] };
  if (report === undefined || report.rowsUnderstood === 0) return none;
  const found = await whileItLies(folder, async () => ({
    twice: await standingAlready(folders, {
      folder,
      tables: report.tables,
      releases: left,
      isOfSameMonths: false,
    }),
    before: await standingAlready(folders, {
      folder,
      tables: report.tables,
      releases: covered,
      isOfSameMonths: true,
    }),
    outside: await outsideMonths(folders, brought, period),
  }));
  if (found === undefined) return none;
  const { twice, before, outside } = found;
  return {
    covered,
    overlapped,
    left,
    twice: foundBefore('published-elsewhere', report, twice),
    findings: [foundBefore('published-before', report, before), foundOutside(outside)].flatMap(
      (each) => each ?? [],
    ),
  };
}

/** The findings of a report for the months that are asked: what the reading could only say of the file’s own days is said anew. */
export const findingsFor = (
  { findings }: Pick<ImportReport, 'findings'>,
  { twice, findings: ofMonths }: Pick<MonthsJudged, 'twice' | 'findings'>,
): readonly Finding[] => [
  ...(twice === undefined ? [] : [twice]),
  ...ofMonths,
  ...findings.filter(({ kind }) => kind !== 'published-before'),
];

/** Payments that stand in releases already, as a finding with the file and line of each example. */
export function foundBefore(
  kind: Finding['kind'],
  { tables }: Pick<ImportReport, 'tables'>,
  found: StandingAlready | undefined,
): Finding | undefined {
  if (found === undefined) return undefined;
  const parts = new Map(
    tables.flatMap(({ file, parts: all }) => all.map((each) => [each.part, { ...each, file }])),
  );
  const samples = found.samples.map(({ part, place, line, says }) => {
    const of = parts.get(part);
    return { file: of?.file ?? 0, line: line ?? (of?.firstLine ?? 0) + place, says };
  });
  return { kind, rows: found.rows, pence: found.pence, samples };
}

const foundOutside = (outside: OutsideMonths | undefined): Finding | undefined =>
  outside && { kind: 'outside-months', rows: outside.payments, pence: Number(outside.amount), samples: [] };
