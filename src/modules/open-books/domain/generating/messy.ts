import type { FileAsked } from './clean.ts';
import { quoted } from './clean.ts';
import type { Mess } from './messes.ts';
import { gapRow, type MadeRow, noteRow, paymentRow, totalRow } from './messy-rows.ts';
import { type Random, randomOf } from './random.ts';
import { type Shape, shapeOf } from './shape.ts';
import { type FileTruth, type RowTruth, truthCounter } from './truth.ts';

export type Piece = Readonly<{ text: string; rows: readonly RowTruth[] }>;

export type MessyFile = Readonly<{
  shape: Shape;
  /** The text piece by piece, each with what is true of the rows in it. */
  pieces: Iterable<Piece>;
  /** What the file comes to, once the last piece is taken. */
  truth: () => FileTruth;
}>;

/** A file of payments with some of the messes asked for: which of them and how follows from the seed. */
export function messyFile(asked: FileAsked, messes: ReadonlySet<Mess>): MessyFile {
  const random = randomOf(asked.seed);
  const shape = shapeOf(asked, messes, random);
  const counter = truthCounter();
  return { shape, pieces: written(rowsOf(asked, shape, random), shape, counter.add), truth: counter.so };
}

const pieceCharacters = 200_000;

/** Writes the rows as the file has them, and knows the line on which each begins. */
function* written(rows: Iterable<MadeRow>, shape: Shape, add: (row: RowTruth) => void): Generator<Piece> {
  let [text, line, ends]: [string, number, number] = ['', 1, 0];
  let truths: RowTruth[] = [];
  const firstLine = new Map<MadeRow, number>();
  for (const row of rows) {
    const cells = row.cells
      .map((cell) => fitted(cell, shape))
      .map((cell) => (cell === row.bare ? cell : quoted(cell, shape.delimiter)))
      .join(shape.delimiter);
    if (row.truth !== undefined) {
      const original = row.truth.kind === 'payment' ? repeatedLine(row, firstLine) : null;
      const truth: RowTruth =
        row.truth.kind === 'payment'
          ? { ...row.truth, line, supplier: fitted(row.truth.supplier, shape), repeats: original }
          : { ...row.truth, line };
      if (shape.has('duplicates') && original === null) firstLine.set(row, line);
      add(truth);
      truths.push(truth);
    }
    text += cells + shape.lineEnd(ends);
    ends += 1;
    line += 1 + (cells.match(/\r\n/g)?.length ?? 0);
    if (text.length < pieceCharacters) continue;
    yield { text, rows: truths };
    [text, truths] = ['', []];
  }
  yield { text, rows: truths };
}

const repeatedLine = (row: MadeRow, firstLine: ReadonlyMap<MadeRow, number>): number | null =>
  firstLine.get(row) ?? null;

/** Code page 850 has no curly marks. */
const fitted = (text: string, { writtenAs }: Shape): string =>
  writtenAs === 'cp850' ? text.replaceAll('’', "'") : text;

/** The rows of the file, from its titles to the blank rows at its end. */
function* rowsOf(asked: FileAsked, shape: Shape, random: Random): Generator<MadeRow> {
  const untold = (cells: readonly string[]): MadeRow => ({ cells, truth: undefined });
  const blank = (): MadeRow => untold(random.chance(0.5) ? [] : shape.columns.map(() => ''));
  const headings = shape.columns.map(({ heading }) => heading);
  yield* shape.preamble.map(untold);
  if (shape.headings === 'top') yield untold(headings);
  if (shape.headings === 'two-lines') yield* twoLines(headings).map(untold);
  let [sum, sinceTotal] = [0, 0];
  const earlier: MadeRow[] = [];
  for (let row = 0; row < asked.rows; row += 1) {
    const repeated = shape.has('duplicates') && earlier.length > 0 && random.chance(0.03);
    const made = repeated ? random.pick(earlier) : paymentRow(asked, shape, row, random);
    // A first row that is cut short, with no headings above it, is a title for all that anybody can see.
    const mayGap = shape.has('gaps') && !repeated && (row > 0 || shape.headings === 'top');
    const next = mayGap && random.chance(0.05) ? gapRow(made, shape, random) : made;
    if (shape.has('duplicates') && next === made && earlier.length < 200) earlier.push(made);
    yield next;
    if (next.truth?.kind === 'payment') {
      sum += next.truth.pence;
      sinceTotal += next.truth.pence;
    }
    if (row % shape.totalRows === shape.totalRows - 1) {
      yield totalRow(shape, sinceTotal, random);
      sinceTotal = 0;
    }
    if (row % shape.pageRows === shape.pageRows - 1)
      yield { cells: headings, truth: { kind: 'set-aside', reason: 'repeated-heading', pence: null } };
    if (shape.has('blanks') && random.chance(0.02)) yield blank();
    if (shape.has('notes') && random.chance(0.01)) yield noteRow(random);
  }
  if (shape.endsInTotal && asked.rows > 0) yield totalRow(shape, sum, random);
  if (shape.headings === 'foot')
    yield { cells: headings, truth: { kind: 'set-aside', reason: 'headings-below', pence: null } };
  if (shape.has('notes')) yield noteRow(random);
  for (let row = 0; row < shape.blanksAtEnd; row += 1) yield blank();
}

/** Each heading of two words or more broken after its first. */
function twoLines(headings: readonly string[]): readonly (readonly string[])[] {
  const first = headings.map((heading) => heading.split(' ')[0] ?? '');
  const rest = headings.map((heading) => heading.split(' ').slice(1).join(' '));
  return [first, rest];
}
