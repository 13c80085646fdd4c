import type { NameIndex } from './name-index.ts';
import { type Pair } from './pairs.ts';
import { wordClass } from './word-classes.ts';
import { editDistance, isTransposed } from './edit-distance.ts';

/** From this confidence on two names are taken for one supplier’s; from `leastSuggested` on an officer is asked. */
export const leastLinked = 0.85;
export const leastSuggested = 0.5;

/** Of a hundred names in a ledger some five are another one misspelt. */
const shareMisspelt = 0.05;
const shareMisspeltOften = [shareMisspelt, 0.004, 0.0005] as const;

/** Of a thousand names one has a neighbour a letter away that is somebody else. */
const neighbours = 0.001;

/** How seldom two different words of so many letters are one slip apart by chance, by the shorter’s length from four on. */
const chanceAlike = [4e-3, 4e-3, 4e-3, 4e-3, 4e-3, 1.5e-3, 6e-4, 2e-4, 1e-4, 5e-5] as const;

const known =
  wordClass.telling |
  wordClass.common |
  wordClass.institution |
  wordClass.place |
  wordClass.forename |
  wordClass.trade;
/** What tells one firm from another of the same name. */
export const setsApart = wordClass.telling | wordClass.number | wordClass.place | wordClass.forename;

type Weighed = Pair & Readonly<{ circumstances: number }>;

/** What pairs are weighed by. */
export type Weights = Readonly<{
  index: NameIndex;
  classes: Uint8Array;
  spellings: Int32Array;
  /** Of each key, whether any name says what the firm is in law. */
  hasForm: Uint8Array;
}>;

/**
 * What hangs on all other names where one word is another misspelt, in one small number: how much commoner one of the two words is than
 * the other, which of them, how rare the rarer is, and how odd one of them looks beside the other. Nought for pairs of other kinds.
 */
export function circumstancesOf(
  { kind, word, otherWord }: Pair,
  { commonness }: NameIndex,
  oddity: (word: number) => number,
): number {
  if (kind !== 'spelling') return 0;
  const [one, other] = [commonness[word] ?? 0, commonness[otherWord] ?? 0];
  const rarer = Math.min(one, other);
  const usual = Math.max(one, other) >= 20 * rarer ? 1 : 0;
  const [mine, yours] = [oddity(word), oddity(otherWord)];
  const odds = (Math.min(mine, yours) + 1) / (Math.max(mine, yours) + 1);
  const odd = odds < 0.05 ? 0 : odds < 0.25 ? 1 : 2;
  return 1 + usual + 2 * (Math.min(rarer, 3) - 1) + 6 * (1 + Math.sign(one - other)) + 18 * odd;
}

function readCircumstances(circumstances: number) {
  const told = circumstances - 1;
  return {
    usual: told % 2 === 1,
    rarer: (Math.floor(told / 2) % 3) + 1,
    commoner: (Math.floor(told / 6) % 3) - 1,
    odd: [0.05, 0.3, 1][Math.floor(told / 18)] ?? 1,
  };
}

/**
 * How sure it is that two names are one supplier’s, from 0 to 1. A likeness weighs more the longer the words that are alike, and
 * less the more other names differ in the same place: one letter between two of hundreds of parish councils is likely two parishes.
 */
