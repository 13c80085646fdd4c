/** A run of words of two wordings: in both, or in one of them alone. */
export type ComparedWord = Readonly<{ change: 'same' | 'added' | 'removed'; text: string }>;

/** Beyond this many pairs two wordings are shown whole, one after the other. */
const mostPairs = 250_000;

/**
 * Two wordings of a sentence, in runs of words. The runs that are the same and those removed make the earlier wording, the same
 * and those added the later one.
 */
export function comparedWords(before: string, after: string): readonly ComparedWord[] {
  const [old, fresh] = [wordsOf(before), wordsOf(after)];
  if (old.length * fresh.length > mostPairs)
    return [run('removed', before), run('added', after)].filter(({ text }) => text !== '');
  const common = commonLengths(old, fresh);
  const words: ComparedWord[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [left, right] = [old[i], fresh[j]];
    if (left !== undefined && left === right) {
      words.push(run('same', left));
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      words.push(run('removed', left));
      i += 1;
    } else if (right !== undefined) {
      words.push(run('added', right));
      j += 1;
    }
  }
  return joined(words);
}

const run = (change: ComparedWord['change'], text: string): ComparedWord => ({ change, text });

/** Words with the space after them, so that joined they are the text again. */
const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*|\s+/gu) ?? [];

function joined(words: readonly ComparedWord[]): readonly ComparedWord[] {
  const runs: { change: ComparedWord['change']; text: string }[] = [];
  for (const { change, text } of words) {
    const last = runs.at(-1);
    if (last?.change === change) last.text += text;
    else runs.push({ change, text });
  }
  return runs;
}

type Lengths = readonly (readonly number[])[];
const at = (lengths: Lengths, i: number, j: number): number => lengths[i]?.[j] ?? 0;

/** How many words both still have in common from each pair of places on. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Lengths {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    Array.from({ length: fresh.length + 1 }, () => 0),
  );
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row !== undefined)
        row[j] =
          old[i] === fresh[j]
            ? 1 + at(lengths, i + 1, j + 1)
            : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  return lengths;
}
