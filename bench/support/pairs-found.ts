/** How well names were brought together, counted in pairs: of the pairs called one, how many are; of those that are one, how many were found. */
export type PairScore = Readonly<{
  precision: number;
  recall: number;
  f1: number;
  right: number;
  called: number;
  true: number;
}>;

/** Holds what a method calls one against what is one; each name is told by its place. */
export function scorePairs<T>(
  names: readonly T[],
  truth: (name: T, at: number) => string | number,
  called: (name: T, at: number) => string | number,
): PairScore {
  const pairsBy = (group: (name: T, at: number) => string | number) => {
    const sizes = new Map<string | number, number>();
    for (const [at, name] of names.entries())
      sizes.set(group(name, at), (sizes.get(group(name, at)) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  };
  const right = pairsBy((name, at) => `${truth(name, at)} / ${called(name, at)}`);
  const pairs = { called: pairsBy(called), true: pairsBy(truth) };
  const precision = right / Math.max(1, pairs.called);
  const recall = right / Math.max(1, pairs.true);
  return {
    precision,
    recall,
    f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    right,
    ...pairs,
  };
}

export const told = ({ precision, recall, f1 }: PairScore): string =>
  `F1 ${f1.toFixed(4)}, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`;
