import { isAscii } from 'node:buffer';
import { open } from 'node:fs/promises';
import type { Delimiter } from './delimiter.ts';

const pieceBytes = 1024 * 1024;
const seamBytes = 2;

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

/** Looks over a text in UTF-8, quickly enough to be worth asking of a large file. */
export async function lookOverText(path: string, delimiter: Delimiter): Promise<TextLooks> {
  const spaces = oddSpaces.filter((bytes) => bytes.toString() !== delimiter);
  const narrow = spaces.flatMap((bytes) => (bytes.length === 1 ? [...bytes] : []));
  const wide = spaces.filter((bytes) => bytes.length > 1);
  const spacedQuote = new RegExp(`[${delimiter}\\n\\r ] "`, 'u');
  const openEnd = new RegExp(`[${delimiter}][\\n\\r]`, 'u');
  let [hasOddSpaces, hasSpacedQuotes, hasOpenEnds] = [false, false, false];
  const file = await open(path);
  try {
    // The last bytes of the piece before stand in front of each, for what lies across their seam.
    const held = Buffer.alloc(seamBytes + pieceBytes);
    for (;;) {
      const { bytesRead } = await file.read(held, seamBytes, pieceBytes);
      if (bytesRead === 0) break;
      const piece = held.subarray(0, seamBytes + bytesRead);
      // One character a byte: what is sought is ASCII, and a search of a text skips what a search of bytes does not.
      const text = piece.toString('latin1');
      hasSpacedQuotes ||= spacedQuote.test(text);
      hasOpenEnds ||= openEnd.test(text);
      hasOddSpaces ||=
        narrow.some((byte) => piece.includes(byte)) ||
        (!isAscii(piece) && wide.some((bytes) => piece.includes(bytes)));
      piece.copy(held, 0, bytesRead);
    }
    // The last line may end without a line end.
    hasOpenEnds ||= held.toString('latin1', 0, seamBytes).endsWith(delimiter);
    return { hasOddSpaces, hasSpacedQuotes, hasOpenEnds };
  } finally {
    await file.close();
  }
}
