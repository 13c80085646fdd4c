import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

/** What a file of columns holds: numbers as they lie in memory, texts, each once where they are `repeated`, and whatever is little, by name. */
export type Columns = Readonly<Record<string, Column>>;
type Numbers = Int32Array | Float64Array | Uint8Array;
export type Column = Numbers | readonly string[] | Readonly<{ repeated: readonly string[] }>;

const kinds = { i: Int32Array, f: Float64Array, u: Uint8Array } as const;
type Kind = keyof typeof kinds;
type Head = Readonly<{
  told: unknown;
  columns: readonly (readonly [name: string, kind: Kind | 'a' | 't', bytes: number])[];
}>;

const kindOf = (column: Numbers): Kind =>
  column instanceof Int32Array ? 'i' : column instanceof Float64Array ? 'f' : 'u';

/** Every column begins where eight bytes end, so that it is read without being copied. */
const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8;

/** Writes columns as one file, flushed: of a million rows that takes a fraction of a second, and so does to read them. */
export function writeColumns(file: string, told: unknown, columns: Columns): void {
  const parts: (readonly [string, Kind | 'a' | 't', Uint8Array])[] = [];
  const given = Object.entries(columns).flatMap(([name, column]): (readonly [string, Plain])[] => {
    if (!('repeated' in column)) return [[name, column]];
    const { texts, numbers } = eachOnce(column.repeated);
    return [
      [name, texts],
      [`${name} numbers`, numbers],
    ];
  });
  for (const [name, column] of given) {
    if (isNumbers(column)) {
      parts.push([name, kindOf(column), new Uint8Array(column.buffer, column.byteOffset, column.byteLength)]);
      continue;
    }
    const lengths = new Int32Array(column.length);
    for (const [at, text] of column.entries()) lengths[at] = text.length;
    parts.push([`${name} lengths`, 'i', new Uint8Array(lengths.buffer)]);
    // Letters without accents take one byte each, which nearly all are.
    const text = column.join('');
    if (Buffer.byteLength(text) === text.length) parts.push([name, 'a', Buffer.from(text, 'latin1')]);
    else parts.push([name, 't', Buffer.from(text, 'utf16le')]);
  }
  const head: Head = { told, columns: parts.map(([name, kind, bytes]) => [name, kind, bytes.length]) };
  const text = Buffer.from(JSON.stringify(head));
  const padding = Buffer.alloc(8);
  const opened = openSync(file, 'w');
  const put = (bytes: Uint8Array) => {
    for (let from = 0; from < bytes.length;) from += writeSync(opened, bytes, from);
    writeSync(opened, padding, 0, aligned(bytes.length) - bytes.length);
  };
  try {
    const length = Buffer.alloc(8);
    length.writeUInt32LE(text.length);
    put(length);
    put(text);
    for (const [, , bytes] of parts) put(bytes);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** Texts of which many are alike: each of them once, and for every place the number of the one that stands there. */
function eachOnce(all: readonly string[]): Readonly<{ texts: readonly string[]; numbers: Int32Array }> {
  const known = new Map<string, number>();
  const numbers = new Int32Array(all.length);
  for (const [at, text] of all.entries()) {
    const number = known.get(text) ?? known.size;
    if (number === known.size) known.set(text, number);
    numbers[at] = number;
  }
  return { texts: [...known.keys()], numbers };
}

type Plain = Exclude<Column, { repeated: readonly string[] }>;
const isNumbers = (column: Plain): column is Numbers => ArrayBuffer.isView(column);

/** Reads a file that `writeColumns` wrote. Throws where it is not whole. */
export function readColumns(file: string): Readonly<{
  told: unknown;
  ints(name: string): Int32Array;
  floats(name: string): Float64Array;
  bytes(name: string): Uint8Array;
  texts(name: string): string[];
}> {
  const all = readFileSync(file);
  const headEnd = 8 + all.readUInt32LE(0);
  const head = JSON.parse(all.toString('utf8', 8, headEnd)) as Head;
  const places = new Map<string, readonly [kind: string, from: number, bytes: number]>();
  let from = aligned(headEnd);
  for (const [name, kind, bytes] of head.columns) {
    places.set(name, [kind, from, bytes]);
    from += aligned(bytes);
  }
  if (from !== all.length) throw new Error(`Not whole: ${file}`);
  const part = (name: string, kind: string): Buffer => {
    const [is, begin, bytes] = places.get(name) ?? ['', 0, 0];
    if (is !== kind) throw new Error(`No column ${name} in ${file}`);
    return all.subarray(begin, begin + bytes);
  };
  const ints = (name: string): Int32Array => {
    const of = part(name, 'i');
    return new Int32Array(of.buffer, of.byteOffset, of.length / 4);
  };
  return {
    told: head.told,
    ints,
    floats(name) {
      const of = part(name, 'f');
      return new Float64Array(of.buffer, of.byteOffset, of.length / 8);
    },
    bytes: (name) => part(name, 'u'),
    texts(name) {
      const isPlain = places.get(name)?.[0] === 'a';
      const text = isPlain ? part(name, 'a').toString('latin1') : part(name, 't').toString('utf16le');
      let at = 0;
      const texts: string[] = [];
      for (const length of ints(`${name} lengths`)) texts.push(text.slice(at, (at += length)));
      if (!places.has(`${name} numbers`)) return texts;
      return Array.from(ints(`${name} numbers`), (number) => texts[number] ?? '');
    },
  };
}
