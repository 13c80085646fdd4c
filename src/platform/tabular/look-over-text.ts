import { isAscii, isUtf8 } from 'node:buffer';
import { open } from 'node:fs/promises';
import type { Delimiter } from './delimiter.ts';
import { type LineMarks, linesApart } from './lines-at.ts';

const pieceBytes = 1024 * 1024;
/** The last bytes of the piece before stand in front of each, for what lies across their seam. */
const seamBytes = 2;
const [lineFeed, carriageReturn] = [0x0a, 0x0d];
/** Signs that no text has, and which whoever reads one may use as signs of his own. */
const noText = [0x00, 0x01];

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
  /** What is no text in UTF-8. */
  hasOtherBytes: boolean;
  /**
   * How many lines it has, blank ones at its end not counted. Undefined where a line of it cannot surely be found again by its number: it
   * ends its lines in two ways, or has blank ones between others, or what is no text in UTF-8.
   */
  lines: number | undefined;
  blankAtEnd: number;
  /** Where lines begin, those above counted with the others. */
  marks: LineMarks;
}>;

/** Looks over a text in UTF-8 below so many lines, quickly enough to be worth asking of a large file. */
export async function lookOverText(path: string, delimiter: Delimiter, linesAbove = 0): Promise<TextLooks> {
  const spaces = oddSpaces.filter((bytes) => bytes.toString() !== delimiter);
  const narrow = spaces.flatMap((bytes) => (bytes.length === 1 ? [...bytes] : []));
  const wide = spaces.filter((bytes) => bytes.length > 1);
  const spacedQuote = new RegExp(`[${delimiter}\\n\\r ] "`, 'u');
  let [hasOddSpaces, hasSpacedQuotes, hasOtherBytes] = [false, false, false];
  const ends = lineEnds(delimiter, linesAbove);
  const file = await open(path);
  try {
    const held = Buffer.alloc(seamBytes + pieceBytes);
    for (;;) {
      const { bytesRead } = await file.read(held, seamBytes, pieceBytes);
      if (bytesRead === 0) break;
      const piece = held.subarray(0, seamBytes + bytesRead);
      const isPlain = isAscii(piece);
      hasSpacedQuotes ||= piece.includes(' "') && spacedQuote.test(piece.toString('latin1'));
      hasOddSpaces ||=
        narrow.some((byte) => piece.includes(byte)) ||
        (!isPlain && wide.some((bytes) => piece.includes(bytes)));
      hasOtherBytes ||=
        noText.some((byte) => piece.includes(byte, seamBytes)) || (!isPlain && !isWholeUtf8(piece));
      ends.see(piece);
      piece.copy(held, 0, bytesRead);
    }
  } finally {
    await file.close();
  }
  const found = ends.so();
  return {
    hasOddSpaces,
    hasSpacedQuotes,
    hasOtherBytes,
    ...found,
    ...(hasOtherBytes && { lines: undefined }),
  };
}

/** Counts ends of lines in pieces of a text, each with the last bytes of the one before in front of it. */
function lineEnds(delimiter: Delimiter, linesAbove: number) {
  const sign = delimiter.charCodeAt(0);
  let [seen, returns, endsOfTwo, blankAtEnd, hasOpenEnds, hasBlankBetween] = [0, 0, 0, 0, false, false];
  let [last, bytes] = [lineFeed, 0];
  const marks = [0];
  const endedBy = (before: number | undefined): void => {
    seen += 1;
    if (seen <= linesAbove) return;
    if (before === sign) hasOpenEnds = true;
    if (before === lineFeed) blankAtEnd += 1;
    else if (blankAtEnd > 0) hasBlankBetween = true;
  };
  return {
    see(piece: Buffer) {
      if (seen === 0 && last === lineFeed) piece[seamBytes - 1] = lineFeed;
      for (let at = piece.indexOf(lineFeed, seamBytes); at !== -1; at = piece.indexOf(lineFeed, at + 1)) {
        const isOfTwo = piece[at - 1] === carriageReturn;
        if (isOfTwo) endsOfTwo += 1;
        endedBy(piece[at - (isOfTwo ? 2 : 1)]);
        if (seen % linesApart === 0) marks.push(bytes + at - seamBytes + 1);
      }
      for (
        let at = piece.indexOf(carriageReturn, seamBytes);
        at !== -1;
        at = piece.indexOf(carriageReturn, at + 1)
      )
        returns += 1;
      last = piece.at(-1) ?? last;
      bytes += piece.length - seamBytes;
    },
    so(): Pick<TextLooks, 'hasOpenEnds' | 'lines' | 'blankAtEnd' | 'marks'> {
      const ended = seen;
      // The last line may end without a line end.
      if (last !== lineFeed) endedBy(last);
      const isOneKind = returns === endsOfTwo && (endsOfTwo === 0 || endsOfTwo === ended);
      const lines = Math.max(0, seen - linesAbove - blankAtEnd);
      return { hasOpenEnds, blankAtEnd, marks, lines: isOneKind && !hasBlankBetween ? lines : undefined };
    },
  };
}

/** Whether a piece is UTF-8, but for characters that its ends cut. */
function isWholeUtf8(piece: Buffer): boolean {
  const isWithin = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;
  let [from, to] = [0, piece.length];
  while (from < 3 && isWithin(piece[from])) from += 1;
  while (to > piece.length - 4 && isWithin(piece[to - 1])) to -= 1;
  return isUtf8(piece.subarray(from, (piece[to - 1] ?? 0) >= 0xc0 ? to - 1 : to));
}
