import { added, hashModulus, hashOf } from './blocks.ts';

/** Every normal form once, with its words as numbers: what the search for pairs runs over. */
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
}>;

export function indexNames(keys: readonly string[]): NameIndex {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  const starts = new Int32Array(keys.length + 1);
  const at: number[] = [];
  for (const [k, key] of keys.entries()) {
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
    starts[k + 1] = at.length;
  }
  const wordsAt = Int32Array.from(at);
  const commonness = new Int32Array(words.length);
  for (const word of wordsAt) commonness[word] = (commonness[word] ?? 0) + 1;
  const wordHashes = Float64Array.from(words, (word) => hashOf(word) % hashModulus);
  const setHashes = new Float64Array(keys.length);
  for (let k = 0; k < keys.length; k += 1) {
    let sum = 0;
    for (let place = starts[k] ?? 0; place < (starts[k + 1] ?? 0); place += 1)
      sum = added(sum, wordHashes[wordsAt[place] ?? 0] ?? 0);
    setHashes[k] = sum;
  }
  return { keys, words, commonness, starts, wordsAt, wordHashes, setHashes };
}
