import { open } from 'node:fs/promises';

/** What stands above the data is looked for in the first bytes alone. */
const headBytes = 1_000_000;
const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/**
 * Whether lines that were counted are all of a file below those above them: as many bytes, with an end of one kind after each, or
 * after each but the last. Then a line of the file is found again by its number, and nothing of the file is none of them.
 */
export async function isEveryByteIn(
  { path, linesAbove }: Readonly<{ path: string; linesAbove: number }>,
  { lines, bytes }: Readonly<{ lines: number; bytes: number }>,
): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(size, headBytes));
    await file.read(head, 0, head.length, 0);
    let from = 0;
    for (let line = 0; line < linesAbove; line += 1) {
      const end = endOfLine(head, from);
      if (end === undefined) return false;
      from = end.next;
    }
    const first = endOfLine(head, from);
    if (first === undefined) return false;
    const ends = size - from - bytes;
    return ends === lines * first.bytes || ends === (lines - 1) * first.bytes;
  } finally {
    await file.close();
  }
}

/** The end of the line that begins there: how many bytes it has, and where the next line begins. */
function endOfLine(head: Buffer, from: number): Readonly<{ bytes: number; next: number }> | undefined {
  const at = head.subarray(from).findIndex((byte) => byte === lineFeed || byte === carriageReturn);
  if (at === -1) return undefined;
  const bytes = head[from + at] === carriageReturn && head[from + at + 1] === lineFeed ? 2 : 1;
  return { bytes, next: from + at + bytes };
}
