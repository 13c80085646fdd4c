import { type IsoDate, noMoney } from '#platform/kernel';
import type { Finding, ImportReport, TableReport } from '../../domain/import/report.ts';
import { roundingOf } from '../../domain/import/rounding.ts';
import type { Understanding } from '../../domain/reading/understand.ts';
import type { TableRead } from './read-by-rows.ts';

/** A table by name, and how it was understood. */
export type TableNamed = Readonly<{
  file: number;
  filename: string;
  sheet: string | undefined;
  encoding: string;
  parting: NonNullable<TableReport['parting']> | null;
  understanding: Understanding;
  columnsBy: TableReport['columnsBy'];
  /** How many columns it has, where no headings say so. */
  width: number;
  bodiesNamed?: readonly string[];
  section?: TableReport['section'];
}>;

/** The headings as they are written; where there are none, as many empty ones as the table has columns. */
export function headingsOf(understanding: Understanding, width: number): readonly string[] {
  const heading =
    understanding.standing === 'refused' ? understanding.heading : understanding.reading.heading;
  return heading?.headings ?? Array.from({ length: width }, () => '');
}

/** The report of one table: of one that was not read, that its rows are all set aside. */
export function tableReport(named: TableNamed, read?: TableRead, rowsNotRead = 0): TableReport {
  const { file, filename, sheet, encoding, parting, understanding, columnsBy, width } = named;
  const reading = understanding.standing === 'refused' ? undefined : understanding.reading;
  const heading = understanding.standing === 'refused' ? understanding.heading : reading?.heading;
  const { tally } = read ?? {};
  const rounding = tally && roundingOf(tally.rounded);
  return {
    file,
    filename,
    sheet: sheet ?? null,
    encoding,
    parting,
    parts: read?.parts ?? [],
    way: read?.way ?? 'by-rows',
    headings: headingsOf(understanding, width),
    headingLine: heading?.line ?? null,
    preambleRows: read?.rowsAbove ?? reading?.dataFrom ?? 0,
    columns: reading?.columns ?? [],
    columnsBy,
    amountIs: reading?.amountIs ?? 'net',
    ...(reading?.days === undefined ? {} : { days: reading.days }),
    ...(named.section === undefined ? {} : { section: named.section }),
    rowsRead: read?.rowsRead ?? 0,
    rowsBlank: read?.rowsBlank ?? 0,
    bodiesNamed: named.bodiesNamed ?? [],
    rowsIn: tally?.rowsIn ?? rowsNotRead,
    rowsUnderstood: tally?.rowsUnderstood ?? 0,
    rowsSetAside: tally?.rowsSetAside ?? rowsNotRead,
    reasons: tally?.reasons ?? (rowsNotRead === 0 ? {} : { 'table-not-read': rowsNotRead }),
    penceUnderstood: Number(tally?.understood ?? noMoney),
    penceSetAside: Number(tally?.setAside ?? noMoney),
    ...(rounding && { rounding }),
    periodFrom: tally?.from ?? null,
    periodTo: tally?.to ?? null,
    controlTotals: (tally?.controlTotals ?? []).map(({ line, stated, found, agrees }) => ({
      line,
      penceStated: Number(stated),
      penceFound: Number(found),
      agrees,
    })),
    repairs: read?.repairs ?? {},
    inDoubt: understanding.standing === 'in-doubt' ? understanding.says : null,
    refused: understanding.standing === 'refused' ? understanding.says : null,
  };
}

/** The report of a file that could not be opened. */
export const notOpenedReport = (file: number, filename: string, understanding: Understanding): TableReport =>
  tableReport({
    file,
    filename,
    understanding,
    sheet: undefined,
    encoding: 'not known',
    parting: null,
    columnsBy: 'reading',
    width: 0,
  });

/** The report of an import: its tables added up. */
export function reportOf(tables: readonly TableReport[], findings: readonly Finding[]): ImportReport {
  const sum = (of: (table: TableReport) => number) => tables.reduce((total, table) => total + of(table), 0);
  const days = (of: (table: TableReport) => IsoDate | null) =>
    tables.flatMap((table) => of(table) ?? []).toSorted();
  return {
    tables,
    rowsIn: sum(({ rowsIn }) => rowsIn),
    rowsUnderstood: sum(({ rowsUnderstood }) => rowsUnderstood),
    rowsSetAside: sum(({ rowsSetAside }) => rowsSetAside),
    penceUnderstood: sum(({ penceUnderstood }) => penceUnderstood),
    penceSetAside: sum(({ penceSetAside }) => penceSetAside),
    periodFrom: days(({ periodFrom }) => periodFrom)[0] ?? null,
    periodTo: days(({ periodTo }) => periodTo).at(-1) ?? null,
    findings,
  };
}
