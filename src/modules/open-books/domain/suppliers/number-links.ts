import type { Difference } from './differences.ts';
import type { NodeLink } from './links.ts';
import type { Numbers } from './numbers.ts';
import type { ReadRecords } from './records.ts';

/** A number that so many different names carry is a ledger’s filler, or that of a whole group: it proves nothing by itself. */
const mostNames = 12;

/**
 * Links of payees who bear one number. A company or charity number is one firm’s. A VAT number may be a group’s, and a council’s
 * schools pay under the council’s: where the names have nothing in common it is for an officer to say.
 */
export function linksOfNumbers(
  read: ReadRecords,
  differenceOf: (one: number, other: number) => Difference,
): readonly NodeLink[] {
  const links: NodeLink[] = [];
  for (const kind of ['company', 'charity', 'vat'] as const)
    for (const nodes of sharing(read, kind)) {
      const byKey = new Map<number, number>();
      for (const node of nodes) {
        const key = read.nodes.key[node] ?? -1;
        const first = byKey.get(key);
        if (first === undefined) byKey.set(key, node);
        else links.push({ one: first, other: node, evidence: `${kind}-number`, confidence: 0.99 });
      }
      const firsts = [...byKey];
      const doubtful = kind === 'vat' || firsts.length > mostNames;
      for (const [at, [key, one]] of firsts.entries())
        for (const [otherKey, other] of firsts.slice(at + 1, at + 1 + 4 * mostNames)) {
          const strange = doubtful && differsWholly(differenceOf(key, otherKey));
          if (strange && firsts.length > mostNames) continue;
          links.push({
            one,
            other,
            evidence: `${kind}-number`,
            confidence: strange ? 0.8 : doubtful ? 0.97 : 0.99,
          });
        }
    }
  return links;
}

const differsWholly = (difference: Difference): boolean =>
  difference === 'nothing-in-common' || difference === 'set-apart';

/** The nodes of each number that two or more bear. */
function sharing({ nodes }: ReadRecords, kind: keyof Numbers): readonly (readonly number[])[] {
  const numbers = nodes.marks[kind];
  /** Of each number the node that bore it first, and its place among those that are shared, both one too high: most are borne once. */
  const [first, place]: [number[], number[]] = [[], []];
  const shared: number[][] = [];
  for (let node = 0; node < nodes.count; node += 1) {
    const number = numbers[node] ?? 0;
    if (number === 0) continue;
    const before = first[number] ?? 0;
    const found = place[number] ?? 0;
    if (before === 0) first[number] = node + 1;
    else if (found === 0) place[number] = shared.push([before - 1, node]);
    else shared[found - 1]?.push(node);
  }
  for (const of of shared) of.sort((a, b) => (nodes.order[a] ?? 0) - (nodes.order[b] ?? 0));
  return shared;
}
