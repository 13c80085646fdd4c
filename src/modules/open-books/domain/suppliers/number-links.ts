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
        const key = read.nodes[node]?.key ?? -1;
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
  const byNumber = new Map<string, number | number[]>();
  for (let at = 0; at < nodes.length; at += 1) {
    const number = nodes[at]?.marks[kind] ?? '';
    if (number === '') continue;
    const known = byNumber.get(number);
    // Most numbers are borne once.
    if (known === undefined) byNumber.set(number, at);
    else if (typeof known === 'number') byNumber.set(number, [known, at]);
    else known.push(at);
  }
  const shared = [...byNumber.values()].filter((of) => typeof of !== 'number');
  for (const of of shared) of.sort((a, b) => (nodes[a]?.order ?? 0) - (nodes[b]?.order ?? 0));
  return shared;
}
