// The two key collision methods that OpenRefine offers first, after its own description of them: names of one key are one cluster.

const folded = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\p{P}\p{S}\p{Cc}]/gu, '');

/** Words without case, accents and punctuation, each once, sorted. */
export const fingerprint = (name: string): string =>
  [...new Set(folded(name).split(/\s+/u))].toSorted().join(' ');

/** Runs of `length` letters without spaces, each once, sorted. */
export function ngramFingerprint(name: string, length = 2): string {
  const letters = folded(name).replaceAll(/\s+/gu, '');
  const runs = new Set<string>();
  for (let at = 0; at + length <= letters.length; at += 1) runs.add(letters.slice(at, at + length));
  return [...runs].toSorted().join('');
}
