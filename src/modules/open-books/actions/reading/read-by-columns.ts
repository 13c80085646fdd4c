import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workshop } from '#platform/analytics';
import { lookOverText, type RawRow, RowSplitter, type TextSource, writeAsUtf8 } from '#platform/tabular';
import type { StagedPart } from '../../domain/import/report.ts';
import { columnsOf, stagedRows } from '../../domain/import/staged-row.ts';
import { readAmount } from '../../domain/reading/amount.ts';
import { readPaidDay } from '../../domain/reading/paid-day.ts';
import { beginsAnother, readRow, type RowRead } from '../../domain/reading/read-row.ts';
import { cellAt } from '../../domain/reading/table.ts';
import { type Stretch, type Tally, tally } from '../../domain/reading/tally.ts';
import type { Reading } from '../../domain/reading/understand.ts';
import { partFile } from '../../store/staged/part-files.ts';
import {
  type Distinct,
  findDistinct,
  holesOf,
  linesAt,
  linesEndingOpen,
  type Meanings,
  repairsOf,
  type StagedText,
  stageColumns,
  stageLines,
  stretchOf,
  takeOutHoles,
} from '../../store/staged/stage-columns.ts';
import { countLines, firstLines, forgetLines, linkText } from '../../store/staged/text-in-file.ts';
import { isEveryByteIn } from './every-byte.ts';
import type { TableRead, TableToRead } from './read-by-rows.ts';

/** Reading one by one what is not plain pays only while that is little. */
const most = { shareOfHoles: 0.02, holes: 200_000, holesAnyway: 1000, totals: 50, open: 20_000 };

/** What must hold before it is worth trying. */
export type ByColumnsAllowed = Readonly<{
  /** The first rows of data, as they are read row by row: none where they are not among the first of the file. */
  first: readonly RawRow[];
  fromBytes: number;
}>;

/**
 * Reads a large and tidy text by columns: the rows that are plain at once, the others one by one from their own lines, as
 * `readByRows` reads all. What comes of it is the same, only the files are other ones. Undefined where the text is not tidy enough, or
 * nothing would be gained; it leaves nothing then. A text in another encoding is written anew in UTF-8 first.
 */
export async function readByColumns(
  workshop: Workshop,
  toRead: TableToRead,
  allowed: ByColumnsAllowed,
): Promise<TableRead | undefined> {
  const text = toRead.table.text;
  if (text === undefined || !(await isWorthwhile(text, toRead.reading, allowed))) return undefined;
  const inUtf8 = join(workshop.folder, `utf8-${toRead.part}.csv`);
  const isBrought = text.written.encoding === 'utf-8' && text.written.markBytes <= marked;
  let read: TableRead | undefined;
  try {
    if (!isBrought) await writeAsUtf8(text, inUtf8);
    const source = { ...text, path: isBrought ? text.path : inUtf8, isBrought };
    const staged = await stagedText(source, toRead, allowed.first[0]?.line ?? 1);
    if (staged === undefined) return undefined;
    await toRead.staging.settle();
    read = await unlessUntidy(() => readTidy(workshop, toRead, staged, allowed.first));
  } finally {
    await rm(inUtf8, { force: true });
  }
  if (read?.parts[0]?.textInFile !== true) await forgetLines(workshop, toRead.part);
  if (read === undefined)
    for (const kind of ['rows', 'raw', 'text'] as const)
      await rm(partFile(workshop.folder, kind, toRead.part), { force: true });
  return read;
}

/** The bytes of one mark of UTF-8, which is passed over; some files carry it twice. */
const marked = 3;

async function isWorthwhile(
  { path }: TextSource,
  { at, heading }: Reading,
  { first, fromBytes }: ByColumnsAllowed,
): Promise<boolean> {
  if (first.length === 0 || heading === undefined) return false;
  if (at.amount === undefined || at.date === undefined || at.supplier === undefined) return false;
  return (await stat(path)).size >= fromBytes;
}

