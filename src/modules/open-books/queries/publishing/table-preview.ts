import type { Folders } from '#platform/analytics';
import { withTables } from '#platform/tabular';
import type { Import } from '../../domain/import/import.ts';
import type { TableReport } from '../../domain/import/report.ts';
import type { DayOrder } from '../../domain/reading/paid-day.ts';
import { isBlank } from '../../domain/reading/table.ts';
import { dayOrderOf } from '../../domain/reading/understand.ts';
import { filePlace } from '../../store/folders.ts';
import { whileItLies } from '../../store/while-it-lies.ts';

/** A column of a table as it stands in the file, with how it is read. */
export type ColumnShown = Readonly<{
  at: number;
  heading: string;
  samples: readonly string[];
  role: TableReport['columns'][number]['role'] | undefined;
  confidence: number | undefined;
}>;

const rowsShown = 5;
/** By so many rows it is told in which order the days are written. */
const rowsTaken = 400;
const cellCharacters = 80;

export type TablePreview = Readonly<{
  table: TableReport;
  columns: readonly ColumnShown[];
  /** In which order its days are written, as far as they tell. */
  dayOrder: DayOrder;
}>;

/** The columns of a table that hold anything, with the first cells of each; undefined where there is no such table. */
export async function tablePreview(
  { privateFolder }: Pick<Folders, 'privateFolder'>,
  { bodyId, id: importId, reading }: Import,
  table: number,
): Promise<TablePreview | undefined> {
  const report = reading.report?.tables[table];
  if (report === undefined) return undefined;
  const place = filePlace(privateFolder, { bodyId, importId }, report.file);
  // The files of an import that was dropped are gone.
  const rows = await whileItLies(place, () => firstRows(place, report));
  if (rows === undefined) return undefined;
  const width = Math.max(report.headings.length, ...rows.map((cells) => cells.length), 0);
  const columns = Array.from({ length: width }, (_, at): ColumnShown => {
    const read = report.columns.find((column) => column.at === at);
    return {
      at,
      heading: report.headings[at] ?? '',
      samples: rows
        .slice(0, rowsShown)
        .map((cells) => (cells[at] ?? '').trim().slice(0, cellCharacters))
        .filter((cell) => cell !== ''),
      role: read?.role,
      confidence: read?.confidence,
    };
  });
  const dateAt = report.columns.find(({ role }) => role === 'date')?.at;
  return {
    table: report,
    dayOrder: dayOrderOf(rows.map((cells) => (dateAt === undefined ? '' : (cells[dateAt] ?? '').trim()))),
    columns: columns.filter(
      ({ heading, samples, role }) => heading !== '' || samples.length > 0 || role !== undefined,
    ),
  };
}

/** The first rows of a table that hold anything. */
async function firstRows(place: string, report: TableReport): Promise<readonly (readonly string[])[]> {
  const opened = await withTables(place, async (tables) => {
    const found = tables.find(({ file, sheet }) => isTableOf(report, file, sheet));
    const rows: (readonly string[])[] = [];
    const from = (report.section?.row ?? 0) + report.preambleRows;
    let at = 0;
    if (found === undefined) return rows;
    for await (const some of found.rows()) {
      for (const row of some) {
        if (at >= from && !isBlank(row)) rows.push(row.cells);
        at += 1;
        if (rows.length >= rowsTaken) return rows;
      }
    }
    return rows;
  });
  return opened.ok ? opened.value : [];
}

function isTableOf(report: TableReport, file: string, sheet: string | undefined): boolean {
  const inArchive = file.split('/').slice(1).join('/');
  return (sheet ?? null) === report.sheet && (inArchive === '' || report.filename.endsWith(inArchive));
}
