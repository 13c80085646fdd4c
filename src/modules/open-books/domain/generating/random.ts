/** Draws that follow from a seed alone, so that a file can be made again. */
export type Random = Readonly<{
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** Between 0 and 1. */
  share(): number;
  chance(of: number): boolean;
  pick<Value>(among: readonly Value[]): Value;
}>;

export function randomOf(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  // A Weyl sequence, each step of it well mixed.
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const share = () => next() / 4_294_967_296;
  const below = (limit: number) => Math.floor(share() * limit);
  return {
    below,
    share,
    chance: (of) => share() < of,
    pick(among) {
      const picked = among[below(among.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from');
      return picked;
    },
  };
}

/** The list in an order that follows from the draws. */
export function shuffled<Value>(list: readonly Value[], random: Random): readonly Value[] {
  return list
    .map((value) => ({ value, at: random.share() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
