/**
 * Entries of one hash brought together: what each block of two or more holds is handed over as places in `hashes`, which are read
 * from `members` between `from` and `to`. Places within a block come in ascending order. Two passes over typed arrays: millions of
 * entries take a fraction of a second, where a Map of arrays takes many.
 */
export function eachBlock(
  hashes: Float64Array,
  use: (members: Int32Array, from: number, to: number) => void,
): void {
  const size = 1 << Math.max(4, Math.ceil(Math.log2(hashes.length + 1)));
  const starts = new Int32Array(size + 1);
  const shift = Math.clz32(size - 1);
  // The lower half of a hash spread over the slots: whole numbers alone, where a remainder would cost ten times as much.
  const slot = (hash: number) => Math.imul(hash | 0, 0x9e_37_79_b1) >>> shift;
  for (let at = 0; at < hashes.length; at += 1) {
    const to = slot(hashes[at] ?? 0);
    starts[to] = (starts[to] ?? 0) + 1;
  }
  // Where a slot ends, until it is filled from behind: then where it begins.
  for (let at = 1; at <= size; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const members = new Int32Array(hashes.length);
  for (let at = hashes.length - 1; at >= 0; at -= 1) {
    const to = slot(hashes[at] ?? 0);
    const place = (starts[to] ?? 0) - 1;
    members[place] = at;
    starts[to] = place;
  }
  for (let at = 0; at < size; at += 1) {
    let from = starts[at] ?? 0;
    const end = starts[at + 1] ?? 0;
    if (end - from < 2) continue;
    // Different hashes may share a slot: those of one hash are drawn together, the first found first.
    while (from < end - 1) {
      const hash = hashes[members[from] ?? 0];
      let to = from + 1;
      for (let next = to; next < end; next += 1) {
        const member = members[next] ?? 0;
        if (hashes[member] !== hash) continue;
        if (next > to) members.copyWithin(to + 1, to, next);
        members[to] = member;
        to += 1;
      }
      if (to - from > 1) use(members, from, to);
      from = to;
    }
  }
}

/** Hashes to be found again, in a table without objects: looked up by the million. */
export type HashSet = Readonly<{ has(hash: number): boolean }>;

export function hashSet(hashes: Iterable<number>): HashSet {
  const all = [...hashes];
  const size = 1 << Math.max(4, Math.ceil(Math.log2(2 * all.length + 1)));
  const shift = Math.clz32(size - 1);
  const table = new Float64Array(size).fill(-1);
  const placeOf = (hash: number): number => {
    let place = Math.imul(hash | 0, 0x9e_37_79_b1) >>> shift;
    while (table[place] !== -1 && table[place] !== hash) place = (place + 1) & (size - 1);
    return place;
  };
  for (const hash of all) table[placeOf(hash)] = hash;
  return { has: (hash) => table[placeOf(hash)] === hash };
}

/** Sums of hashes are taken to this modulus, so that they stay whole numbers. */
export const hashModulus = 4_503_599_627_370_449;

/** The sum of two hashes, and what is left of one without another, by a comparison: a remainder would cost far more. */
export const added = (one: number, other: number): number => {
  const sum = one + other;
  return sum >= hashModulus ? sum - hashModulus : sum;
};
export const without = (sum: number, one: number): number =>
  sum >= one ? sum - one : sum - one + hashModulus;

/** A number of 52 bits that stands for a text, or for what is left of it without the letter at a place: the same on every machine and every day. */
export function hashOf(text: string, leftOut = -1): number {
  let one = 0x81_1c_9d_c5;
  let other = 0x9e_37_79_b9;
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at === leftOut) continue;
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01_00_01_93);
    other = Math.imul(other ^ (code + letters), 0x85_eb_ca_6b);
    other ^= other >>> 13;
    letters += 1;
  }
  return (one >>> 6) * 67_108_864 + (other >>> 6);
}

/** The hash of the letters of a text without its spaces, and on the way that of each of its beginnings. */
export function hashOfLetters(text: string, beginning?: (letters: number, hash: number) => void): number {
  let one = 0x81_1c_9d_c5;
  let other = 0x9e_37_79_b9;
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32) continue;
    one = Math.imul(one ^ code, 0x01_00_01_93);
    other = Math.imul(other ^ (code + letters), 0x85_eb_ca_6b);
    other ^= other >>> 13;
    letters += 1;
    if (beginning !== undefined) beginning(letters, (one >>> 6) * 67_108_864 + (other >>> 6));
  }
  return (one >>> 6) * 67_108_864 + (other >>> 6);
}