async function stagedText(
  { path, dialect, isBrought }: TextSource & Pick<StagedText, 'isBrought'>,
  { reading, part }: TableToRead,
  firstLine: number,
): Promise<StagedText | undefined> {
  const { at, heading, usualCells } = reading;
  const width = Math.max(
    heading?.headings.length ?? usualCells ?? 1,
    ...Object.values(at).map((each) => each + 1),
  );
  const { delimiter } = dialect;
  const { hasOddSpaces, hasSpacedQuotes, hasOpenEnds } = await lookOverText(path, delimiter);
  if (hasSpacedQuotes) return undefined;
  return {
    text: { path, delimiter, linesAbove: firstLine - 1, width },
    at,
    oddSpaces: hasOddSpaces,
    openEnds: hasOpenEnds,
    isBrought,
    part,
  };
}

/** What DuckDB cannot read strictly is not tidy. Any other fault is one. */
async function unlessUntidy<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    if (
      error instanceof Error &&
      /^(?:Invalid Input|Parameter Not Allowed) Error: .*CSV/su.test(error.message)
    )
      return undefined;
    throw error;
  }
}

async function readTidy(
  workshop: Workshop,
  toRead: TableToRead,
  staged: StagedText,
  first: readonly RawRow[],
): Promise<TableRead | undefined> {
  const { reading, part, howFar } = toRead;
  const firstLine = staged.text.linesAbove + 1;
  const { progress } = workshop;
  const bytes = (await stat(staged.text.path)).size;
  const inFile = await howFar.during(progress, bytes * 0.2, linesInFile(workshop, staged, first));
  const lines = inFile ?? (await stageLines(workshop, staged));
  if (inFile === undefined && !(await standsAsWritten(workshop, staged, first, lines.lines - lines.blank)))
    return undefined;
  const distinct = await howFar.during(progress, bytes * 0.25, findDistinct(workshop, staged));
  // A line break in a cell makes fewer rows than lines. Blank lines make none, and do no harm at the end.
  const { rows } = distinct;
  if (rows !== lines.lines - lines.blank || (lines.firstBlank ?? rows) !== rows) return undefined;
  const meanings = meaningsOf(distinct, toRead);
  const holes = holesAtLeast(distinct, meanings);
  if (holes > Math.min(most.holes, Math.max(most.holesAnyway, rows * most.shareOfHoles))) return undefined;
  if (await mayBeJoined(workshop, staged, reading)) return undefined;
  const textInFile = inFile !== undefined && holes === 0 && (await linkText(workshop, staged));
  if (inFile !== undefined && !textInFile) await stageLines(workshop, staged);
  await howFar.during(progress, bytes * 0.55, stageColumns(workshop, staged, meanings, holes > 0));

  const oneByOne = (holes === 0 ? [] : await holesOf(workshop, part)).map(({ place, raw }): OneRow => {
    const row = rowOf(raw ?? '', staged.text.delimiter, firstLine + Number(place));
    return { place: Number(place), row, read: readRow(row, reading) };
  });
  if (oneByOne.filter(isTotal).length > most.totals) return undefined;
  if (toRead.mayEndAtHeadings && oneByOne.some(({ read }) => beginsAnother(read))) return undefined;
  const atOnce = await stretchOf(workshop, part, 0, rows);
  keepWhole(distinct, atOnce, oneByOne, reading);
  if (holes > 0) await takeOutHoles(workshop, part);
  const apart = await stageOneByOne(toRead, oneByOne);
  const found = await talliedInOrder(oneByOne, (from, to) => stretchOf(workshop, part, from, to ?? rows));
  await howFar.moved({ bytes: 0, rows: found.rowsUnderstood, pence: found.understood });
  return {
    way: 'by-columns',
    parts: [
      {
        part,
        firstLine,
        rows: rows + lines.blank,
        rowsAside: 0,
        ...(textInFile ? ({ textInFile } as const) : {}),
      },
      ...apart.parts,
    ],
    tally: found,
    rowsRead: reading.dataFrom + lines.lines,
    rowsAbove: reading.dataFrom,
    rowsBlank: lines.blank + oneByOne.filter(({ read }) => read.kind === 'blank').length,
    repairs: added(await repairsOf(workshop, part), apart.repairs),
    endsAt: undefined,
  };
}

