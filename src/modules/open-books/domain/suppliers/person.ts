import { forenames, titles } from './forenames.ts';
import { tradeWords } from './words.ts';

const mostWords = 5;

/**
 * Whether a name without any legal form is that of a person: somebody with a title, or a given name beside another, and no word
 * that tells of a trade. Where a given name is as often a surname or a word, the name is left a firm’s.
 */
export function isPerson(name: string, words: readonly string[]): boolean {
  if (words.length < 2 || words.length > mostWords) return false;
  // “M & R Marquees” is no Mr Marquees: the title must stand as one word.
  const titled = words.some((word) => titles.has(word)) && title.test(name);
  const named = titled ? words.filter((word) => !titles.has(word)) : words;
  if (named.some((word) => ofNoPerson.has(word) || /\d/u.test(word))) return false;
  if (named.length < words.length) return named.length > 0;
  if (named.length > 4) return false;
  const given = named.filter((word) => forenames.has(word)).length;
  const initials = named.filter((word) => word.length <= 2).length;
  // “Jane Other & John Elsewhere” are two, each with a name of the family.
  const halves = name.split(/[&/]/u);
  const people = halves.every((half) => half.split(/[^a-z]+/u).some((word) => forenames.has(word)))
    ? halves.length
    : 1;
  return given >= (name.includes('&') ? 2 : 1) && named.length - given - initials <= people;
}

const title = /\b(?:mr|mrs|miss|ms|mx|mstr|dr|revd?|sir|dame|prof)\b/u;

const ofNoPerson: ReadonlySet<string> = new Set([
  ...tradeWords,
  'and',
  'for',
  'of',
  'the',
  'in',
  'at',
  'to',
  'uk',
  'by',
  'on',
  'with',
  'your',
  'co',
  'company',
]);