export function weigh(pair: Weighed, { index, classes, spellings }: Weights): number {
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
      return misspelt(pair, index, kinds, Math.min(spellings[pair.one] ?? 1, spellings[pair.other] ?? 1));
    case 'plural':
      return rest >= 2 && pair.rivals <= 3 ? 0.9 : pair.rivals <= 3 ? 0.7 : 0.3;
    case 'shortened':
      return shortened(pair, index, rest, kinds);
    case 'dropped-word':
      return dropped(pair, index, classes, rest);
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

function misspelt(
  pair: Weighed,
  index: NameIndex,
  [one, other]: readonly [number, number],
  leastSpellings: number,
): number {
  const [word, otherWord] = [index.words[pair.word] ?? '', index.words[pair.otherWord] ?? ''];
  // Both are words that stand for something: “care” and “cars”, “first” and “fist”.
  if ((one & known) !== 0 && (other & known) !== 0) return 0;
  if (((one | other) & wordClass.number) !== 0) return 0;
  const { usual, rarer, commoner, odd } = readCircumstances(pair.circumstances);
  // The commoner of the two; where they are as common, whichever stands for something.
  const [mine, yours] = [commoner >= 0 ? one : 0, commoner <= 0 ? other : 0];
  const meant = ((mine | yours) & known) !== 0;
  const distance = editDistance(word, otherWord);
  const swapped = isTransposed(word, otherWord);
  const isName = ((one | other) & (wordClass.place | wordClass.forename)) !== 0;
  if (isName && distance > 1 && !swapped) return 0;
  const length = Math.min(word.length, otherWord.length, chanceAlike.length - 1);
  const chance =
    pair.rivals *
    (chanceAlike[length] ?? 4e-3) *
    (meant && !isName
      ? usual || rarer === 1
        ? 0.03
        : 3
      : usual
        ? 0.3
        : rarer === 1
          ? 1
          : rarer === 2
            ? 5
            : 30) *
    (swapped ? 0.1 : distance > 1 ? 10 : 1) *
    (word[0] === otherWord[0] ? 1 : 5);
  // A slip seldom happens twice: what is spelt so in several ways is rather a name of its own.
  const share = meant && !isName ? shareMisspelt : (shareMisspeltOften[leastSpellings - 1] ?? 0);
  return share / (share + chance * odd + neighbours);
}

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

/**
 * A word that stands in one name alone. What comes last, or says little, was likely left off; what comes first, or stands in the name of
 * a school or a home, tells whose it is: “Copplestone Busy Bees Preschool”.
 */
function dropped(pair: Pair, index: NameIndex, classes: Uint8Array, rest: number): number {
  const kind = classes[pair.word] ?? 0;
  if ((kind & (wordClass.number | wordClass.forename)) !== 0) return 0.2;
  if (pair.rivals > 2 || rest < 2) return 0.3;
  if ((kind & (wordClass.telling | wordClass.institution)) !== 0) return rest >= 3 ? 0.6 : 0.4;
  if ((kind & wordClass.place) !== 0) return 0.7;
  if ((kind & wordClass.common) !== 0) return rest >= 3 ? 0.87 : 0.6;
  if ((kind & wordClass.brief) !== 0 || rest < 3) return 0.55;
  if ((kind & wordClass.trade) !== 0) return 0.6;
  if (rest < 4) return 0.6;
  return stands(pair, index) === 'last' && !isInstitution(pair.one, index, classes) ? 0.87 : 0.6;
}

/**
 * The same where one ledger holds both names, and hardly a third beside them: an office writes one payee twice far sooner than it pays
 * two of nearly one name. But what comes first, a number and a side tell apart there too: “Smith North Plumbing Services”.
 */
export function droppedWithin(pair: Pair, { index, classes, hasForm }: Weights): number {
  const kind = classes[pair.word] ?? 0;
  const rest = wordsIn(index, pair.other);
  const place = stands(pair, index);
  const tells = (kind & wordClass.telling) !== 0 && place !== 'last';
  if (place === 'first' || tells || (kind & (wordClass.number | wordClass.forename | wordClass.brief)) !== 0)
    return 0;
  // “Smeaton Plumbing (Exeter) Ltd” is a firm of that name.
  const isPlace = (kind & wordClass.place) !== 0;
  if (isPlace && (hasForm[pair.one] ?? 0) !== 0) return 0;
  if (rest >= 3) return pair.rivals === 1 ? 0.87 : 0;
  // “Tidewater” and “Tidewater Group”: four in five are one, so an officer is asked.
  if (rest === 1 && place === 'last' && pair.rivals <= 2) return 0.6;
  return rest === 2 && isPlace && place === 'last' && !isInstitution(pair.one, index, classes) ? 0.86 : 0;
}

function stands({ one, word }: Pair, { starts, wordsAt }: NameIndex): 'first' | 'last' | 'within' {
  if (wordsAt[starts[one] ?? 0] === word) return 'first';
  return wordsAt[(starts[one + 1] ?? 0) - 1] === word ? 'last' : 'within';
}

export const isInstitution = (key: number, { starts, wordsAt }: NameIndex, classes: Uint8Array): boolean =>
  wordsAt
    .subarray(starts[key], starts[key + 1])
    .some((word) => ((classes[word] ?? 0) & wordClass.institution) !== 0);
