import { eachBlock, hashOf } from './blocks.ts';
import { editDistance, isTransposed } from './edit-distance.ts';

/** A word may be another misspelt: words of the index that are one slip apart, each with the others. */
export type AlikeWords = Readonly<{ of(word: number): readonly number[] }>;

const shortest = 4;
const longest = 24;
const none: readonly number[] = [];

/**
 * Finds words that differ by one letter put in, taken out or changed, or by two that changed places. Every word is laid down with
 * each of its letters left out in turn: two words within one slip share one of those forms, so no pair need be looked for. `among`: the numbers
 * of the words that are held against each other.
 */
export function alikeWords(words: readonly string[], among: Iterable<number>): AlikeWords {
  const long = [...among].filter((number) => canBeMisspelt(words[number] ?? ''));
  let size = 0;
  for (const number of long) size += (words[number]?.length ?? 0) + 1;
  const hashes = new Float64Array(size);
  const owners = new Int32Array(size);
  let filled = 0;
  for (const number of long) {
    const word = words[number] ?? '';
    hashes[filled] = hashOf(word);
    owners[filled] = number;
    filled += 1;
    for (let at = 0; at < word.length; at += 1) {
      // Leaving out either of two equal neighbours gives one form.
      if (at > 0 && word[at] === word[at - 1]) continue;
      hashes[filled] = hashOf(word, at);
      owners[filled] = number;
      filled += 1;
    }
  }
  const alike = new Map<number, number[]>();
  const add = (one: number, other: number) => {
    const known = alike.get(one);
    if (known === undefined) alike.set(one, [other]);
    else if (!known.includes(other)) known.push(other);
  };
  eachBlock(hashes.subarray(0, filled), (members, from, to) => {
    for (let i = from; i < to; i += 1)
      for (let j = i + 1; j < to; j += 1) {
        const one = owners[members[i] ?? 0] ?? 0;
        const other = owners[members[j] ?? 0] ?? 0;
        if (one === other || !isOneSlip(words[one] ?? '', words[other] ?? '')) continue;
        add(one, other);
        add(other, one);
      }
  });
  return { of: (word) => alike.get(word) ?? none };
}

const canBeMisspelt = (word: string): boolean =>
  word.length >= shortest && word.length <= longest && !/\d/u.test(word);

export const isOneSlip = (one: string, other: string): boolean =>
  Math.abs(one.length - other.length) <= 1 && (editDistance(one, other) === 1 || isTransposed(one, other));
