/** One sentence of two texts held side by side: in both, or in one of them alone. */
export type ComparedSentence = Readonly<{ change: 'same' | 'added' | 'removed'; text: string }>;

/**
 * Two versions of a text, sentence by sentence, in the order of reading: what was removed stands before what took its place.
 * The longest run of sentences that both have in the same order counts as unchanged.
 */
export function compareTexts(before: string, after: string): readonly ComparedSentence[] {
  const [old, fresh] = [sentencesOf(before), sentencesOf(after)];
  if (old.length * fresh.length > mostPairs)
    return [...old.map(marked('removed')), ...fresh.map(marked('added'))];
  const common = commonLengths(old, fresh);
  const compared: ComparedSentence[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [left, right] = [old[i], fresh[j]];
    if (left !== undefined && left === right) {
      compared.push({ change: 'same', text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || below(common, i, j) >= beside(common, i, j))) {
      compared.push({ change: 'removed', text: left });
      i += 1;
    } else if (right !== undefined) {
      compared.push({ change: 'added', text: right });
      j += 1;
    }
  }
  return compared;
}

/** Thousands of sentences on each side are no longer compared, but shown whole one after the other. */
const mostPairs = 1_000_000;

const marked =
  (change: ComparedSentence['change']) =>
  (text: string): ComparedSentence => ({ change, text });

/** A text in sentences: each ends with its mark, or with its line. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(/(?<=[.?!;:][)”"’]?)\s+(?=\S)/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

type Lengths = readonly (readonly number[])[];

/** How many sentences both still have in common from each pair of places on. */
function commonLengths(old: readonly string[], fresh: readonly string[]): Lengths {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    Array.from({ length: fresh.length + 1 }, () => 0),
  );
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = fresh.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] =
        old[i] === fresh[j]
          ? 1 + (lengths[i + 1]?.[j + 1] ?? 0)
          : Math.max(below(lengths, i, j), beside(lengths, i, j));
    }
  return lengths;
}

const below = (lengths: Lengths, i: number, j: number): number => lengths[i + 1]?.[j] ?? 0;
const beside = (lengths: Lengths, i: number, j: number): number => lengths[i]?.[j + 1] ?? 0;
