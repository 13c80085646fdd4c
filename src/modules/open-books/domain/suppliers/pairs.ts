import { type AlikeWords, alikeWords } from './alike-words.ts';
import { eachBlock, type HashSet, without } from './blocks.ts';
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
  /** Of what they have in common: names that have it in common too may change what the pair is worth. */
  block: number;
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

/** What each name has in common with others that have all words but one in common with it, or all. */
export function eachBlockOfWords(
  { starts, wordsAt, wordHashes, setHashes }: NameIndex,
  key: number,
  use: (hash: number, word: number) => void,
): void {
  const from = starts[key] ?? 0;
  const to = starts[key + 1] ?? 0;
  const sum = setHashes[key] ?? 0;
  use(sum, -1);
  if (to - from < 2 || to - from > 8) return;
  for (let place = from; place < to; place += 1) {
    const word = wordsAt[place] ?? 0;
    use(without(sum, wordHashes[word] ?? 0), word);
  }
}

/** Names with all words but one in common: which word each of them leaves out, and how they differ there. `among`: in these blocks alone. */
export function pairsByWords(index: NameIndex, use: (pair: Pair) => void, among?: HashSet): void {
  const { wordsAt, keys } = index;
  const most = wordsAt.length + keys.length;
  let hashes = new Float64Array(among === undefined ? most : 1024);
  let owners = new Int32Array(hashes.length);
  let left = new Int32Array(hashes.length);
  let filled = 0;
  let owner = 0;
  const put = (hash: number, word: number) => {
    if (among !== undefined && !among.has(hash)) return;
    if (filled === hashes.length) [hashes, owners, left] = [twice(hashes), twice(owners), twice(left)];
    hashes[filled] = hash;
    owners[filled] = owner;
    left[filled] = word;
    filled += 1;
  };
  for (; owner < keys.length; owner += 1) if (keys[owner] !== '') eachBlockOfWords(index, owner, put);

  const large: Int32Array[] = [];
  const block = { index, hashes, owners, left, use };
  eachBlock(hashes.subarray(0, filled), (members, from, to) => {
    if (to - from <= smallBlock) pairsOfSmallBlock(block, members, from, to);
    else large.push(members.subarray(from, to));
  });
  const inLarge = new Set<number>();
  for (const members of large) for (const member of members) inLarge.add(left[member] ?? -1);
  inLarge.delete(-1);
  const alike = alikeWords(index.words, inLarge);
  for (const members of large) pairsOfBlock({ ...block, alike }, members);
}

function twice<Column extends Int32Array | Float64Array>(of: Column): Column {
  const grown = (
    of instanceof Int32Array ? new Int32Array(2 * of.length) : new Float64Array(2 * of.length)
  ) as Column;
  grown.set(of);
  return grown;
}

type Block = Readonly<{
  index: NameIndex;
  hashes: Float64Array;
  owners: Int32Array;
  left: Int32Array;
  use: (pair: Pair) => void;
}>;

/** Beyond this many, words of a block are held against each other only where they are one slip apart. */
const smallBlock = 24;

/** Most blocks hold two or three: each is held against each, and nothing is set up for it. */
function pairsOfSmallBlock(
  { index, hashes, owners, left, use }: Block,
  members: Int32Array,
  from: number,
  to: number,
): void {
  const block = hashes[members[from] ?? 0] ?? 0;
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
        use({ one: owner, other, kind: 'word-order', word: -1, otherWord: -1, rivals: 0, block });
      else if (otherWord < 0)
        use({ one: owner, other, kind: 'dropped-word', word, otherWord: -1, rivals, block });
      else if (word < 0)
        use({
          one: other,
          other: owner,
          kind: 'dropped-word',
          word: otherWord,
          otherWord: -1,
          rivals,
          block,
        });
      else {
        const kind = likeness(index.words[word] ?? '', index.words[otherWord] ?? '');
        if (kind !== undefined) use({ one: owner, other, kind, word, otherWord, rivals, block });
      }
    }
  }
}

function pairsOfBlock(
  { index, hashes, owners, left, alike, use }: Block & Readonly<{ alike: AlikeWords }>,
  members: Int32Array,
): void {
  const block = hashes[members[0] ?? 0] ?? 0;
  const whole: number[] = [];
  const byWord = new Map<number, number[]>();
  for (const member of members) {
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
    use({ one, other, kind: 'word-order', word: -1, otherWord: -1, rivals: 0, block }),
  );
  if (rivals <= smallBlock)
    for (const other of whole)
      for (const [word, owners] of byWord)
        for (const one of owners)
          use({ one, other, kind: 'dropped-word', word, otherWord: -1, rivals, block });
  const seen = [...byWord.keys()];
  const hold = (word: number, otherWord: number, kind: PairKind) => {
    for (const one of byWord.get(word) ?? [])
      for (const other of byWord.get(otherWord) ?? [])
        if (one !== other) use({ one, other, kind, word, otherWord, rivals, block });
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
export function pairsBySpacing(
  { keys, letterHashes }: NameIndex,
  use: (pair: Pair) => void,
  among?: HashSet,
): void {
  const places = new Int32Array(keys.length);
  let count = 0;
  for (let key = 0; key < keys.length; key += 1)
    if (keys[key] !== '' && (among === undefined || among.has(letterHashes[key] ?? 0))) {
      places[count] = key;
      count += 1;
    }
  const of = places.subarray(0, count);
  const hashes = Float64Array.from(of, (key) => letterHashes[key] ?? 0);
  eachBlock(hashes, (members, from, to) => {
    const block = hashes[members[from] ?? 0] ?? 0;
    pairsWithin(
      [...members.subarray(from, to)].map((member) => of[member] ?? 0),
      (one, other) => use({ one, other, kind: 'spacing', word: -1, otherWord: -1, rivals: 0, block }),
    );
  });
}
