/** Something that can be found by any of its names; the first is the one it goes by. */
export type Findable = Readonly<{ names: readonly string[] }>;

export type Match<Found> = Readonly<{ found: Found; matched: string; score: number }>;

const words = /\b(?:the|council|borough|district|city|county|and|of)\b/gu;

/**
 * What a person may have meant, best first: a whole name, the beginning of one, of a word in one, a part of one, or one
 * that a slip of a letter or two away would give ("Maidston", "Tunbrige Wells"). Of one rank, the
 * first in the list comes first. Accents, case, "&" and "and" are one.
 */
export function find<Found extends Findable>(
  query: string,
  among: readonly Found[],
  limit = 10,
): readonly Match<Found>[] {
  const asked = plain(query);
  if (asked === '') return [];
  return among
    .flatMap((found) => {
      const best = found.names
        .map((name) => ({ found, matched: name, score: score(asked, plain(name)) }))
        .sort((a, b) => b.score - a.score)[0];
      return best === undefined || best.score === 0 ? [] : [best];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

function score(asked: string, name: string): number {
  if (name === '') return 0;
  if (name === asked || core(name) === core(asked)) return 100;
  if (name.startsWith(asked)) return 80;
  if (name.split(' ').some((word) => word.startsWith(asked))) return 60;
  if (name.includes(asked)) return 40;
  // A slip in three letters could be anything; in more, each four letters allow one.
  const slips = Math.floor(core(asked).length / 4);
  const apart = distance(core(asked), core(name));
  return slips > 0 && apart <= Math.min(slips, 2) ? 30 - apart : 0;
}

function plain(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim();
}

/** The words that tell one council from another. */
function core(text: string): string {
  return text.replaceAll(words, '').replaceAll(/\s+/gu, ' ').trim() || text;
}

/** Levenshtein: how many letters must be changed, added or left out. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
