import { emptyWords, fullWords, legalForms } from './words.ts';

/** What a word is listed as, found by one look. */
type Listed = Readonly<{ isEmpty: boolean; form: string | undefined; full: string; mayJoin: boolean }>;

const firstOfTwo = ['south', 'north', 'pre', 'play', 'multi', 'health', 'child', 'home'];
const listed: ReadonlyMap<string, Listed> = new Map(
  [...emptyWords, ...legalForms.keys(), ...fullWords.keys(), ...firstOfTwo].map((word) => [
    word,
    {
      isEmpty: emptyWords.has(word),
      form: legalForms.get(word),
      full: fullWords.get(word) ?? word,
      mayJoin: firstOfTwo.includes(word),
    },
  ]),
);

const isLetterOrDigit = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;

/**
 * The words of a name in small letters without accents: apostrophes close up (“St Mary’s” is `st marys`), and so do letters that
 * stand alone beside each other (“B T”, “H.W.”, “R & T” are `bt`, `hw`, `rt`), however a ledger spaces them.
 */
export function wordsOf(name: string): string[] {
  const words: string[] = [];
  let word = '';
  let from = -1;
  let singles = false;
  const end = name.length;
  for (let at = 0; at <= end; at += 1) {
    const code = at < end ? name.charCodeAt(at) : 32;
    if (isLetterOrDigit(code)) {
      if (from < 0) from = at;
      continue;
    }
    if (from >= 0) {
      word += name.slice(from, at);
      from = -1;
    }
    if (code === 39 || code === 96 || word === '') continue;
    if (word.length === 1) {
      const last = words.length - 1;
      if (singles) words[last] += word;
      else words.push(word);
      singles = true;
    } else if (word !== 'and' || !singles) {
      words.push(word);
      singles = false;
    }
    word = '';
  }
  return words;
}

/** What a firm’s name says it is in law, from its last words. */
export function formOf(words: readonly string[]): string {
  for (let at = words.length - 1; at > 0 && at >= words.length - 3; at -= 1) {
    const form = legalFormAt(words, at);
    if (form !== undefined && form !== 'co') return form;
  }
  return '';
}

function legalFormAt(words: readonly string[], at: number): string | undefined {
  return isCutForm(words, at) ? 'ltd' : legalForms.get(words[at] ?? '');
}

/** Ledgers cut names off at a fixed width, and the legal form with them. */
function isCutForm(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  return at === words.length - 1 && (word === 'lt' || word === 'ld' || word === 'limi' || word === 'limit');
}

/** The normal form of words: empty ones and the legal form left out, shortened ones written in full. */
export function keyOf(words: readonly string[]): string {
  let key = '';
  let kept = 0;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const known = listed.get(word);
    if (known?.isEmpty === true) continue;
    if (at > 0 && at >= words.length - 3 && (known?.form !== undefined || isCutForm(words, at))) continue;
    const next = known?.mayJoin === true ? joinsNext(word, words[at + 1]) : undefined;
    if (next !== undefined) at += 1;
    const full = next ?? known?.full ?? word;
    key = kept === 0 ? full : `${key} ${full}`;
    kept += 1;
  }
  // A name of nothing but such words (“The Company”, “UK Ltd”) is told by all of them.
  return kept === 0 ? words.join(' ') : kept === 1 && words.length > 1 ? withCompany(key, words) : key;
}

/** “Stacey & Co” is not whoever else is called Stacey. */
function withCompany(key: string, words: readonly string[]): string {
  return words.some((word) => word === 'co' || word === 'company') ? `${key} co` : key;
}

function joinsNext(word: string, next: string | undefined): string | undefined {
  if ((word === 'south' || word === 'north') && (next === 'west' || next === 'east')) return word + next;
  if ((word === 'pre' || word === 'play') && (next === 'school' || next === 'sch' || next === 'group'))
    return word + (next === 'sch' ? 'school' : next);
  if (word === 'multi' && next === 'academy') return 'multiacademy';
  if (word === 'health' && next === 'care') return 'healthcare';
  if (word === 'child' && next === 'care') return 'childcare';
  if (word === 'home' && next === 'care') return 'homecare';
  return undefined;
}
