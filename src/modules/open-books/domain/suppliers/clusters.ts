import type { Numbers } from './numbers.ts';

/** Which nodes are one supplier’s, under what may never be together. */
export type Clusters = Readonly<{
  rootOf(node: number): number;
  /** Forbids that the two ever come together; false where they already have. */
  keepApart(one: number, other: number): boolean;
  /** Brings two clusters together unless something forbids it. `despite` numbers: an officer knows better than a register’s number. */
  join(one: number, other: number, despite?: 'numbers'): Joined;
}>;

export type Joined = 'joined' | 'were-one' | 'kept-apart' | 'numbers-differ';

/**
 * Union and find over nodes that carry numbers and prohibitions: a cluster never holds two company numbers, two charity numbers or two
 * VAT numbers of one firm each, nor two nodes that an officer keeps apart, whichever way it was to come about.
 */
export function clustersOf(numbers: readonly Numbers[]): Clusters {
  const parents = Int32Array.from(numbers, (_, at) => at);
  const sizes = new Int32Array(numbers.length).fill(1);
  const foes = new Map<number, Set<number>>();
  const held = new Map<number, Held>();
  for (const [at, of] of numbers.entries()) {
    if (of.company === '' && of.charity === '' && of.vat === '') continue;
    held.set(at, { company: one(of.company), charity: one(of.charity), vat: one(of.vat) });
  }

  const rootOf = (node: number): number => {
    let root = node;
    while (parents[root] !== root) {
      const above = parents[root] ?? root;
      parents[root] = parents[above] ?? above;
      root = above;
    }
    return root;
  };
  const foesOf = (root: number): Set<number> => {
    const known = foes.get(root);
    if (known !== undefined) return known;
    const fresh = new Set<number>();
    foes.set(root, fresh);
    return fresh;
  };

  return {
    rootOf,
    keepApart(first, second) {
      const [a, b] = [rootOf(first), rootOf(second)];
      if (a === b) return false;
      foesOf(a).add(b);
      foesOf(b).add(a);
      return true;
    },
    join(first, second, despite) {
      const [a, b] = [rootOf(first), rootOf(second)];
      if (a === b) return 'were-one';
      if (foes.get(a)?.has(b) === true) return 'kept-apart';
      if (despite === undefined && differ(held.get(a), held.get(b))) return 'numbers-differ';
      const [large, small] = (sizes[a] ?? 1) >= (sizes[b] ?? 1) ? [a, b] : [b, a];
      parents[small] = large;
      sizes[large] = (sizes[large] ?? 1) + (sizes[small] ?? 1);
      for (const foe of foes.get(small) ?? []) {
        foesOf(foe).delete(small);
        foesOf(foe).add(large);
        foesOf(large).add(foe);
      }
      foes.delete(small);
      const brought = held.get(small);
      if (brought !== undefined) held.set(large, together(held.get(large), brought));
      held.delete(small);
      return 'joined';
    },
  };
}

type Held = Readonly<Record<keyof Numbers, ReadonlySet<string>>>;

const one = (number: string): ReadonlySet<string> => (number === '' ? nothing : new Set([number]));
const nothing: ReadonlySet<string> = new Set();

/** Each has a number of a kind, and none in common: two companies, or two charities. VAT numbers change hands within groups, and speak only where neither other number does. */
function differ(one: Held | undefined, other: Held | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  if (apart(one.company, other.company) || apart(one.charity, other.charity)) return true;
  if (agree(one.company, other.company) || agree(one.charity, other.charity)) return false;
  return apart(one.vat, other.vat);
}

const agree = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean => [...one].some((number) => other.has(number));
const apart = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size > 0 && other.size > 0 && !agree(one, other);

function together(one: Held | undefined, other: Held): Held {
  if (one === undefined) return other;
  const both = (kind: keyof Numbers) => new Set([...one[kind], ...other[kind]]);
  return { company: both('company'), charity: both('charity'), vat: both('vat') };
}
