import { open } from 'node:fs/promises';

const lineFeed = 0x0a;
/**
 * Numbers from 0 to 1 without any order, the same ones each time: what comes back in a text again and again is not met at the same place
 * of each turn, as it would be at regular distances.
 */
function scattered(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** How much of a text is taken: so many stretches of it, each of so many bytes. */
export type TextSample = Readonly<{ stretches: number; stretchBytes: number }>;

/**
 * Takes whole lines of a text from places all the way through it, and writes them to a file of their own. False where the text has
 * not that many bytes: nothing is written then, as it may as well be read whole.
 */
export async function sampleText(
  path: string,
  to: string,
  { stretches, stretchBytes }: TextSample,
): Promise<boolean> {
  const text = await open(path);
  try {
    const { size } = await text.stat();
    if (size <= stretches * stretchBytes) return false;
    const sample = await open(to, 'w');
    try {
      const held = Buffer.alloc(stretchBytes);
      const next = scattered();
      for (let nth = 0; nth < stretches; nth += 1) {
        const at = Math.floor((nth + (nth === 0 ? 0 : next())) * ((size - stretchBytes) / stretches));
        const { bytesRead } = await text.read(held, 0, stretchBytes, at);
        const piece = held.subarray(0, bytesRead);
        const from = nth === 0 ? 0 : piece.indexOf(lineFeed) + 1;
        await sample.write(piece.subarray(from, piece.lastIndexOf(lineFeed) + 1));
      }
    } finally {
      await sample.close();
    }
    return true;
  } finally {
    await text.close();
  }
}
