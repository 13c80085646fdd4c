import { headings, type Role, roleIds } from './roles.ts';

/** How well a heading names a role: 1 where it is one of the known headings, less where it only resembles one. */
export type HeadingMatch = Readonly<{ role: Role; score: number }>;

/** A heading as it is compared: small letters, no punctuation, camel case and underscores apart. */
export function tidyHeading(written: string): string {
  return written
    .replaceAll(/([a-z])([A-Z])/gu, '$1 $2')
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
      matches.push({ role, score: place === 0 ? 1 : 0.97 });
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
  const scored = roleIds.flatMap((role): readonly HeadingMatch[] => {
    const best = Math.max(...headings[role].map((each) => likeness(heading, each)));
    return best < 0.55 ? [] : [{ role, score: best * 0.9 }];
  });
  return scored.toSorted((a, b) => b.score - a.score);
}

/** Words shared, misspelt ones counted as nearly shared, out of the words of both. */
function likeness(heading: string, other: string): number {
  const [words, others] = [heading.split(' '), other.split(' ')];
  let shared = 0;
  const left = [...others];
  for (const word of words) {
    const [best, at] = nearest(word, left);
    if (best === 0) continue;
    shared += best;
    left.splice(at, 1);
  }
  return (2 * shared) / (words.length + others.length);
}

function nearest(word: string, among: readonly string[]): readonly [score: number, at: number] {
  let [best, at] = [0, -1];
  for (const [index, other] of among.entries()) {
    const score = wordLikeness(word, other);
    if (score > best) [best, at] = [score, index];
  }
  return [best, at];
}

function wordLikeness(word: string, other: string): number {
  if (word === other) return 1;
  const length = Math.max(word.length, other.length);
  if (length < 5 || Math.abs(word.length - other.length) > 2) return 0;
  const edits = editDistance(word, other);
  if (edits === 1 || (edits === 2 && length >= 8)) return 0.9;
  return 0;
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
