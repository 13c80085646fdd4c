import type { NameIndex } from './name-index.ts';
import { isOneSlip } from './alike-words.ts';
import { likeness } from './pairs.ts';
import { wordClass } from './word-classes.ts';
import { setsApart } from './weigh.ts';

/** How two normal forms differ as wholes, whatever other name lies between them. */
export type Difference =
  | 'none'
  | 'more-words'
  | 'other-words'
  | 'other-trade'
  | 'set-apart'
  | 'nothing-in-common';

/** Whether no two names of one supplier’s may differ so. */
export const isAnother = (difference: Difference): boolean =>
  difference === 'other-trade' || difference === 'set-apart' || difference === 'nothing-in-common';

/** Whether one name says no more than the other does, but for more words. */
export const isMuchAlike = (difference: Difference): boolean =>
  difference === 'none' || difference === 'more-words';

/**
 * Holds two whole names against each other, so that no chain of small steps brings together what is apart: “Smith North” comes to
 * “Smith”, and so does “Smith South”, but they do not come to each other.
 */
export function difference(index: NameIndex, classes: Uint8Array, one: number, other: number): Difference {
  const [mine, yours] = unshared(index, one, other);
  const shared = (index.starts[one + 1] ?? 0) - (index.starts[one] ?? 0) - mine.length;
  const left = yours.filter((word) => {
    const like = mine.findIndex((each) => isSameWord(index.words[each] ?? '', index.words[word] ?? ''));
    if (like >= 0) mine.splice(like, 1);
    return like < 0;
  });
  const alike = yours.length - left.length;
  if (mine.length === 0 && left.length === 0) return 'none';
  const hold = (words: readonly number[], kinds: number) =>
    words.some((word) => ((classes[word] ?? 0) & kinds) !== 0);
  if (hold(mine, setsApart) && hold(left, setsApart)) return 'set-apart';
  if (shared + alike === 0) return sameLetters(index, one, other) ? 'none' : 'nothing-in-common';
  if (mine.length === 0 || left.length === 0) return 'more-words';
  return hold(mine, trade) && hold(left, trade) ? 'other-trade' : 'other-words';
}

const trade = wordClass.trade | wordClass.common | wordClass.institution;

/** Closer than two names are held against each other for: one slip, a plural or a shortening. */
function isSameWord(one: string, other: string): boolean {
  const like = likeness(one, other);
  return like === 'spelling'
    ? isOneSlip(one, other) || Math.min(one.length, other.length) >= 9
    : like !== undefined;
}

/** The words of either that the other has not, each as often as it stands there more often. */
function unshared({ starts, wordsAt }: NameIndex, one: number, other: number): readonly [number[], number[]] {
  const yours: number[] = [];
  for (let at = starts[other] ?? 0; at < (starts[other + 1] ?? 0); at += 1) yours.push(wordsAt[at] ?? 0);
  const mine: number[] = [];
  for (let at = starts[one] ?? 0; at < (starts[one + 1] ?? 0); at += 1) {
    const word = wordsAt[at] ?? 0;
    const same = yours.indexOf(word);
    if (same >= 0) yours.splice(same, 1);
    else mine.push(word);
  }
  return [mine, yours];
}

const sameLetters = ({ keys }: NameIndex, one: number, other: number): boolean =>
  (keys[one] ?? '').replaceAll(' ', '') === (keys[other] ?? '').replaceAll(' ', '');
