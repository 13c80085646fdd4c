import type { IsoDate } from '#platform/kernel';
import type { ImportReport, StagedPart, TableReport } from '../import/report.ts';

/** What the payments of one month come to in one part of an import. */
export type MonthOfPart = Readonly<{
  /** Its first day. */
  month: IsoDate;
  part: number;
  rows: number;
  pence: number;
  from: IsoDate;
  to: IsoDate;
  repairs: Readonly<Record<string, number>>;
}>;

/** The report of a month by itself, and the places of the files it was made of among those of the import. */
export type ReportOfMonth = Readonly<{ month: IsoDate; report: ImportReport; files: readonly number[] }>;

/**
 * Parts the report of an import by the months of its payments, so that together the parts are the whole: every row and penny is in one
 * of them. A row that was set aside has no month of its own; those of a table are told with the last month of its payments, and a table
 * without payments with the last of all. That payments were rounded is told with the months of those payments. What was found is left out:
 * it is found anew for each month.
 */
export function reportsByMonth(report: ImportReport, sums: readonly MonthOfPart[]): readonly ReportOfMonth[] {
  const months = [...new Set(sums.map(({ month }) => month))].toSorted();
  const last = months.at(-1);
  const lastOf = ({ parts }: TableReport) =>
    sums.reduce<IsoDate | undefined>(
      (latest, { month, part }) =>
        parts.some((each) => each.part === part) && (latest === undefined || month > latest) ? month : latest,
      undefined,
    ) ?? last;
  const parted = months.map((month): ReportOfMonth => {
    const ofMonth = sums.filter((each) => each.month === month);
    const tables = report.tables.flatMap((table) => {
      const own = ofMonth.filter(({ part }) => table.parts.some((each) => each.part === part));
      const isLast = lastOf(table) === month;
      const rounding = roundingOfMonth(table, own, sums);
      return own.length > 0 || isLast ? [{ ...tableOfMonth(table, own, isLast), ...rounding }] : [];
    });
    const files = [...new Set(tables.map(({ file }) => file))].toSorted((one, other) => one - other);
    const placed = tables.map((table) => ({ ...table, file: files.indexOf(table.file) }));
    return { month, files, report: togetherOf(placed) };
  });
  for (const key of [
    'rowsIn',
    'rowsUnderstood',
    'rowsSetAside',
    'penceUnderstood',
    'penceSetAside',
  ] as const) {
    const sum = parted.reduce((all, { report: { [key]: own } }) => all + own, 0);
    if (sum !== report[key])
      throw new Error(
        `Parted by month, ${key} come to ${sum} and not to ${report[key]}: ${months.join(', ')}`,
      );
  }
  return parted;
}

/**
 * What was rounded in one month of a table, if anything was. A table says what it comes to in all its payments together: where those
 * rounded are of several months, each of these says so, and of how much.
 */
function roundingOfMonth(
  { parts, rounding, penceUnderstood }: TableReport,
  own: readonly MonthOfPart[],
  sums: readonly MonthOfPart[],
): Pick<TableReport, 'rounding'> {
  const isRounded = ({ repairs }: MonthOfPart): boolean => (repairs['part-pence'] ?? 0) > 0;
  if (rounding === undefined || !own.some(isRounded)) return {};
  const isOnly = sums.every(
    (each) => own.includes(each) || !isRounded(each) || parts.every(({ part }) => part !== each.part),
  );
  return { rounding: isOnly ? rounding : { ...rounding, ofAllMonths: penceUnderstood } };
}

function tableOfMonth(table: TableReport, own: readonly MonthOfPart[], isLast: boolean): TableReport {
  const [rows, amount] = [sumOf(own, 'rows'), sumOf(own, 'pence')];
  const aside = isLast ? table.rowsSetAside : 0;
  const [elsewhere, blank] = [table.rowsUnderstood - rows, isLast ? table.rowsBlank : 0];
  const { rounding: _, ...rest } = table;
  return {
    ...rest,
    parts: own.map(({ part, rows: held }): StagedPart => ({
      part,
      firstLine: null,
      rows: held,
      rowsAside: 0,
    })),
    rowsRead: table.preambleRows + blank + rows + aside,
    rowsBlank: blank,
    rowsIn: rows + aside,
    rowsUnderstood: rows,
    rowsSetAside: aside,
    reasons: isLast ? table.reasons : {},
    penceUnderstood: amount,
    penceSetAside: isLast ? table.penceSetAside : 0,
    ...daysOf(own),
    controlTotals: isLast ? table.controlTotals : [],
    repairs: own.reduce<Record<string, number>>((all, { repairs }) => {
      for (const [repair, count] of Object.entries(repairs)) all[repair] = (all[repair] ?? 0) + count;
      return all;
    }, {}),
    ...(elsewhere === 0 ? {} : { elsewhere: { rows: elsewhere, pence: table.penceUnderstood - amount } }),
  };
}

const togetherOf = (tables: readonly TableReport[]): ImportReport => ({
  tables,
  rowsIn: sumOf(tables, 'rowsIn'),
  rowsUnderstood: sumOf(tables, 'rowsUnderstood'),
  rowsSetAside: sumOf(tables, 'rowsSetAside'),
  penceUnderstood: sumOf(tables, 'penceUnderstood'),
  penceSetAside: sumOf(tables, 'penceSetAside'),
  ...daysOf(
    tables.flatMap(({ periodFrom: from, periodTo: to }) =>
      from === null || to === null ? [] : [{ from, to }],
    ),
  ),
  findings: [],
});

const sumOf = <Key extends string>(all: readonly Readonly<Record<Key, number>>[], key: Key): number =>
  all.reduce((sum, { [key]: own }) => sum + own, 0);

const daysOf = (
  all: readonly Readonly<{ from: IsoDate; to: IsoDate }>[],
): Pick<TableReport, 'periodFrom' | 'periodTo'> => ({
  periodFrom: all.map(({ from }) => from).toSorted()[0] ?? null,
  periodTo:
    all
      .map(({ to }) => to)
      .toSorted()
      .at(-1) ?? null,
});
