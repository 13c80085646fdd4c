import type { HashSet } from './blocks.ts';
import type { NameIndex } from './name-index.ts';
import { pairsOfBranches, pairsOfCutNames, pairsOfTraders } from './other-pairs.ts';
import { type Pair, type PairKind, pairsBySpacing, pairsByWords } from './pairs.ts';
import type { ReadRecords } from './records.ts';

/** In what names may have something in common. */
export type Family = 'words' | 'letters' | 'bases' | 'trades' | 'cut';

const familyOf: Readonly<Record<PairKind, Family>> = {
  'word-order': 'words',
  spelling: 'words',
  plural: 'words',
  shortened: 'words',
  'dropped-word': 'words',
  spacing: 'letters',
  branch: 'bases',
  'trading-name': 'trades',
  'cut-short': 'cut',
};

/** Blocks of each family, told by their hashes. */
export type Blocks = Readonly<Record<Family, HashSet>>;

/** A pair that was found, and how sure it is that it is one supplier’s once it was weighed: `NaN` until then. */
export type FoundPair = Pair & { sure: number; circumstances: number };

/** Every pair of names that may be one supplier’s: all there are, or those of these blocks alone. */
export function findPairs(
  index: NameIndex,
  read: Pick<ReadRecords, 'keyNumbers' | 'bases' | 'trades' | 'cut'>,
  circumstancesOf: (pair: Pair) => number,
  among?: Blocks,
): FoundPair[] {
  const pairs: FoundPair[] = [];
  const put = (pair: Pair) => pairs.push({ ...pair, sure: Number.NaN, circumstances: circumstancesOf(pair) });
  pairsByWords(index, put, among?.words);
  pairsBySpacing(index, put, among?.letters);
  pairsOfBranches(read, put, among?.bases);
  pairsOfTraders(read, put, among?.trades);
  pairsOfCutNames(index, read, put, among?.cut);
  return pairs;
}

/** Whether a pair was found in one of these blocks. */
export const isAmong = ({ kind, block }: Pair, blocks: Blocks): boolean => blocks[familyOf[kind]].has(block);
