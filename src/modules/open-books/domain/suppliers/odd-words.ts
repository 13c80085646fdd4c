import type { NameIndex } from './name-index.ts';

const letters = 32;

/**
 * How odd a word looks among the words of an index: in how many of them the rarest three letters in a row of it stand. “Winsktone”
 * holds `skt`, which hardly any word does; “Winstone” holds nothing unheard of.
 */
export function oddityOf({
  words,
  commonness,
}: Pick<NameIndex, 'words' | 'commonness'>): (word: number) => number {
  const counts = new Int32Array(letters ** 3);
  for (const [number, word] of words.entries())
    if ((commonness[number] ?? 0) > 0) eachThree(word, (three) => (counts[three] = (counts[three] ?? 0) + 1));
  return (number) => {
    let least = words.length;
    eachThree(words[number] ?? '', (three) => (least = Math.min(least, counts[three] ?? 0)));
    return least;
  };
}

function eachThree(word: string, use: (three: number) => void): void {
  // The ends count as a letter of their own.
  let three = 0;
  for (let at = 0; at <= word.length; at += 1) {
    const letter = at < word.length ? word.charCodeAt(at) & 31 : 0;
    three = (three * letters + letter) % letters ** 3;
    if (at >= 1) use(three);
  }
}
