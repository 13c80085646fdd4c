import { type AlikeWords, alikeWords } from './alike-words.ts';
import { eachBlock, hashOfLetters, without } from './blocks.ts';
import type { NameIndex } from './name-index.ts';
import { isShortened } from './shortened.ts';
import { editDistance } from './edit-distance.ts';

/** Two normal forms that may be one supplier’s, and in what they differ. */
export type Pair = Readonly<{
  one: number;
  other: number;
  kind: PairKind;
  /** The word of either that the other lacks or has otherwise; −1 where there is none. */
  word: number;
  otherWord: number;
  /** How many different words stand in the index where these two differ: in “X Parish Council” hundreds. */
  rivals: number;
}>;

export type PairKind =
  | 'word-order'
  | 'spacing'
  | 'spelling'
  | 'plural'
  | 'shortened'
  | 'dropped-word'
  | 'cut-short'
  | 'branch'
  | 'trading-name';

/** Names with all words but one in common: which word each of them leaves out, and how they differ there. */
export function pairsByWords(index: NameIndex, use: (pair: Pair) => void): void {
  const alike = alikeWords(index.words);
  const { starts, wordsAt, wordHashes, setHashes, keys } = index;
  const hashes = new Float64Array(wordsAt.length + keys.length);
  const owners = new Int32Array(hashes.length);
  const left = new Int32Array(hashes.length);
  let filled = 0;
  const put = (hash: number, key: number, word: number) => {
    hashes[filled] = hash;
    owners[filled] = key;
    left[filled] = word;
    filled += 1;
  };
  for (let key = 0; key < keys.length; key += 1) {
    const from = starts[key] ?? 0;
    const to = starts[key + 1] ?? 0;
    const sum = setHashes[key] ?? 0;
    put(sum, key, -1);
    if (to - from < 2 || to - from > 8) continue;
    for (let place = from; place < to; place += 1) {
      const word = wordsAt[place] ?? 0;
      put(without(sum, wordHashes[word] ?? 0), key, word);
    }
  }
  const block = { index, alike, owners, left, use };
  eachBlock(hashes.subarray(0, filled), (members, from, to) => {
    if (to - from <= smallBlock) pairsOfSmallBlock(block, members, from, to);
    else pairsOfBlock(block, members, from, to);
  });
}

type Block = Readonly<{
  index: NameIndex;
  alike: AlikeWords;
  owners: Int32Array;
  left: Int32Array;
  use: (pair: Pair) => void;
}>;

/** Beyond this many, words of a block are held against each other only where they are one slip apart. */
const smallBlock = 24;

/** Most blocks hold two or three: each is held against each, and nothing is set up for it. */
function pairsOfSmallBlock(
  { index, owners, left, use }: Block,
  members: Int32Array,
  from: number,
  to: number,
): void {
  let rivals = 0;
  for (let i = from; i < to; i += 1) {
    const word = left[members[i] ?? 0] ?? -1;
    let known = word < 0;
    for (let j = from; j < i && !known; j += 1) known = left[members[j] ?? 0] === word;
    if (!known) rivals += 1;
  }
  for (let i = from; i < to; i += 1) {
    const [owner, word] = [owners[members[i] ?? 0] ?? 0, left[members[i] ?? 0] ?? -1];
    for (let j = i + 1; j < to; j += 1) {
      const [other, otherWord] = [owners[members[j] ?? 0] ?? 0, left[members[j] ?? 0] ?? -1];
      if (owner === other || (word === otherWord && word >= 0)) continue;
      if (word === otherWord)
        use({ one: owner, other, kind: 'word-order', word: -1, otherWord: -1, rivals: 0 });
      else if (otherWord < 0) use({ one: owner, other, kind: 'dropped-word', word, otherWord: -1, rivals });
      else if (word < 0)
        use({ one: other, other: owner, kind: 'dropped-word', word: otherWord, otherWord: -1, rivals });
      else {
        const kind = likeness(index.words[word] ?? '', index.words[otherWord] ?? '');
        if (kind !== undefined) use({ one: owner, other, kind, word, otherWord, rivals });
      }
    }
  }
}

function pairsOfBlock(
  { index, alike, owners, left, use }: Block,
  members: Int32Array,
  from: number,
  to: number,
): void {
  const whole: number[] = [];
  const byWord = new Map<number, number[]>();
  for (let at = from; at < to; at += 1) {
    const member = members[at] ?? 0;
    const word = left[member] ?? -1;
    const owner = owners[member] ?? 0;
    if (word < 0) whole.push(owner);
    else {
      const of = byWord.get(word);
      if (of === undefined) byWord.set(word, [owner]);
      else if (of.at(-1) !== owner) of.push(owner);
    }
  }
  const rivals = byWord.size;
  pairsWithin(whole, (one, other) =>
    use({ one, other, kind: 'word-order', word: -1, otherWord: -1, rivals: 0 }),
  );
  if (rivals <= smallBlock)
    for (const other of whole)
      for (const [word, owners] of byWord)
        for (const one of owners) use({ one, other, kind: 'dropped-word', word, otherWord: -1, rivals });
  const seen = [...byWord.keys()];
  const hold = (word: number, otherWord: number, kind: PairKind) => {
    for (const one of byWord.get(word) ?? [])
      for (const other of byWord.get(otherWord) ?? [])
        if (one !== other) use({ one, other, kind, word, otherWord, rivals });
  };
  if (rivals <= smallBlock)
    for (let i = 0; i < seen.length; i += 1)
      for (let j = i + 1; j < seen.length; j += 1) {
        const [word, otherWord] = [seen[i] ?? 0, seen[j] ?? 0];
        const kind = likeness(index.words[word] ?? '', index.words[otherWord] ?? '');
        if (kind !== undefined) hold(word, otherWord, kind);
      }
  else
    for (const word of seen)
      for (const otherWord of alike.of(word))
        if (word < otherWord && byWord.has(otherWord))
          hold(
            word,
            otherWord,
            isPlural(index.words[word] ?? '', index.words[otherWord] ?? '') ? 'plural' : 'spelling',
          );
}

function pairsWithin(keys: readonly number[], use: (one: number, other: number) => void): void {
  for (let i = 0; i < keys.length; i += 1)
    for (let j = i + 1; j < keys.length; j += 1) use(keys[i] ?? 0, keys[j] ?? 0);
}

/** How one word may be the other written otherwise; undefined where they are different words. */
export function likeness(one: string, other: string): PairKind | undefined {
  if (/\d/u.test(one) || /\d/u.test(other)) return undefined;
  if (isPlural(one, other)) return 'plural';
  const shorter = Math.min(one.length, other.length);
  if (shorter >= 4 && Math.abs(one.length - other.length) <= 2) {
    const distance = editDistance(one, other);
    if (distance === 1 || (distance === 2 && shorter >= 6)) return 'spelling';
  }
  return isShortened(one, other) || isShortened(other, one) ? 'shortened' : undefined;
}

const isPlural = (one: string, other: string): boolean =>
  one.length >= 3 &&
  other.length >= 3 &&
  (`${one}s` === other || `${other}s` === one || `${one}es` === other || `${other}es` === one);

/** Names that are one and the same but for where words end: “Peartree”, “Pear Tree”. */
export function pairsBySpacing(index: NameIndex, use: (pair: Pair) => void): void {
  const hashes = Float64Array.from(index.keys, (key) => hashOfLetters(key));
  eachBlock(hashes, (members, from, to) => {
    pairsWithin([...members.subarray(from, to)], (one, other) =>
      use({ one, other, kind: 'spacing', word: -1, otherWord: -1, rivals: 0 }),
    );
  });
}
