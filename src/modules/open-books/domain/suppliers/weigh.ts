import type { NameIndex } from './name-index.ts';
import { type Pair, wordClass } from './pairs.ts';
import { editDistance } from './edit-distance.ts';

/** From this confidence on two names are taken for one supplier’s; from `leastSuggested` on an officer is asked. */
export const leastLinked = 0.85;
export const leastSuggested = 0.5;

/** Of a hundred names in a ledger some five are another one misspelt. */
const shareMisspelt = 0.05;

/** How seldom two different words of so many letters are one slip apart by chance, by the shorter’s length from four on. */
const chanceAlike = [4e-3, 4e-3, 4e-3, 4e-3, 4e-3, 1.5e-3, 6e-4, 2e-4, 1e-4, 5e-5] as const;

const known = wordClass.telling | wordClass.common | wordClass.institution | wordClass.place | wordClass.forename;
const setsApart = wordClass.telling | wordClass.number | wordClass.place | wordClass.forename;

/**
 * How sure it is that two names are one supplier’s, from 0 to 1. A likeness weighs more the longer the words that are alike, and
 * less the more other names differ in the same place: one letter between two of hundreds of parish councils is likely two parishes.
 */
export function weigh(pair: Pair, index: NameIndex, classes: Uint8Array): number {
  const one = wordsIn(index, pair.one);
  const other = wordsIn(index, pair.other);
  const rest = Math.min(one, other) - (pair.otherWord >= 0 ? 1 : 0);
  const kinds = [classes[pair.word] ?? 0, classes[pair.otherWord] ?? 0] as const;
  switch (pair.kind) {
    case 'word-order':
      return 0.95;
    case 'spacing':
      return (index.keys[pair.one] ?? '').length >= 7 ? 0.95 : 0.7;
    case 'spelling':
      return misspelt(pair, index, kinds);
    case 'plural':
      return rest >= 2 && pair.rivals <= 3 ? 0.9 : pair.rivals <= 3 ? 0.7 : 0.3;
    case 'shortened':
      return shortened(pair, index, rest, kinds);
    case 'dropped-word':
      return dropped(pair, rest, kinds[0]);
    case 'cut-short':
      return 0.9;
    case 'branch':
      return 0.9;
    case 'trading-name':
      return rest >= 2 ? 0.87 : 0.6;
    default:
      return pair.kind satisfies never;
  }
}

const wordsIn = ({ starts }: NameIndex, key: number): number => (starts[key + 1] ?? 0) - (starts[key] ?? 0);

function misspelt(pair: Pair, index: NameIndex, [one, other]: readonly [number, number]): number {
  const [word, otherWord] = [index.words[pair.word] ?? '', index.words[pair.otherWord] ?? ''];
  // Both are words that stand for something: “care” and “cars”, “first” and “fist”.
  if ((one & known) !== 0 && (other & known) !== 0) return 0;
  if (((one | other) & wordClass.number) !== 0) return 0;
  const counts = [index.commonness[pair.word] ?? 0, index.commonness[pair.otherWord] ?? 0] as const;
  const rarer = Math.min(...counts);
  const oneIsKnown = ((counts[0] > counts[1] ? one : other) & known) !== 0 || Math.max(...counts) >= 20 * rarer;
  const distance = editDistance(word, otherWord);
  const isSwap = distance === 2 && word.length === otherWord.length && sortedLetters(word) === sortedLetters(otherWord);
  const length = Math.min(word.length, otherWord.length, chanceAlike.length - 1);
  const chance =
    pair.rivals *
    (chanceAlike[length] ?? 4e-3) *
    (rarer === 1 ? (oneIsKnown ? 0.3 : 1) : rarer === 2 ? 5 : 30) *
    (distance > 1 && !isSwap ? 10 : 1) *
    (word[0] === otherWord[0] ? 1 : 5);
  return shareMisspelt / (shareMisspelt + chance);
}

const sortedLetters = (word: string): string => [...word].sort().join('');

function shortened(
  pair: Pair,
  index: NameIndex,
  rest: number,
  [one, other]: readonly [number, number],
): number {
  if ((one & setsApart) !== 0 && (other & setsApart) !== 0) return 0;
  const lengths = [index.words[pair.word]?.length ?? 0, index.words[pair.otherWord]?.length ?? 0] as const;
  if (pair.rivals > 6) return 0.4;
  return Math.min(...lengths) >= 4 && rest >= 2 ? 0.88 : 0.65;
}

function dropped(pair: Pair, rest: number, kind: number): number {
  if ((kind & (wordClass.number | wordClass.forename)) !== 0) return 0.2;
  if (pair.rivals > 2 || rest < 2) return 0.3;
  if ((kind & (wordClass.telling | wordClass.institution)) !== 0) return rest >= 3 ? 0.6 : 0.4;
  if ((kind & wordClass.brief) !== 0 && (kind & wordClass.common) === 0) return 0.5;
  if ((kind & wordClass.place) !== 0) return 0.7;
  return rest >= 3 ? 0.87 : 0.6;
}
