import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { decoder } from './encoding.ts';
import type { TextSource } from './text-table.ts';

const pieceBytes = 1024 * 1024;

/** Writes a text anew in UTF-8 and without its marks, piece by piece: the same characters as its rows are read from. */
export async function writeAsUtf8(
  { path, written: { encoding, markBytes } }: Pick<TextSource, 'path' | 'written'>,
  to: string,
): Promise<void> {
  const pieces = decoder(encoding);
  await pipeline(
    createReadStream(path, { start: markBytes, highWaterMark: pieceBytes }),
    async function* decoded(source: AsyncIterable<Buffer>) {
      for await (const piece of source) yield pieces.write(piece);
      yield pieces.end() ?? '';
    },
    createWriteStream(to),
  );
}
