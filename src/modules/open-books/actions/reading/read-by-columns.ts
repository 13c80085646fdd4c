import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workshop } from '#platform/analytics';
import type { Money } from '#platform/kernel';
import {
  linesAt,
  lookOverText,
  type RawRow,
  RowSplitter,
  sampleText,
  type TextLooks,
  type TextSample,
  type TextSource,
  writeAsUtf8,
} from '#platform/tabular';
import type { StagedPart } from '../../domain/import/report.ts';
import { columnsOf, stagedRows } from '../../domain/import/staged-row.ts';
import { readAmount } from '../../domain/reading/amount.ts';
import { readPaidDay } from '../../domain/reading/paid-day.ts';
import { beginsAnother, readRow, type RowRead } from '../../domain/reading/read-row.ts';
import { cellAt } from '../../domain/reading/table.ts';
import { type Stretch, type Tally, tally } from '../../domain/reading/tally.ts';
import type { Reading } from '../../domain/reading/understand.ts';
import { type DayMeant, findWords, listWords } from '../../store/staged/find-words.ts';
import { partFile } from '../../store/staged/part-files.ts';
import {
  amountsAt,
  beginColumns,
  endColumns,
  holesOf,
  type Kept,
  keepRows,
  leaveColumns,
  listSuppliers,
  type Made,
  repairsOf,
  stretchOf,
} from '../../store/staged/stage-columns.ts';
import type { StagedText } from '../../store/staged/text-columns.ts';
import { firstLines, keepText, linesEndingOpen } from '../../store/staged/text-in-file.ts';
import type { TableRead, TableToRead } from './read-by-rows.ts';

/** Reading one by one what is not plain pays only while that is little. */
const most = { shareOfHoles: 0.02, holes: 200_000, holesAnyway: 1000, totals: 50, open: 20_000 };

/** What the words of a text are told by: of a text that is not much larger than this, by all of it. */
const usualSample: TextSample = { stretches: 512, stretchBytes: 128 * 1024 };

/** What must hold before it is worth trying. */
export type ByColumnsAllowed = Readonly<{
  /** The first rows of data, as they are read row by row: none where they are not among the first of the file. */
  first: readonly RawRow[];
  fromBytes: number;
  sample?: TextSample;
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
  const {
    table: { text },
    part,
  } = toRead;
  if (text === undefined || !(await isWorthwhile(text, toRead.reading, allowed))) return undefined;
  const inUtf8 = join(workshop.folder, `utf8-${part}.csv`);
  const sample = join(workshop.folder, `sample-${part}.csv`);
  const isBrought = text.written.encoding === 'utf-8' && text.written.markBytes <= marked;
  let read: TableRead | undefined;
  try {
    if (!isBrought) await writeAsUtf8(text, inUtf8);
    const source = { ...text, path: isBrought ? text.path : inUtf8, isBrought };
    read = await unlessUntidy(() => readTidy(workshop, toRead, source, { ...allowed, into: sample }));
  } finally {
    for (const file of [inUtf8, sample]) await rm(file, { force: true });
    if (read === undefined) await removeFiles(workshop, part);
  }
  return read;
}

