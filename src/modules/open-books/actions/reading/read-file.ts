import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Workshop } from '#platform/analytics';
import { isWrittenSo, type OpenedTable, type RawRow, withTables } from '#platform/tabular';
import { headingSignature } from '../../domain/import/heading-signature.ts';
import { readAsDecided } from '../../domain/import/decided-reading.ts';
import type { ReadingAsked } from '../../domain/import/reading-asked.ts';
import type { TableReport } from '../../domain/import/report.ts';
import { cellAt, isBlank } from '../../domain/reading/table.ts';
import type { payeeReader } from '../../domain/import/staged-payee.ts';
import type { Staging } from '../../store/staged/stage-rows.ts';
import type { HowFar } from './how-far.ts';
import { readByColumns } from './read-by-columns.ts';
import { readByRows, type TableToRead } from './read-by-rows.ts';
import { headingsOf, notOpenedReport, type TableNamed, tableReport } from './table-report.ts';
import {
  mostSections,
  noneReadable,
  notOpened,
  refused,
  tableWithin,
  understandTable,
  unlessRowTooLong,
  withoutEmptySheets,
} from './understand-table.ts';

/** What files are asked, where the answers of officers may have to be waited for. */
export type FilesAsked = Omit<ReadingAsked, 'decided'> & Readonly<{ decided: Decided }>;
export type Decided = (
  signature: string,
) => ReturnType<ReadingAsked['decided']> | Promise<ReturnType<ReadingAsked['decided']>>;

/** Where large texts are read by columns: without it there are none among the files. */
export type ByColumns = Readonly<{ workshop: Workshop; fromBytes: number }>;

/** A file that is read: which, with what, and where to. */
export type FileToRead = Readonly<{
  asked: Pick<FilesAsked, 'files' | 'decided' | 'daysBefore'>;
  byColumns: ByColumns | undefined;
  staging: Staging;
  /** Its place among the files, and the first number that is free for its parts. */
  file: number;
  part: number;
  howFar: HowFar;
  payee: ReturnType<typeof payeeReader>;
}>;

/** Reads the tables of one file into staged files. What is wrong with it stands in the reports. */
export async function readFile(toRead: FileToRead): Promise<readonly TableReport[]> {
  const { asked, file, byColumns } = toRead;
  const { path, filename } = asked.files[file] ?? { path: '', filename: '' };
  const use = (opened: readonly OpenedTable[]) => readTables(toRead, opened, { path, filename });
  const isLarge = byColumns !== undefined && (await stat(path)).size >= byColumns.fromBytes;
  let read = await withTables(path, use, { byBeginning: isLarge });
  if (read.ok && read.value === undefined) read = await withTables(path, use);
  return read.ok ? (read.value ?? []) : [notOpenedReport(file, filename, refused(notOpened[read.error]))];
}

/** Reads its tables; undefined where a text is not written as its beginning is. */
async function readTables(
  toRead: FileToRead,
  opened: readonly OpenedTable[],
  { path, filename }: ReadingAsked['files'][number],
): Promise<readonly TableReport[] | undefined> {
  const { asked, file } = toRead;
  const understood: (Understood & Readonly<{ table: OpenedTable; sheet: string | undefined }>)[] = [];
  for (const table of opened)
    understood.push({ ...(await understandAs(table, asked, filename)), table, sheet: table.sheet });
  const reports: TableReport[] = [];
  for (const { table, ...rest } of withoutEmptySheets(understood)) {
    const named = {
      ...rest,
      file,
      filename: table.file.replace(basename(path), () => filename),
      encoding: table.written,
      parting: partingOf(table),
    };
    const part = toRead.part + reports.flatMap(({ parts }) => parts).length;
    const sections = await readSections({ ...toRead, part }, table, named);
    if (sections === undefined) return undefined;
    reports.push(...sections);
  }
  return reports;
}

/** Reads a table, and as a table of its own what stands below other headings in it, whose columns may be in another order. */
async function readSections(
  toRead: FileToRead,
  table: OpenedTable,
  named: SectionNamed,
): Promise<readonly TableReport[] | undefined> {
  const reports: TableReport[] = [];
  let [section, part, from] = [named, toRead.part, 0];
  while (true) {
    const mayEndAtHeadings = reports.length < mostSections - 1;
    const found = await readTable({ ...toRead, part }, { table, from, mayEndAtHeadings }, section);
    if (found === undefined) return undefined;
    reports.push(found.report);
    if (found.endsAt === undefined) return reports;
    part += found.report.parts.length;
    from += found.endsAt;
    const within = tableWithin(table, from);
    const understood = await understandAs(within, toRead.asked, named.filename);
    section = { ...named, ...understood, section: { row: from, line: await firstLineOf(within) } };
  }
}

