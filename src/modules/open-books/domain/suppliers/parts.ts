import { eachBlock } from './blocks.ts';
import type { Borne } from './kept-names.ts';

/** Keys that have to do with each other, by way of however many others. */
export type Parts = Readonly<{
  join(one: number, other: number): void;
  /** Those that bear one number with each other. */
  joinAll(borne: Borne): void;
  /** The same of keys told by their texts, which need not be there. */
  joinNamed(one: string, other: string): void;
  /** Of each key whether it has to do with one of these. */
  holding(keys: Iterable<number>, named: Iterable<string>): Uint8Array;
}>;

/** Parts of so many keys: `numberOf` a text is below nought where no key has it. */
export function partsOf(count: number, numberOf: (text: string) => number): Parts {
  /** Keys, and behind them texts that are none. */
  const above: number[] = [];
  for (let at = 0; at < count; at += 1) above.push(at);
  const others = new Map<string, number>();
  const placeOf = (text: string): number => {
    const number = numberOf(text);
    if (number >= 0) return number;
    const known = others.get(text) ?? above.length;
    if (known === above.length) above.push(known);
    others.set(text, known);
    return known;
  };
  const rootOf = (place: number): number => {
    let root = place;
    while (above[root] !== root) root = above[root] = above[above[root] ?? root] ?? root;
    return root;
  };
  const join = (one: number, other: number) => {
    above[rootOf(one)] = rootOf(other);
  };
  return {
    join,
    joinAll({ keys, hashes }) {
      eachBlock(hashes, (members, from, to) => {
        for (let at = from + 1; at < to; at += 1)
          join(keys[members[from] ?? 0] ?? 0, keys[members[at] ?? 0] ?? 0);
      });
    },
    joinNamed: (one, other) => join(placeOf(one), placeOf(other)),
    holding(keys, named) {
      const roots = new Uint8Array(above.length);
      for (const key of keys) roots[rootOf(key)] = 1;
      for (const text of named) roots[rootOf(placeOf(text))] = 1;
      const isHeld = new Uint8Array(count);
      for (let key = 0; key < count; key += 1) isHeld[key] = roots[rootOf(key)] ?? 0;
      return isHeld;
    },
  };
}
