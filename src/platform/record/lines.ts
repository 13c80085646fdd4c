/** A line as its bytes, without the newline; `whole` is false for bytes after the last newline. */
export type Line = Readonly<{ bytes: Buffer; whole: boolean }>;

/** Far above any entry: a file of one endless line is refused before it fills the memory. */
const longestLineBytes = 16 * 1024 * 1024;

/** Cuts a stream into lines, byte by byte: decoding first would hide changed bytes. Throws a `RangeError` when one never ends. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let pieces: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
      yield { bytes: Buffer.concat([...pieces, rest.subarray(0, end)]), whole: true };
      pieces = [];
      length = 0;
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) pieces.push(rest);
    length += rest.length;
    if (length > longestLineBytes) throw new RangeError('A line is longer than 16 MB');
  }
  if (length > 0) yield { bytes: Buffer.concat(pieces), whole: false };
}
