/**
 * What tells firms apart, of each node: its numbers, and what it is in law, in one word for forms that change into each other. Each
 * number and word stands as a number of its own, nought for none.
 */
export type Marks = Readonly<Record<(typeof kinds)[number], Int32Array>>;

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
export function clustersOf(marks: Marks, count: number): Clusters {
  const parents = new Int32Array(count);
  for (let at = 0; at < count; at += 1) parents[at] = at;
  const sizes = new Int32Array(count).fill(1);
  const foes = new Map<number, Set<number>>();
  const held: Held = {
    company: marks.company.slice(0, count),
    charity: marks.charity.slice(0, count),
    vat: marks.vat.slice(0, count),
    form: marks.form.slice(0, count),
    several: [],
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
      const own = foes.get(small);
      if (own !== undefined) {
        for (const foe of own) {
          foesOf(foe).delete(small);
          foesOf(foe).add(large);
          foesOf(large).add(foe);
        }
        foes.delete(small);
      }
      for (const kind of kinds)
        held[kind][large] = together(held, held[kind][large] ?? 0, held[kind][small] ?? 0);
      return true;
    },
  };
}

const kinds = ['company', 'charity', 'vat', 'form'] as const;

/** What each cluster bears of a kind: nought for nothing, a number for one of it, −1 and below for a place among `several`. */
type Held = Marks & Readonly<{ several: ReadonlySet<number>[] }>;

/**
 * Each has a number of a kind, and none in common: two companies, or two charities. VAT numbers change hands within groups, and
 * speak only where neither other number does.
 */
function differ(held: Held, one: number, other: number): 'free' | Despite {
  const company = compare(held, held.company[one], held.company[other]);
  const charity = compare(held, held.charity[one], held.charity[other]);
  if (company === 'apart' || charity === 'apart') return 'numbers-differ';
  if (company === 'agree' || charity === 'agree') return 'free';
  const vat = compare(held, held.vat[one], held.vat[other]);
  if (vat === 'agree') return 'free';
  if (compare(held, held.form[one], held.form[other]) === 'apart') return 'form-differs';
  return vat === 'apart' ? 'vat-differs' : 'free';
}

const weight = { free: 0, 'vat-differs': 1, 'form-differs': 2, 'numbers-differ': 3 } as const;

function compare(held: Held, one = 0, other = 0): 'unknown' | 'agree' | 'apart' {
  if (one === 0 || other === 0) return 'unknown';
  if (one > 0 && other > 0) return one === other ? 'agree' : 'apart';
  return [...all(held, one)].some((each) => all(held, other).has(each)) ? 'agree' : 'apart';
}

const all = ({ several }: Held, borne: number): ReadonlySet<number> =>
  borne < 0 ? (several[-1 - borne] ?? new Set()) : new Set([borne]);

/** Several are brought together by an officer or another number alone. */
function together(held: Held, one: number, other: number): number {
  if (one === 0 || one === other) return other;
  if (other === 0) return one;
  held.several.push(new Set([...all(held, one), ...all(held, other)]));
  return -held.several.length;
}