type SectionNamed = TableNamed & Pick<Understood, 'first'>;

async function firstLineOf(table: OpenedTable): Promise<number> {
  for await (const [row] of table.rows()) if (row !== undefined) return row.line;
  return 1;
}

/** The rows of a workbook stand as texts with tabs between their cells. */
const partingOf = ({ text }: OpenedTable): NonNullable<TableReport['parting']> =>
  text === undefined ? { by: '\t', isQuoted: false } : { by: text.dialect.delimiter, isQuoted: true };

type Understood = Pick<TableNamed, 'understanding' | 'columnsBy' | 'width'> &
  Readonly<{ first: readonly RawRow[] }>;

/** As an officer said of tables with these headings, or as the table itself says. */
async function understandAs(
  table: OpenedTable,
  { decided, daysBefore }: Pick<FilesAsked, 'decided' | 'daysBefore'>,
  filename: string,
): Promise<Understood> {
  const { understanding, first } = await understandTable(table, { filename, earlier: daysBefore });
  const width = Math.max(0, ...first.map(({ cells }) => cells.length));
  const said = await decided(headingSignature(headingsOf(understanding, width)));
  const dataFrom = understanding.standing === 'refused' ? 0 : understanding.reading.dataFrom;
  const found = { understanding, width, first: first.slice(dataFrom) };
  if (said === undefined) return { ...found, columnsBy: 'reading' };
  return { ...found, understanding: readAsDecided(understanding, said.reads), columnsBy: said.by };
}

const misjudged = { isMisjudged: true } as const;

type Read = Readonly<{ report: TableReport; endsAt?: number | undefined }>;

async function readTable(
  { asked, byColumns, staging, howFar: progress, payee, part }: FileToRead,
  {
    table: whole,
    from,
    mayEndAtHeadings,
  }: Readonly<{ table: OpenedTable; from: number }> & Pick<TableToRead, 'mayEndAtHeadings'>,
  named: SectionNamed,
): Promise<Read | undefined> {
  const { understanding } = named;
  const table = from === 0 ? whole : tableWithin(whole, from);
  // Only reading by columns looks at each byte of a text.
  const isMisjudged = async () => from === 0 && whole.text !== undefined && !(await isWrittenSo(whole.text));
  if (understanding.standing === 'refused')
    return (await isMisjudged()) ? undefined : { report: await refusedReport(named, table) };
  const { reading } = understanding;
  const toRead: TableToRead = { table, reading, part, staging, payee, howFar: progress, mayEndAtHeadings };
  // Only the brought files themselves can be read by columns, from their beginning: what an archive holds lies elsewhere.
  const isOpen = from === 0 && asked.files.some(({ path }) => path === table.text?.path);
  const first = isOpen ? named.first : [];
  const read = await unlessRowTooLong(async () => {
    const tidy = byColumns && (await readByColumns(byColumns.workshop, toRead, { ...byColumns, first }));
    if (tidy !== undefined) return tidy;
    return (await isMisjudged()) ? misjudged : readByRows(toRead);
  });
  if ('isMisjudged' in read) return undefined;
  if ('standing' in read) return { report: tableReport({ ...named, understanding: read }) };
  const { endsAt } = read;
  if (read.tally.rowsUnderstood > 0) {
    const bodies = bodiesNamed(named.first, reading.at['body-name']);
    return { report: tableReport({ ...named, bodiesNamed: bodies }, read), endsAt };
  }
  const own = tableWithin(table, 0, endsAt);
  // Where it is in doubt which columns there are, no wonder that no row could be read by them.
  const isInDoubt = understanding.standing === 'in-doubt';
  const told = isInDoubt ? named : { ...named, understanding: refused(noneReadable, reading.heading) };
  return { report: await refusedReport(told, own), endsAt };
}

/** The report of a table that holds no payments: its rows below the headings are counted, so that none falls out of the balance. */
async function refusedReport(named: TableNamed, table: OpenedTable): Promise<TableReport> {
  const { understanding } = named;
  const heading =
    understanding.standing === 'refused' ? understanding.heading : understanding.reading.heading;
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