/**
 * The lines of a text that may stay in its file, since every byte of it is in one and none is blank. Not of one that is written anew, nor
 * of one with lines that end open, which are looked at again.
 */
async function linesInFile(
  workshop: Workshop,
  staged: StagedText,
  first: readonly RawRow[],
): Promise<Awaited<ReturnType<typeof stageLines>> | undefined> {
  if (staged.openEnds || !staged.isBrought) return undefined;
  const counted = await countLines(workshop, staged);
  if (counted === undefined || !(await isEveryByteIn(staged.text, counted))) return undefined;
  const found = await firstLines(workshop, staged.text, linesCompared);
  if (first.slice(0, linesCompared).some(({ raw }, at) => raw !== found[at])) return undefined;
  return { lines: counted.lines, blank: 0, firstBlank: undefined };
}

const linesCompared = 100;

/**
 * Whether the lines that DuckDB found begin and end as those of the file do. Where line ends of two kinds stand above the data, it
 * counts other lines, and says nothing.
 */
async function standsAsWritten(
  workshop: Workshop,
  { text, part }: StagedText,
  first: readonly RawRow[],
  filled: number,
): Promise<boolean> {
  const compared = first.slice(0, linesCompared);
  const found = await linesAt(workshop, part, 0, compared.length);
  if (compared.some(({ raw }, at) => raw !== (found[at] ?? ''))) return false;
  const [last] = await linesAt(workshop, part, filled - 1, filled);
  return last === (await lastLine(text.path));
}

const endBytes = 1_000_000;

async function lastLine(path: string): Promise<string | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const end = Buffer.alloc(Math.min(size, endBytes));
    await file.read(end, 0, end.length, size - end.length);
    const lines = end.toString('utf8').split(/\r\n|\n|\r/u);
    return lines.findLast((line) => line !== '');
  } finally {
    await file.close();
  }
}

/** A row that is not plain, read by itself. */
type OneRow = Readonly<{ place: number; row: RawRow; read: RowRead }>;
const isTotal = ({ read }: OneRow): boolean => read.kind === 'set-aside' && read.reason === 'total';

function rowOf(raw: string, delimiter: string, line: number): RawRow {
  const splitter = new RowSplitter(delimiter);
  const [row] = [...splitter.push(raw), ...splitter.end()];
  return { cells: [''], strayQuote: false, ...row, raw, line };
}

/** What the days and names in a text mean, by the same functions as row by row. A day that might be a figure is not plain. */
function meaningsOf(distinct: Distinct, { reading, payee }: TableToRead): Meanings {
  const { dayOrder } = reading;
  return {
    days: distinct.days.flatMap(({ written }) => {
      const read = readPaidDay(written, dayOrder);
      if (read === undefined || read.kind === 'not-given' || readAmount(written) !== undefined) return [];
      const [paid, paidTo] = read.kind === 'day' ? [read.on, null] : [read.from, read.to];
      return [{ written, paid, paidTo, repairs: read.repairs.length === 0 ? null : read.repairs.join(',') }];
    }),
    payees: distinct.suppliers.map((written) => ({ written, ...payee(written.trim()) })),
    invoiceDays: distinct.invoiceDays.flatMap((written) => {
      const read = readPaidDay(written, dayOrder);
      return read?.kind === 'day' ? [{ written, on: read.on }] : [];
    }),
  };
}

