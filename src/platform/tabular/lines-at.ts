import { open } from 'node:fs/promises';

const lineFeed = 0x0a;
const pieceBytes = 256 * 1024;

/** At which bytes of a text its lines begin: every so manyth of them, from the first. */
export type LineMarks = readonly number[];
export const linesApart = 1000;

/**
 * The lines of a text in UTF-8 that stand in these places, from 0 and in ascending order, without their ends. With marks what lies
 * between them is passed over.
 */
export async function linesAt(
  path: string,
  places: readonly number[],
  marks: LineMarks = [],
): Promise<readonly string[]> {
  const found: string[] = [];
  /** The beginning of a wanted line in the pieces before. */
  let begun: Buffer[] = [];
  let [line, at] = [0, 0];
  const file = await open(path);
  try {
    const held = Buffer.alloc(pieceBytes);
    for (let wanted = places[0]; wanted !== undefined; wanted = places[found.length]) {
      const mark = Math.floor(wanted / linesApart);
      if (mark * linesApart > line)
        [line, at] = marks[mark] === undefined ? [line, at] : [mark * linesApart, marks[mark]];
      const { bytesRead } = await file.read(held, 0, pieceBytes, at);
      if (bytesRead === 0) break;
      const piece = held.subarray(0, bytesRead);
      for (let from = 0; from < piece.length && found.length < places.length;) {
        const end = piece.indexOf(lineFeed, from);
        const isWanted = line === places[found.length];
        if (isWanted) begun.push(Buffer.from(piece.subarray(from, end === -1 ? piece.length : end)));
        if (end === -1) break;
        if (isWanted) {
          found.push(lineOf(begun));
          begun = [];
        }
        line += 1;
        from = end + 1;
      }
      at += bytesRead;
    }
    // The last line may end without a line end.
    if (begun.length > 0) found.push(lineOf(begun));
    return found;
  } finally {
    await file.close();
  }
}

const lineOf = (pieces: readonly Buffer[]): string =>
  Buffer.concat(pieces).toString('utf8').replace(/\r$/, '');
