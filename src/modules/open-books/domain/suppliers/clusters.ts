import type { Numbers } from './numbers.ts';

/** What tells firms apart: their numbers, and what they are in law, in one word for forms that change into each other. */
export type Marks = Numbers & Readonly<{ form: string }>;

/** Which nodes are one supplier’s, under what may never be together. */
export type Clusters = Readonly<{
  rootOf(node: number): number;
  /** Forbids that the two ever come together; false where they already have. */
  keepApart(one: number, other: number): boolean;
  /** Brings two clusters together unless something forbids it; whether they were. A firm may have had two VAT numbers, and an officer
   * knows better than any number: `despite` says how much is passed over. */
  join(one: number, other: number, despite?: Despite): boolean;
  /** Whether the two are one already, or may become so. */
  standing(one: number, other: number): Standing;
}>;

export type Standing = 'one' | 'kept-apart' | 'free' | Despite;
/** What speaks against two being one, the weakest first: another VAT number, another legal form, another company or charity number. */
export type Despite = 'vat-differs' | 'form-differs' | 'numbers-differ';

/**
 * Union and find over nodes that carry numbers and prohibitions: a cluster never holds two company numbers, two charity numbers or two
 * VAT numbers of one firm each, nor two nodes that an officer keeps apart, whichever way it was to come about.
 */
export function clustersOf(marks: readonly Marks[]): Clusters {
  const parents = Int32Array.from(marks, (_, at) => at);
  const sizes = new Int32Array(marks.length).fill(1);
  const foes = new Map<number, Set<number>>();
  const held: Held = {
    company: marks.map(({ company }) => company),
    charity: marks.map(({ charity }) => charity),
    vat: marks.map(({ vat }) => vat),
    form: marks.map(({ form }) => form),
  };

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

  const standing = (first: number, second: number): Standing => {
    const [a, b] = [rootOf(first), rootOf(second)];
    if (a === b) return 'one';
    if (foes.get(a)?.has(b) === true) return 'kept-apart';
    return differ(held, a, b);
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
    standing,
    join(first, second, despite) {
      const stands = standing(first, second);
      const passes =
        stands !== 'one' && stands !== 'kept-apart' && weight[stands] <= weight[despite ?? 'free'];
      if (!passes) return false;
      const [a, b] = [rootOf(first), rootOf(second)];
      const [large, small] = (sizes[a] ?? 1) >= (sizes[b] ?? 1) ? [a, b] : [b, a];
      parents[small] = large;
      sizes[large] = (sizes[large] ?? 1) + (sizes[small] ?? 1);
      for (const foe of foes.get(small) ?? []) {
        foesOf(foe).delete(small);
        foesOf(foe).add(large);
        foesOf(large).add(foe);
      }
      foes.delete(small);
      for (const kind of kinds) held[kind][large] = together(held[kind][large], held[kind][small]);
      return true;
    },
  };
}

const kinds = ['company', 'charity', 'vat', 'form'] as const;

/** What a cluster bears of one kind: nothing, one of it, or several that an officer or another number brought together. */
type Borne = string | ReadonlySet<string>;
type Held = Readonly<Record<keyof Marks, Borne[]>>;

/**
 * Each has a number of a kind, and none in common: two companies, or two charities. VAT numbers change hands within groups, and
 * speak only where neither other number does.
 */
function differ(held: Held, one: number, other: number): 'free' | Despite {
  const company = compare(held.company[one], held.company[other]);
  const charity = compare(held.charity[one], held.charity[other]);
  if (company === 'apart' || charity === 'apart') return 'numbers-differ';
  if (company === 'agree' || charity === 'agree') return 'free';
  const vat = compare(held.vat[one], held.vat[other]);
  if (vat === 'agree') return 'free';
  if (compare(held.form[one], held.form[other]) === 'apart') return 'form-differs';
  return vat === 'apart' ? 'vat-differs' : 'free';
}

const weight = { free: 0, 'vat-differs': 1, 'form-differs': 2, 'numbers-differ': 3 } as const;

function compare(one: Borne = '', other: Borne = ''): 'unknown' | 'agree' | 'apart' {
  if (one === '' || other === '') return 'unknown';
  if (typeof one === 'string' && typeof other === 'string') return one === other ? 'agree' : 'apart';
  return [...all(one)].some((each) => all(other).has(each)) ? 'agree' : 'apart';
}

const all = (borne: Borne): ReadonlySet<string> => (typeof borne === 'string' ? new Set([borne]) : borne);

function together(one: Borne = '', other: Borne = ''): Borne {
  if (one === '' || one === other) return other;
  return other === '' ? one : new Set([...all(one), ...all(other)]);
}
