import type { Folders } from '#platform/analytics';
import type { Sql } from '#platform/db';
import type { MonthsCovered } from '../../domain/import/import.ts';
import { type Finding, type ImportReport, inOrder } from '../../domain/import/report.ts';
import { placeAmong } from '../../domain/release/months-covered.ts';
import { standingReleases } from '../../domain/release/release.ts';
import { readingFolder } from '../../store/folders.ts';
import { whileItLies } from '../../store/while-it-lies.ts';
import { listReleases } from '../../store/releases.ts';
import { standingAlready } from './against-published.ts';
import { type FoundLine, foundPayments, isLookedFor, type ListPage } from './found-payments.ts';
import type { ImportShown } from './imports.ts';
import { findingsFor, foundBefore, judgeMonths } from './months-asked.ts';

export type FoundList = Readonly<{ finding: Finding; lines: readonly FoundLine[]; inAll: number }>;

type FoldersRead = Pick<Folders, 'published' | 'privateFolder'>;
type Asked = Readonly<{ brought: ImportShown; kind: Finding['kind']; page: ListPage }>;
type Looked = Asked &
  Readonly<{ report: ImportReport; finding: Finding; period: MonthsCovered | undefined; folder: string }>;

/** All lines of one finding of an import, page by page. Undefined where nothing of the kind was found. Private to its body. */
export async function foundList(
  sql: Sql,
  folders: FoldersRead,
  asked: Asked,
): Promise<FoundList | undefined> {
  const { brought, kind, page } = asked;
  const { id: importId, bodyId, standing, reading } = brought;
  const { report } = reading;
  if (report === undefined) return undefined;
  const period = standing.is === 'asked' ? standing.period : undefined;
  const findings =
    period === undefined
      ? report.findings
      : inOrder(findingsFor(report, await judgeMonths(sql, folders, { brought, period })));
  const finding = findings.find((each) => each.kind === kind);
  if (finding === undefined) return undefined;
  const folder = readingFolder(folders.privateFolder, { importId, bodyId }, reading.number);
  const listed = await whileItLies(folder, async () => {
    if (isLookedFor(kind)) {
      const lookAsked = { thresholdPence: finding.over?.amount ?? null, months: period };
      const lines = await foundPayments(folder, report, { kind, asked: lookAsked, page });
      return { finding, lines, inAll: finding.rows };
    }
    return kind === 'published-before' || kind === 'published-elsewhere'
      ? standingBefore(sql, folders, { ...asked, report, finding, period, folder })
      : undefined;
  });
  // What was staged is gone once an import is dropped; what the report says of it stays.
  return listed ?? linesOf(report, finding, finding.samples.slice(page.after, page.after + page.most));
}

/** Payments that stand in releases already: of other months than are asked, or of those whose place is taken. */
async function standingBefore(
  sql: Sql,
  { published }: Pick<Folders, 'published'>,
  { brought, kind, page, report, finding, period, folder }: Looked,
): Promise<FoundList> {
  const { bodyId, dataset } = brought;
  const standing = standingReleases(await listReleases(sql, { bodyId, dataset }));
  const covered = period === undefined ? [] : placeAmong([period], standing).covered;
  const isOfSameMonths = kind === 'published-before' && period !== undefined;
  const releases = isOfSameMonths ? covered : standing.filter((release) => !covered.includes(release));
  const found = await standingAlready(
    { published },
    { folder, tables: report.tables, releases, isOfSameMonths, shown: page },
  );
  return {
    ...linesOf(report, finding, foundBefore(kind, report, found)?.samples ?? []),
    inAll: finding.rows,
  };
}

function linesOf({ tables }: ImportReport, finding: Finding, samples: Finding['samples']): FoundList {
  const lines = samples.map(({ file, line, says }) => ({
    filename: tables.find((table) => table.file === file)?.filename ?? '',
    line: line === 0 ? undefined : line,
    paid: null,
    supplier: null,
    amount: undefined,
    says,
  }));
  return { finding, lines, inAll: finding.samples.length };
}
