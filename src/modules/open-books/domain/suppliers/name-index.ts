import { added, hashModulus, hashOf, hashOfLetters } from './blocks.ts';

/**
 * Every normal form once, with its words as numbers: what the search for pairs runs over. Keys that are no longer there stand as empty
 * texts, so that the numbers of the others stay.
 */
export type NameIndex = Readonly<{
  keys: readonly string[];
  words: readonly string[];
  /** In how many normal forms a word stands. */
  commonness: Int32Array;
  /** The words of key `k`: `wordsAt` from `starts[k]` to `starts[k + 1]`. */
  starts: Int32Array;
  wordsAt: Int32Array;
  wordHashes: Float64Array;
  /** Sum of the hashes of its words: the same in whatever order they stand. */
  setHashes: Float64Array;
  /** Of the letters of each key without its spaces, and of the first `headLetters` of them; nought where it has fewer. */
  letterHashes: Float64Array;
  heads: Float64Array;
}>;

/** No name is taken for one that a ledger cut short of fewer letters. */
export const headLetters = 14;

/** Indexes keys, of which the first may be indexed already: words and keys keep their numbers. */
export function indexNames(keys: readonly string[], known?: NameIndex): NameIndex {
  const words: string[] = [...(known?.words ?? [])];
  const numbers = new Map(words.map((word, number) => [word, number]));
  const starts = longer(known?.starts ?? new Int32Array(1), keys.length + 1);
  const before = (known?.starts.length ?? 1) - 1;
  const wordsBefore = words.length;
  const at: number[] = [];
  const atBefore = known?.wordsAt.length ?? 0;
  for (let k = before; k < keys.length; k += 1) {
    const key = keys[k] ?? '';
    let from = 0;
    for (;;) {
      const space = key.indexOf(' ', from);
      const word = space < 0 ? key.slice(from) : key.slice(from, space);
      let number = numbers.get(word);
      if (number === undefined) {
        number = words.length;
        numbers.set(word, number);
        words.push(word);
      }
      at.push(number);
      if (space < 0) break;
      from = space + 1;
    }
    starts[k + 1] = atBefore + at.length;
  }
  const wordsAt = longer(known?.wordsAt ?? new Int32Array(0), atBefore + at.length);
  wordsAt.set(at, atBefore);
  const wordHashes = longer(known?.wordHashes ?? new Float64Array(0), words.length);
  for (let word = wordsBefore; word < words.length; word += 1)
    wordHashes[word] = hashOf(words[word] ?? '') % hashModulus;
  const column = (of: Float64Array = new Float64Array(0)) => longer(of, keys.length);
  const setHashes = column(known?.setHashes);
  const letterHashes = column(known?.letterHashes);
  const heads = column(known?.heads);
  const commonness = new Int32Array(words.length);
  for (let k = 0; k < keys.length; k += 1) {
    if (keys[k] === '') continue;
    for (let place = starts[k] ?? 0; place < (starts[k + 1] ?? 0); place += 1) {
      const word = wordsAt[place] ?? 0;
      commonness[word] = (commonness[word] ?? 0) + 1;
    }
    if (k < before) continue;
    letterHashes[k] = hashOfLetters(keys[k] ?? '', (letters, hash) => {
      if (letters === headLetters) heads[k] = hash;
    });
    let sum = 0;
    for (let place = starts[k] ?? 0; place < (starts[k + 1] ?? 0); place += 1)
      sum = added(sum, wordHashes[wordsAt[place] ?? 0] ?? 0);
    setHashes[k] = sum;
  }
  return { keys, words, commonness, starts, wordsAt, wordHashes, setHashes, letterHashes, heads };
}

/** The same column with room for more. */
function longer<Column extends Int32Array | Float64Array>(of: Column, length: number): Column {
  const grown = (of instanceof Int32Array ? new Int32Array(length) : new Float64Array(length)) as Column;
  grown.set(of);
  return grown;
}
