/** A value that can be written as canonical JSON: amounts are strings of pence or whole numbers, never floats. */
export type Json = string | number | boolean | null | readonly Json[] | Readonly<{ [key: string]: Json }>;

/**
 * Writes a value in the one form that is hashed: RFC 8785 (keys in order of their UTF-16 code units, no spaces),
 * narrowed to whole numbers, so that no reader in any language can round a figure differently.
 *
 * Throws a `TypeError` that names the place for what has no such form: a fraction, a number beyond 2^53, minus zero,
 * NaN, `undefined`, a bigint, half a surrogate pair, anything that is not plain data.
 */
export function canonicalJson(value: Json): string {
  return write(value, '$');
}

/** Whether a text is exactly what `canonicalJson` would write, byte for byte. */
export function isCanonicalJson(text: string): boolean {
  try {
    const value: Json = JSON.parse(text);
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}

function write(value: unknown, place: string): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return writeNumber(value, place);
  if (typeof value === 'string') return writeText(value, place);
  if (Array.isArray(value)) return writeList(value, place);
  if (typeof value === 'object') return writeObject(value, place);
  throw new TypeError(`${place} is ${typeof value}, which JSON cannot hold`);
}

function writeNumber(value: number, place: string): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0))
    throw new TypeError(
      `${place} is ${Object.is(value, -0) ? '-0' : value}; write it as a whole number or as text`,
    );
  return String(value);
}

// JSON.stringify escapes exactly as RFC 8785 asks, except that it lets half a surrogate pair through.
function writeText(value: string, place: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError(`${place} holds half a surrogate pair`);
  return JSON.stringify(value);
}

function writeList(values: readonly unknown[], place: string): string {
  // Array.from also visits the holes of a sparse array, which `map` would skip without a word.
  return `[${Array.from(values, (value, index) => write(value, `${place}[${index}]`)).join(',')}]`;
}

function writeObject(value: object, place: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`${place} is not plain data; turn it into text or whole numbers first`);
  // Sorting strings without a comparer is by UTF-16 code unit, which is the order RFC 8785 asks for.
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${writeText(key, place)}:${write(member, `${place}.${key}`)}`);
  return `{${members.join(',')}}`;
}