/** How many rows are not plain, as far as one reason alone says. */
function holesAtLeast({ rows, days, withoutAmount, odd }: Distinct, meanings: Meanings): number {
  const plain = new Set(meanings.days.map(({ written }) => written));
  const dated = days.reduce((sum, day) => sum + (plain.has(day.written) ? day.rows : 0), 0);
  return Math.max(rows - dated, withoutAmount, odd);
}

/**
 * Whether a line has one cell too many, an empty one, that DuckDB does not tell: where all rows are as wide as the headings, such a
 * row may be one that a comma was cut out of.
 */
async function mayBeJoined(
  workshop: Workshop,
  staged: StagedText,
  { heading, usualCells }: Reading,
): Promise<boolean> {
  if (!staged.openEnds || usualCells !== (heading?.headings.length ?? usualCells)) return false;
  const open = await linesEndingOpen(workshop, staged, most.open);
  const width = usualCells ?? staged.text.width;
  return (
    open.length >= most.open ||
    open.some(({ raw }) => rowOf(raw, staged.text.delimiter, 1).cells.length > width)
  );
}

/** Every row is in the part or was read by itself, and so is every penny of a plain amount: else the two were not one text. */
function keepWhole(
  { rows, plainPence }: Distinct,
  atOnce: Stretch,
  oneByOne: readonly OneRow[],
  { at }: Reading,
): void {
  const besides = oneByOne.reduce((sum, { row }) => {
    const cell = cellAt(row, at.amount);
    return plainAmount.test(cell) ? sum + (readAmount(cell)?.amount ?? 0n) : sum;
  }, 0n);
  if (atOnce.rows + oneByOne.length === rows && atOnce.pence + besides === plainPence) return;
  throw new Error(
    `By columns there are ${rows} rows and ${plainPence} pence, but ${atOnce.rows} and ${atOnce.pence} were staged, and ${oneByOne.length} and ${besides} read one by one`,
  );
}
const plainAmount = /^-?\d{1,11}(?:\.\d{0,2})?$/;

type Apart = Readonly<{ parts: readonly StagedPart[]; repairs: Readonly<Record<string, number>> }>;

/** Stages the rows that were read one by one as a part of their own, if there are any. */
async function stageOneByOne(
  { staging, payee, reading, part }: TableToRead,
  oneByOne: readonly OneRow[],
): Promise<Apart> {
  const staged = staging.begin(columnsOf(reading));
  const stagedRow = stagedRows(reading, payee);
  const repairs: Record<string, number> = {};
  let [rows, rowsAside] = [0, 0];
  for (const { row, read } of oneByOne) {
    if (read.kind === 'blank') continue;
    if (read.kind === 'set-aside') {
      staged.aside(row.line, read.reason, read.amount, row.raw);
      rowsAside += 1;
      continue;
    }
    const { payment } = read;
    staged.payment(stagedRow(payment), row.raw);
    for (const repair of payment.repairs) repairs[repair] = (repairs[repair] ?? 0) + 1;
    rows += 1;
  }
  if (rows + rowsAside === 0) {
    staged.drop();
    return { parts: [], repairs };
  }
  await staged.end(part + 1);
  return { parts: [{ part: part + 1, firstLine: null, rows, rowsAside }], repairs };
}

/** Counts in the order of the lines as far as it matters: what stands above each total of the file. */
async function talliedInOrder(
  oneByOne: readonly OneRow[],
  stretch: (from: number, to: number | undefined) => Promise<Stretch>,
): Promise<Tally> {
  const counted = tally();
  let from = 0;
  for (const one of oneByOne) {
    if (isTotal(one)) {
      counted.addStretch(await stretch(from, one.place));
      from = one.place;
    }
    counted.add(one.row.line, one.read);
  }
  counted.addStretch(await stretch(from, undefined));
  return counted.so();
}

function added(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const sums: Record<string, number> = { ...one };
  for (const [key, count] of Object.entries(other)) sums[key] = (sums[key] ?? 0) + count;
  return sums;
}
