import { mkdir, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { openWorkshop, type Workshop } from '#platform/analytics';
import { type OpenedTable, type RawRow, withTables } from '#platform/tabular';
import { headingSignature } from '../../domain/import/heading-signature.ts';
import { readAsDecided } from '../../domain/import/decided-reading.ts';
import type { ReadingAsked } from '../../domain/import/reading-asked.ts';
import type { ImportReport, TableReport } from '../../domain/import/report.ts';
import { cellAt, isBlank } from '../../domain/reading/table.ts';
import { payeeReader } from '../../domain/import/staged-payee.ts';
import { openStaging, type Staging } from '../../store/staged/stage-rows.ts';
import { findingsOf } from './findings.ts';
import { type HowFar, howFar } from './how-far.ts';
import { keepBalance } from './keep-balance.ts';
import { readByColumns } from './read-by-columns.ts';
import { readByRows, type TableToRead } from './read-by-rows.ts';
import { headingsOf, notOpenedReport, reportOf, type TableNamed, tableReport } from './table-report.ts';
import {
  noneReadable,
  notOpened,
  refused,
  understandTable,
  unlessRowTooLong,
  withoutEmptySheets,
} from './understand-table.ts';

/** What files are asked, where the answers of officers may have to be waited for. */
export type FilesAsked = Omit<ReadingAsked, 'decided'> &
  Readonly<{ decided(signature: string): Said | undefined | Promise<Said | undefined> }>;
type Said = NonNullable<ReturnType<ReadingAsked['decided']>>;

/** How files are read where it is not as usual. */
export type ReadingManner = Readonly<{
  memoryMegabytes?: number;
  /** Texts of so many bytes are read by columns where they are tidy: smaller ones are as quickly read row by row. */
  byColumnsFromBytes?: number;
}>;
const usualByColumnsFromBytes = 4 * 1024 * 1024;

/**
 * Reads files in this process; see `readImport`, which does it in another. The staged files are held against what was counted
 * while reading, row for row and to the penny: a difference throws.
 */
export async function readFiles(asked: FilesAsked, manner: ReadingManner = {}): Promise<ImportReport> {
  await rm(asked.folder, { recursive: true, force: true });
  await mkdir(asked.folder, { recursive: true });
  const workshop = await openWorkshop({
    folder: asked.folder,
    reads: asked.files.map(({ path }) => path),
    ...(manner.memoryMegabytes === undefined ? {} : { memoryMegabytes: manner.memoryMegabytes }),
  });
  const fromBytes = manner.byColumnsFromBytes ?? usualByColumnsFromBytes;
  try {
    const progress = howFar(asked.progress, asked.signal);
    const staging = openStaging(workshop);
    const payee = payeeReader();
    const tables: TableReport[] = [];
    for (const [file, { path, filename }] of asked.files.entries()) {
      progress.begin((await stat(path)).size);
      const ofFile = await withTables(path, (opened) =>
        readTables({
          asked,
          workshop,
          fromBytes,
          staging,
          opened,
          file,
          before: tables,
          howFar: progress,
          payee,
        }),
      );
      if (ofFile.ok) tables.push(...ofFile.value);
      else tables.push(notOpenedReport(file, filename, refused(notOpened[ofFile.error])));
      await progress.end();
    }
    await staging.settle();
    await keepBalance(workshop, tables);
    const findings = await findingsOf(workshop, tables, asked.thresholdPence ?? null);
    return reportOf(tables, findings);
  } finally {
    workshop.close();
  }
}

type FileToRead = Readonly<{
  asked: FilesAsked;
  workshop: Workshop;
  fromBytes: number;
  staging: Staging;
  opened: readonly OpenedTable[];
  file: number;
  before: readonly TableReport[];
  howFar: HowFar;
  payee: ReturnType<typeof payeeReader>;
}>;

async function readTables(toRead: FileToRead): Promise<readonly TableReport[]> {
  const { asked, opened, file, before } = toRead;
  const { path, filename } = asked.files[file] ?? { path: '', filename: '' };
  const understood: (Understood & Readonly<{ table: OpenedTable; sheet: string | undefined }>)[] = [];
  for (const table of opened)
    understood.push({ ...(await understandAs(table, asked)), table, sheet: table.sheet });
  const reports: TableReport[] = [];
  for (const { table, ...rest } of withoutEmptySheets(understood)) {
    const named = {
      ...rest,
      file,
      filename: table.file.replace(basename(path), () => filename),
      encoding: table.written,
      parting: partingOf(table),
    };
    const part = [...before, ...reports].flatMap(({ parts }) => parts).length;
    reports.push(await readTable(toRead, table, named, part));
  }
  return reports;
}

/** The rows of a workbook stand as texts with tabs between their cells. */
const partingOf = ({ text }: OpenedTable): NonNullable<TableReport['parting']> =>
  text === undefined ? { by: '\t', isQuoted: false } : { by: text.dialect.delimiter, isQuoted: true };

type Understood = Pick<TableNamed, 'understanding' | 'columnsBy' | 'width'> &
  Readonly<{ first: readonly RawRow[] }>;

/** As an officer said of tables with these headings, or as the table itself says. */
async function understandAs(table: OpenedTable, { decided }: FilesAsked): Promise<Understood> {
  const { understanding, first } = await understandTable(table);
  const width = Math.max(0, ...first.map(({ cells }) => cells.length));
  const said = await decided(headingSignature(headingsOf(understanding, width)));
  const dataFrom = understanding.standing === 'refused' ? 0 : understanding.reading.dataFrom;
  const found = { understanding, width, first: first.slice(dataFrom) };
  if (said === undefined) return { ...found, columnsBy: 'reading' };
  return { ...found, understanding: readAsDecided(understanding, said.reads), columnsBy: said.by };
}

async function readTable(
  { asked, workshop, fromBytes, staging, howFar: progress, payee }: FileToRead,
  table: OpenedTable,
  named: TableNamed & Pick<Understood, 'first'>,
  part: number,
): Promise<TableReport> {
  const { understanding } = named;
  if (understanding.standing === 'refused') return refusedReport(named, table);
  const { reading } = understanding;
  const toRead: TableToRead = { table, reading, part, staging, payee, howFar: progress };
  // Only the brought files themselves can be read by columns: what an archive holds lies elsewhere.
  const isOpen = asked.files.some(({ path }) => path === table.text?.path);
  const first = isOpen ? named.first : [];
  const read = await unlessRowTooLong(
    async () => (await readByColumns(workshop, toRead, { first, fromBytes })) ?? (await readByRows(toRead)),
  );
  if ('standing' in read) return tableReport({ ...named, understanding: read });
  if (read.tally.rowsUnderstood > 0)
    return tableReport({ ...named, bodiesNamed: bodiesNamed(named.first, reading.at['body-name']) }, read);
  // Where it is in doubt which columns there are, no wonder that no row could be read by them.
  if (understanding.standing === 'in-doubt') return tableReport(named);
  return refusedReport({ ...named, understanding: refused(noneReadable, reading.heading) }, table);
}

/** The report of a table that holds no payments: its rows below the headings are counted, so that none falls out of the balance. */
async function refusedReport(named: TableNamed, table: OpenedTable): Promise<TableReport> {
  const { understanding } = named;
  const heading = understanding.standing === 'refused' ? understanding.heading : undefined;
  const from = heading === undefined ? 0 : heading.at + heading.rows;
  const counted = await unlessRowTooLong(async () => {
    let [at, rows] = [0, 0];
    for await (const some of table.rows())
      for (const row of some) {
        if (at >= from && !isBlank(row)) rows += 1;
        at += 1;
      }
    return { rows };
  });
  return tableReport(named, undefined, 'rows' in counted ? counted.rows : 0);
}

const bodiesShown = 5;

/** What bodies the first rows name, each once. */
const bodiesNamed = (first: readonly RawRow[], at: number | undefined): readonly string[] =>
  [...new Set(first.map((row) => cellAt(row, at)))].filter((name) => name !== '').slice(0, bodiesShown);
