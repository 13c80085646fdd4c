import { forenames } from './forenames.ts';
import type { NameIndex } from './name-index.ts';
import { places } from './places.ts';
import { commonWords, institutionWords, tellingWords, tradeWords } from './words.ts';

export const wordClass = {
  telling: 1,
  common: 2,
  institution: 4,
  place: 8,
  forename: 16,
  number: 32,
  brief: 64,
  trade: 128,
} as const;

/** What kind of word each of the index is, as sums of `wordClass`. Places are learnt from the names, too: who has a parish council is one. */
export function classesOf({ words, keys }: NameIndex): Uint8Array {
  const learnt = placesIn(keys);
  return Uint8Array.from(
    words,
    (word) =>
      (tellingWords.has(word) ? wordClass.telling : 0) +
      (commonWords.has(word) ? wordClass.common : 0) +
      (institutionWords.has(word) ? wordClass.institution : 0) +
      (places.has(word) || learnt.has(word) ? wordClass.place : 0) +
      (forenames.has(word) ? wordClass.forename : 0) +
      (/\d/u.test(word) ? wordClass.number : 0) +
      (word.length <= 3 ? wordClass.brief : 0) +
      (tradeWords.has(word) ? wordClass.trade : 0),
  );
}

const placeBefore =
  /^(\S{4,}) (?:(?:parish|town|district|borough|city|county) council|(?:ce |church england )?primary school)\b/u;

function placesIn(keys: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const key of keys) {
    if (!key.endsWith('council') && !key.endsWith('school')) continue;
    const place = placeBefore.exec(key)?.[1];
    if (place !== undefined && !tradeWords.has(place)) found.add(place);
  }
  return found;
}
