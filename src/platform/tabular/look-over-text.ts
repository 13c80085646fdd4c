import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';

const pieceBytes = 4 * 1024 * 1024;

/** What counts as blank besides the space and the ends of lines, as its bytes in UTF-8. */
const oddSpaces = [
  [0x09],
  [0x0b],
  [0x0c],
  [0xc2, 0xa0],
  [0xe1, 0x9a, 0x80],
  ...Array.from({ length: 11 }, (_, at) => [0xe2, 0x80, 0x80 + at]),
  [0xe2, 0x80, 0xa8],
  [0xe2, 0x80, 0xa9],
  [0xe2, 0x80, 0xaf],
  [0xe2, 0x81, 0x9f],
  [0xe3, 0x80, 0x80],
  [0xef, 0xbb, 0xbf],
].map((bytes) => Buffer.from(bytes));

/** What makes a text of rows harder to read than most are. */
export type TextLooks = Readonly<{
  /** A blank other than the space, such as a tab or the no-break space; a tab between cells is none. */
  hasOddSpaces: boolean;
  /** A space between the sign before a cell and its quotation mark, which is read one way here and another there. */
  hasSpacedQuotes: boolean;
  /** A line that ends with the sign between cells. */
  hasOpenEnds: boolean;
}>;

/** Looks over a text in UTF-8 at the speed of memory, so that it is worth asking of a large file. */
export async function lookOverText(path: string, delimiter: string): Promise<TextLooks> {
  const spaces = oddSpaces.filter((bytes) => bytes.toString() !== delimiter);
  const quotes = [delimiter, '\n', '\r', ' '].map((before) => Buffer.from(`${before} "`));
  const ends = ['\n', '\r'].map((end) => Buffer.from(`${delimiter}${end}`));
  let [hasOddSpaces, hasSpacedQuotes, hasOpenEnds] = [false, false, false];
  let tail = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: pieceBytes }) as AsyncIterable<Buffer>) {
    const signs = isAscii(piece) ? spaces.filter((bytes) => bytes.length === 1) : spaces;
    const seam = Buffer.concat([tail, piece.subarray(0, 2)]);
    hasOddSpaces ||= holdsAny(piece, signs) || holdsAny(seam, spaces);
    hasSpacedQuotes ||= holdsAny(piece, quotes) || holdsAny(seam, quotes);
    hasOpenEnds ||= holdsAny(piece, ends) || holdsAny(seam, ends);
    tail = Buffer.from(piece.subarray(-2));
  }
  // The last line may end without a line end.
  hasOpenEnds ||= tail.toString('latin1').endsWith(delimiter);
  return { hasOddSpaces, hasSpacedQuotes, hasOpenEnds };
}

const holdsAny = (piece: Buffer, signs: readonly Buffer[]): boolean =>
  signs.some((bytes) => piece.includes(bytes));
