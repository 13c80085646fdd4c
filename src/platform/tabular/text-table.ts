import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { detectDialect, type Dialect } from './delimiter.ts';
import { decode, decoder, type DetectedEncoding, detectEncoding } from './encoding.ts';
import { type RawRow, RowSplitter } from './split-rows.ts';

/** A text file of rows: where it is and how it is written. */
export type TextSource = Readonly<{
  path: string;
  written: DetectedEncoding;
  dialect: Dialect;
  /** How it is written was judged by its beginning: it may be otherwise further on, see `isWrittenSo`. */
  isByBeginning?: boolean;
}>;

/** How a text is opened: whether it may be held where it is small, and judged by its beginning where that is in UTF-8. */
export type HowToOpen = Readonly<{ mayHold?: boolean; byBeginning?: boolean }>;

/** A text file of rows, and its rows as often as they are asked for. */
export type TextTable = Readonly<{
  source: TextSource;
  /** Reads the file anew, some hundreds of rows at a time. Throws `RowTooLong`. */
  rows(): AsyncGenerator<readonly RawRow[]>;
}>;

const beginningBytes = 256 * 1024;
const pieceBytes = 1024 * 1024;

/**
 * Opens a text file of any size: what a large one holds is read piece by piece and never kept whole. A small one may be held, where it
 * is not one of very many that are open together.
 */
export async function openTextTable(
  path: string,
  { mayHold = false, byBeginning = false }: HowToOpen = {},
): Promise<TextTable> {
  const { size } = await stat(path);
  if (mayHold && size <= heldBytes) return heldTable(path, await readFile(path));
  const beginning = await firstBytes(path, beginningBytes);
  const guessed = byBeginning ? detectEncoding(wholeCharacters(beginning)) : undefined;
  const isByBeginning = guessed?.encoding === 'utf-8';
  const detected = isByBeginning ? guessed : await detectInFile(path);
  const text = decode(beginning.subarray(detected.markBytes), detected.encoding);
  const dialect = detectDialect(text);
  return {
    source: { path, written: detected, dialect, isByBeginning },
    rows: () => rowsOf(path, detected, dialect),
  };
}

/** Whether all of a text is written as was judged by its beginning. */
export async function isWrittenSo({ path, written, isByBeginning = false }: TextSource): Promise<boolean> {
  if (!isByBeginning) return true;
  const { encoding, markBytes } = await detectInFile(path);
  return encoding === written.encoding && markBytes === written.markBytes;
}

/** Bytes up to where a character of UTF-8 may have been cut. */
function wholeCharacters(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > bytes.length - 4 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, (bytes[end - 1] ?? 0) >= 0xc0 ? end - 1 : bytes.length);
}

/** A file of so many bytes is read once and kept: one after another, hundreds of them are brought together. */
const heldBytes = pieceBytes;

function heldTable(path: string, bytes: Buffer): TextTable {
  const written = detectEncoding(bytes);
  const text = decode(bytes.subarray(written.markBytes), written.encoding);
  const dialect = detectDialect(text.slice(0, beginningBytes));
  const { delimiter, width } = dialect;
  const splitter = new RowSplitter(delimiter, { width });
  // Whoever reads it has looked at its first rows before: these are kept, and the others come and go.
  let first: readonly RawRow[] | undefined;
  return {
    source: { path, written, dialect },
    async *rows() {
      first ??= splitter.push(text, rowsAtOnce);
      yield first;
      const rest = splitter.copy();
      if (first.length === rowsAtOnce) yield* inParts(rest, '');
      yield rest.end();
    },
  };
}

async function* rowsOf(
  path: string,
  { encoding, markBytes }: DetectedEncoding,
  { delimiter, width }: Dialect,
): AsyncGenerator<readonly RawRow[]> {
  const splitter = new RowSplitter(delimiter, { width });
  const pieces = decoder(encoding);
  for await (const piece of await piecesOf(path, markBytes)) yield* inParts(splitter, pieces.write(piece));
  yield* inParts(splitter, pieces.end() ?? '');
  yield splitter.end();
}

/** So many rows at once: who needs only the first of them need not wait for the rest of the piece. */
const rowsAtOnce = 1000;

function* inParts(splitter: RowSplitter, piece: string): Generator<readonly RawRow[]> {
  let rows = splitter.push(piece, rowsAtOnce);
  while (rows.length === rowsAtOnce) {
    yield rows;
    rows = splitter.push('', rowsAtOnce);
  }
  yield rows;
}

/** The bytes of a file in large pieces; of a small file in one that is no larger than need be. */
async function piecesOf(path: string, start = 0): Promise<AsyncIterable<Buffer>> {
  const { size } = await stat(path);
  const highWaterMark = Math.min(Math.max(size + 1, 4096), pieceBytes);
  return createReadStream(path, { start, highWaterMark }) as AsyncIterable<Buffer>;
}

async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Whole small files are judged whole; of large ones the beginning and samples all the way through. */
async function detectInFile(path: string): Promise<DetectedEncoding> {
  const samples: Buffer[] = [];
  let taken = 0;
  for await (const piece of await piecesOf(path)) {
    const keep = taken < wholeBytes ? piece : sampleOf(piece);
    samples.push(keep);
    taken += keep.length;
  }
  return detectEncoding(Buffer.concat(samples));
}

const wholeBytes = 32 * 1024 * 1024;

/** The bytes beyond ASCII with their neighbours, cut where characters begin, so that a sample of UTF-8 is UTF-8. */
function sampleOf(piece: Buffer): Buffer {
  // A large file of plain ASCII is passed over at the speed of memory.
  if (isAscii(piece)) return Buffer.alloc(0);
  const first = piece.findIndex((byte) => byte >= 0x80);
  let end = Math.min(piece.length, first + 4096);
  while (end > first && (piece[end - 1] ?? 0) >= 0x80) end -= 1;
  let begin = first;
  while (begin < end && ((piece[begin] ?? 0) & 0xc0) === 0x80) begin += 1;
  return piece.subarray(begin, end);
}
