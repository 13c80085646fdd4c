import { headings, onlyWithoutBetter, type Role, roleIds } from './roles.ts';

/** How well a heading names a role: 1 where it is one of the known headings, less where it only resembles one. */
export type HeadingMatch = Readonly<{ role: Role; score: number }>;

/** Of a cell that is longer than any heading no more is needed than to see that it is none. */
const longestTidied = 400;

/** A heading as it is compared: small letters, no punctuation, camel case and underscores apart. */
export function tidyHeading(written: string): string {
  return written
    .trim()
    .slice(0, longestTidied)
    .replaceAll(/([a-z])([A-Z])/gu, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/['’]/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim()
    .replaceAll(/\s+/gu, ' ');
}

const known: ReadonlyMap<string, readonly HeadingMatch[]> = (() => {
  const byHeading = new Map<string, HeadingMatch[]>();
  for (const role of roleIds)
    for (const [place, heading] of headings[role].entries()) {
      const matches = byHeading.get(heading) ?? [];
      matches.push({ role, score: place === 0 ? 1 : onlyWithoutBetter.has(heading) ? 0.9 : 0.97 });
      byHeading.set(heading, matches);
    }
  return byHeading;
})();

/** The roles a heading may name, the best first. Misspelt headings count for a little less, unknown ones for none. */
export function matchHeading(written: string): readonly HeadingMatch[] {
  const heading = tidyHeading(written);
  if (heading === '' || heading.length > longestHeading) return [];
  const before = matched.get(heading);
  if (before !== undefined) return before;
  if (matched.size >= headingsRemembered) matched.clear();
  const matches = match(heading);
  matched.set(heading, matches);
  return matches;
}

/** Months of one council's files have the same headings, and comparing one with all that are known takes a while. */
const matched = new Map<string, readonly HeadingMatch[]>();
const headingsRemembered = 5000;
const longestHeading = 80;

function match(heading: string): readonly HeadingMatch[] {
  const exact = known.get(heading) ?? known.get(heading.replaceAll(' ', ''));
  if (exact !== undefined) return exact;
  const words = heading.split(' ').map(alike);
  const best = new Map<Role, number>();
  // Only a heading that has one of these words, or one nearly like it, can be like this one at all.
  const candidates = new Set(
    words.flatMap((near) => [...near.keys()].flatMap((word) => having.get(word) ?? [])),
  );
  for (const { role, others } of candidates) {
    const score = likeness(words, others);
    if (score >= leastLikeness && score > (best.get(role) ?? 0)) best.set(role, score);
  }
  if (words.length <= 2 && heading.length >= 8)
    for (const { role, compact } of compacts)
      if (isNearly(heading.replaceAll(' ', ''), compact)) best.set(role, Math.max(best.get(role) ?? 0, 0.9));
  return roleIds
    .flatMap((role): readonly HeadingMatch[] => {
      const score = best.get(role);
      return score === undefined ? [] : [{ role, score: score * 0.9 }];
    })
    .toSorted((a, b) => b.score - a.score);
}

const leastLikeness = 0.55;

/** The known headings without their spaces, as names of fields are written, for misspelt ones to be held against. */
const compacts: readonly Readonly<{ role: Role; compact: string }>[] = roleIds.flatMap((role) =>
  headings[role]
    .map((heading) => ({ role, compact: heading.replaceAll(' ', '') }))
    .filter(({ compact }) => compact.length >= 8),
);

type Known = Readonly<{ role: Role; others: readonly string[] }>;

/** The known headings by the words they have. */
const having: ReadonlyMap<string, readonly Known[]> = (() => {
  const byWord = new Map<string, Known[]>();
  for (const role of roleIds)
    for (const heading of headings[role]) {
      // `No` is the number of anything.
      if (heading === 'no') continue;
      const each: Known = { role, others: heading.split(' ') };
      for (const word of new Set(each.others)) byWord.set(word, [...(byWord.get(word) ?? []), each]);
    }
  return byWord;
})();

/** Words shared, misspelt ones counted as nearly shared, out of the words of both. */
function likeness(words: readonly Alike[], others: readonly string[]): number {
  let shared = 0;
  const left = [...others];
  for (const near of words) {
    let [best, at] = [0, -1];
    for (const [index, other] of left.entries()) {
      const score = near.get(other) ?? 0;
      if (score > best) [best, at] = [score, index];
    }
    if (at < 0) continue;
    shared += best;
    left.splice(at, 1);
  }
  return (2 * shared) / (words.length + others.length);
}

/** The words of known headings that a word is, or is nearly, and how nearly. */
type Alike = ReadonlyMap<string, number>;

function alike(word: string): Alike {
  const before = wordsMet.get(word);
  if (before !== undefined) return before;
  const near = new Map<string, number>();
  for (const other of having.keys()) {
    const score = wordLikeness(word, other);
    if (score > 0) near.set(other, score);
  }
  if (wordsMet.size >= wordsRemembered) wordsMet.clear();
  wordsMet.set(word, near);
  return near;
}

const wordsMet = new Map<string, Alike>();
const wordsRemembered = 20_000;

function wordLikeness(word: string, other: string): number {
  if (word === other) return 1;
  return Math.max(word.length, other.length) >= 5 && isNearly(word, other) ? 0.9 : 0;
}

/** One edit away, or two in a long word. */
function isNearly(word: string, other: string): boolean {
  const most = Math.max(word.length, other.length) >= 8 ? 2 : 1;
  if (Math.abs(word.length - other.length) > 2 || lettersApart(word, other) > 2 * most) return false;
  return editDistance(word, other) <= most;
}

/** How many different letters one of two words has and the other has not: an edit changes it by two at most. */
function lettersApart(word: string, other: string): number {
  let apart = lettersOf(word) ^ lettersOf(other);
  let count = 0;
  for (; apart !== 0; apart &= apart - 1) count += 1;
  return count;
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** Letters put in, left out, changed or swapped with their neighbour. */
export function editDistance(a: string, b: string): number {
  let twoBefore: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(changed, (before[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (twoBefore[j - 2] ?? 0) + 1);
      now.push(least);
    }
    [twoBefore, before] = [before, now];
  }
  return before[b.length] ?? 0;
}
