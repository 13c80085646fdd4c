import type { NodeLink } from './links.ts';
import type { Clusters } from './clusters.ts';
import type { Join } from './joining.ts';
import type { NameIndex } from './name-index.ts';
import { placesInOrder } from './order.ts';
import { wordClass } from './word-classes.ts';
import type { ReadRecords } from './records.ts';

/**
 * Brings together what bears one normal form, and hands back what may be one supplier’s and is left to an officer: a name such as “St
 * Mary’s School” or “The Grange” at another body, names between two firms of that name, and one name with two VAT numbers.
 */
export function joinSameNames(
  index: NameIndex,
  classes: Uint8Array,
  read: ReadRecords,
  clusters: Clusters,
  join: Join,
): readonly NodeLink[] {
  const asked: NodeLink[] = [];
  const ask = (one: number, other: number, confidence: number) =>
    asked.push({ one, other, evidence: 'same-name', confidence });
  const { body, starts, ofKeys } = read.nodes;
  const here = (one: number, other: number) => body[one] === body[other];
  for (const key of keysOfSeveral(read)) {
    const nodes = ofKeys.subarray(starts[key], starts[key + 1]);
    if (!isDisputed(nodes, clusters)) {
      const common = isCommonName(index, classes, read, key);
      eachPair(nodes, (one, other) => {
        if (here(one, other)) join(one, other, 'vat-differs');
      });
      eachPair(nodes, (one, other) => {
        const stands = clusters.standing(one, other);
        if (stands === 'free' && !common) join(one, other);
        else if (stands !== 'one') ask(one, other, common ? 0.6 : 0.7);
      });
      continue;
    }
    // Two firms of one name: who bears no number belongs to that of the same body, if there is one only.
    const of = [...nodes];
    const numbered = of.filter((node) => of.some((other) => isFirmsApart(clusters.standing(node, other))));
    const rest = of.filter((node) => !numbered.includes(node));
    const homes = rest.map(
      (node) => new Set(numbered.filter((other) => here(node, other)).map(clusters.rootOf)),
    );
    for (const [at, node] of rest.entries()) {
      const [home, ...others] = homes[at] ?? [];
      if (home !== undefined && others.length === 0) join(node, home);
      else for (const other of numbered) ask(node, other, 0.5);
    }
    eachPair(numbered, (one, other) => {
      if (here(one, other) && clusters.standing(one, other) === 'free') join(one, other);
    });
  }
  return asked;
}

/** Keys of two or more nodes, in an order that is that of no file: what is joined under one may stand against another. */
function keysOfSeveral({ nodes: { starts, ofKeys, order } }: ReadRecords): Int32Array {
  const several: number[] = [];
  for (let key = 0; key < starts.length - 1; key += 1)
    if ((starts[key + 1] ?? 0) - (starts[key] ?? 0) > 1) several.push(key);
  const orderOf = Float64Array.from(several, (key) => order[ofKeys[starts[key] ?? 0] ?? 0] ?? 0);
  return placesInOrder(orderOf).map((place) => several[place] ?? 0);
}

function isDisputed(nodes: Int32Array, clusters: Clusters): boolean {
  for (let at = 0; at < nodes.length; at += 1)
    for (let next = at + 1; next < nodes.length; next += 1)
      if (isFirmsApart(clusters.standing(nodes[at] ?? 0, nodes[next] ?? 0))) return true;
  return false;
}

const isFirmsApart = (standing: string): boolean =>
  standing === 'form-differs' || standing === 'numbers-differ' || standing === 'kept-apart';

function eachPair(nodes: ArrayLike<number>, use: (one: number, other: number) => void): void {
  for (let i = 0; i < nodes.length; i += 1)
    for (let j = i + 1; j < nodes.length; j += 1) use(nodes[i] ?? 0, nodes[j] ?? 0);
}

const mostCommonWords = 3;
/** A word that so few names hold is hardly in the names of two schools. */
export const rare = 2;

/** A short name with the kind of institution in it, no place, no rare word and no legal form: many bear it up and down the land. */
function isCommonName(index: NameIndex, classes: Uint8Array, read: ReadRecords, key: number): boolean {
  if (read.hasForm[key] === 1) return false;
  const from = index.starts[key] ?? 0;
  const to = index.starts[key + 1] ?? 0;
  if (to - from > mostCommonWords) return false;
  let institution = false;
  for (let at = from; at < to; at += 1) {
    const kind = classes[index.wordsAt[at] ?? 0] ?? 0;
    if ((kind & wordClass.place) !== 0) return false;
    if ((kind & wordClass.institution) !== 0) institution = true;
    else if ((index.commonness[index.wordsAt[at] ?? 0] ?? 0) <= rare) return false;
  }
  return institution;
}