async function removeFiles({ folder }: Workshop, part: number): Promise<void> {
  const columns = partFile(folder, 'columns', part);
  for (const file of [columns, `${columns}.wal`, partFile(folder, 'text', part)])
    await rm(file, { force: true });
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

type Source = TextSource & Readonly<{ isBrought: boolean }>;
type ReadFrom = Pick<ByColumnsAllowed, 'first' | 'sample'> & Readonly<{ into: string }>;

async function readTidy(
  workshop: Workshop,
  toRead: TableToRead,
  { path, dialect: { delimiter }, isBrought }: Source,
  { first, sample = usualSample, into }: ReadFrom,
): Promise<TableRead | undefined> {
  const { reading, part } = toRead;
  const text = { path, delimiter, linesAbove: (first[0]?.line ?? 1) - 1, width: widthOf(reading) };
  const found = await firstLines(workshop, text, linesCompared);
  if (first.slice(0, linesCompared).some(({ raw }, at) => raw !== (found[at] ?? ''))) return undefined;
  const isSampled = await sampleText(path, into, sample);
  const guess = isSampled ? await lookOverText(into, delimiter) : undefined;
  if (guess?.hasSpacedQuotes || guess?.hasOtherBytes) return undefined;
  // Not sooner: each stretch of the sample would wait for a piece of this.
  const looking = lookOverText(path, delimiter, text.linesAbove);
  looking.catch(() => undefined);
  const oddSpaces = (guess ?? (await looking)).hasOddSpaces;
  const staged = { text, at: reading.at, oddSpaces, part };
  let read = await tryColumns(workshop, toRead, {
    staged,
    sampled: isSampled ? { ...text, path: into } : undefined,
    looking,
  });
  // What a sample told was not so of the whole: it is asked itself.
  if (read === 'guessed-wrongly')
    read = await tryColumns(workshop, toRead, {
      staged: { ...staged, oddSpaces: (await looking).hasOddSpaces },
      sampled: undefined,
      looking,
    });
  if (typeof read === 'string') return undefined;
  await keepText(workshop, staged, isBrought);
  return read;
}

function widthOf({ at, heading, usualCells }: Reading): number {
  return Math.max(heading?.headings.length ?? usualCells ?? 1, ...Object.values(at).map((each) => each + 1));
}

const linesCompared = 100;

type Tried = Readonly<{
  staged: StagedText;
  /** A sample of it that its words are told by; all of it where there is none. */
  sampled: StagedText['text'] | undefined;
  /** What all of it looks like: that is looked for while its rows are kept. */
  looking: Promise<TextLooks>;
}>;

async function tryColumns(
  workshop: Workshop,
  toRead: TableToRead,
  tried: Tried,
): Promise<TableRead | 'untidy' | 'guessed-wrongly'> {
  const { staged, sampled } = tried;
  const words = await findWords(workshop, staged, sampled);
  const days = await daysMeant(workshop, words.of, toRead.reading);
  const names = words.of.has('supplier') ? await listWords(workshop, 'supplier') : undefined;
  const made = await beginColumns(workshop, staged, words, days);
  const read = await readMade(workshop, toRead, { ...tried, made, names });
  if (typeof read === 'string') {
    await leaveColumns(workshop, made);
    await removeFiles(workshop, staged.part);
  }
  return read;
}

/** What the days in a text mean, by the same functions as row by row. A day that might be a figure is not plain. */
async function daysMeant(
  workshop: Workshop,
  words: ReadonlySet<string>,
  { dayOrder }: Reading,
): Promise<Readonly<Record<string, readonly DayMeant[]>>> {
  const meant: Record<string, readonly DayMeant[]> = {};
  for (const column of words)
    if (column === 'day')
      meant[column] = (await listWords(workshop, column)).flatMap((written) => {
        const read = readPaidDay(written, dayOrder);
        if (read === undefined || read.kind === 'not-given' || readAmount(written) !== undefined) return [];
        const [paid, paidTo] = read.kind === 'day' ? [read.on, null] : [read.from, read.to];
        return [
          { written, paid, paidTo, repairs: read.repairs.length === 0 ? null : read.repairs.join(',') },
        ];
      });
    else if (column === 'invoice_day')
      meant[column] = (await listWords(workshop, column)).map((written) => {
        const read = readPaidDay(written, dayOrder);
        return { written, paid: read?.kind === 'day' ? read.on : null, paidTo: null, repairs: null };
      });
  return meant;
}

type MadeOf = Tried & Readonly<{ made: Made; names: readonly string[] | undefined }>;

async function readMade(
  workshop: Workshop,
  toRead: TableToRead,
  { staged, sampled, looking, made, names }: MadeOf,
): Promise<TableRead | 'untidy' | 'guessed-wrongly'> {
  const { reading, part, howFar, payee } = toRead;
  const { text } = staged;
  const payeesOf = (some: readonly string[]) => some.map((written) => ({ written, ...payee(written) }));
  const { size } = await stat(text.path);
  const keeping = howFar.during(workshop.progress, size, keepRows(workshop, staged, made));
  // Names are read while others work.
  const known = names && payeesOf(names);
  const [kept, looks] = await Promise.all([keeping, looking]);
  // A line break in a cell makes fewer rows than lines.
  if (kept.rows !== looks.lines || looks.hasSpacedQuotes) return 'untidy';
  if (looks.hasOddSpaces !== staged.oddSpaces) return 'guessed-wrongly';
  if (kept.holes > Math.min(most.holes, Math.max(most.holesAnyway, kept.rows * most.shareOfHoles)))
    return sampled === undefined ? 'untidy' : 'guessed-wrongly';
  if (looks.hasOpenEnds && (await mayBeJoined(workshop, text, reading))) return 'untidy';

  const holes = kept.holes === 0 ? [] : await holesOf(workshop, made);
  const probes = await amountsAt(workshop, made, scatteredOver(kept.rows));
  const places = [...new Set([...holes, ...probes.keys()])].toSorted((one, other) => one - other);
  const lines = await linesAt(
    text.path,
    places.map((place) => text.linesAbove + place),
    looks.marks,
  );
  const looked = lines.map((raw, nth): OneRow => {
    const place = places[nth] ?? 0;
    const row = rowOf(raw, text.delimiter, text.linesAbove + 1 + place);
    return { place, row, read: readRow(row, reading) };
  });
  keepOrder(looked, probes, reading);
  const oneByOne = looked.filter(({ place }) => !probes.has(place));
  if (oneByOne.filter(isTotal).length > most.totals) return 'untidy';
  if (toRead.mayEndAtHeadings && oneByOne.some(({ read }) => beginsAnother(read))) return 'untidy';
  keepWhole(kept, oneByOne, reading);
  const found = await talliedInOrder(oneByOne, (from, to) =>
    stretchOf(workshop, made, from, to ?? kept.rows),
  );
  const repairs = await repairsOf(workshop, made);
  const payees = known ?? payeesOf(await listSuppliers(workshop, made));
  await endColumns(workshop, staged, made, { payees, holes: kept.holes });
  const apart = await stageOneByOne(toRead, oneByOne);
  await howFar.moved({ bytes: 0, rows: found.rowsUnderstood, pence: found.understood });
  return {
    way: 'by-columns',
    parts: [{ part, firstLine: text.linesAbove + 1, rows: kept.rows, rowsAside: 0 }, ...apart.parts],
    tally: found,
    rowsRead: reading.dataFrom + kept.rows + looks.blankAtEnd,
    rowsAbove: reading.dataFrom,
    rowsBlank: looks.blankAtEnd + oneByOne.filter(({ read }) => read.kind === 'blank').length,
    repairs: added(repairs, apart.repairs),
    endsAt: undefined,
  };
}

/** A row that is not plain, read by itself. */
type OneRow = Readonly<{ place: number; row: RawRow; read: RowRead }>;
const isTotal = ({ read }: OneRow): boolean => read.kind === 'set-aside' && read.reason === 'total';

function rowOf(raw: string, delimiter: string, line: number): RawRow {
  const splitter = new RowSplitter(delimiter);
  const [row] = [...splitter.push(raw), ...splitter.end()];
  return { cells: [''], strayQuote: false, ...row, raw, line };
}

/**
 * Whether a line has one cell too many, an empty one, that DuckDB does not tell: where all rows are as wide as the headings, such a
 * row may be one that a comma was cut out of.
 */
async function mayBeJoined(
  workshop: Workshop,
  text: StagedText['text'],
  { heading, usualCells }: Reading,
): Promise<boolean> {
  if (usualCells !== (heading?.headings.length ?? usualCells)) return false;
  const open = await linesEndingOpen(workshop, text, most.open);
  const width = usualCells ?? text.width;
  return open.length >= most.open || open.some((raw) => rowOf(raw, text.delimiter, 1).cells.length > width);
}

/** Places all the way through so many rows, the last among them. */
const scatteredOver = (rows: number): readonly number[] =>
  Array.from({ length: probed }, (_, nth) => Math.max(0, Math.ceil((rows * (nth + 1)) / probed) - 1));
const probed = 200;

/** What was kept of a row is what stands on its line: else rows were put in another order than the text has. */
function keepOrder(looked: readonly OneRow[], probes: ReadonlyMap<number, Money>, { at }: Reading): void {
  for (const { place, row } of looked) {
    const amount = probes.get(place);
    if (amount !== undefined && readAmount(cellAt(row, at.amount))?.amount !== amount)
      throw new Error(`Line ${row.line} says another amount than ${amount} pence, which were kept of it`);
  }
}

/** Every hole was read by itself, and what is a plain amount in it was read as the same: else the two were not one text. */
function keepWhole({ holes, penceOfHoles }: Kept, oneByOne: readonly OneRow[], { at }: Reading): void {
  const besides = oneByOne.reduce((sum, { row }) => {
    const cell = cellAt(row, at.amount);
    return plainAmount.test(cell) ? sum + (readAmount(cell)?.amount ?? 0n) : sum;
  }, 0n);
  if (oneByOne.length === holes && besides === penceOfHoles) return;
  throw new Error(
    `By columns ${holes} rows with ${penceOfHoles} pence are to be read one by one, and ${oneByOne.length} with ${besides} were`,
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
    return { parts: [], repairs };
  }
  staged.end(part + 1);
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
