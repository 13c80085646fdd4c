import type { Difference } from './differences.ts';
import type { NameIndex } from './name-index.ts';
import { pairsOfBranches, pairsOfCutNames, pairsOfTraders } from './other-pairs.ts';
import { type Pair, type PairKind, pairsBySpacing, pairsByWords, wordClass } from './pairs.ts';
import { named, type ReadRecords } from './records.ts';
import { leastSuggested, weigh } from './weigh.ts';

/** Why two payees are taken for one supplier. */
export type Evidence =
  | PairKind
  | 'company-number'
  | 'charity-number'
  | 'vat-number'
  | 'same-name'
  | 'officer';

/** Two nodes that may be one supplier’s. */
export type NodeLink = Readonly<{ one: number; other: number; evidence: Evidence; confidence: number }>;

/** Finds links between different normal forms, those too doubtful even to ask about left out. */
export function linksOfNames(
  index: NameIndex,
  classes: Uint8Array,
  read: ReadRecords,
  rootOf: (node: number) => number,
  differenceOf: (one: number, other: number) => Difference,
): readonly NodeLink[] {
  const links: NodeLink[] = [];
  const put = (pair: Pair, confidence: number) => {
    if (confidence >= leastSuggested) addLinks(links, pair, confidence, read, rootOf);
  };
  const byWords = (pair: Pair) => put(pair, weigh(pair, index, classes, read.spellings));
  pairsByWords(index, byWords);
  pairsBySpacing(index, byWords);
  const wordsIn = (key: number) => (index.starts[key + 1] ?? 0) - (index.starts[key] ?? 0);
  const isInstitution = (key: number) => {
    for (let at = index.starts[key] ?? 0; at < (index.starts[key + 1] ?? 0); at += 1)
      if (((classes[index.wordsAt[at] ?? 0] ?? 0) & wordClass.institution) !== 0) return true;
    return false;
  };
  const sharesBody = (one: number, other: number) =>
    (read.nodesOfKey[one] ?? []).some((a) =>
      (read.nodesOfKey[other] ?? []).some((b) => read.nodes[a]?.body === read.nodes[b]?.body),
    );
  pairsOfBranches(read, (pair) => {
    const said = (read.hasForm[pair.one] ?? 0) | (pair.rivals > 0 ? (read.hasForm[pair.other] ?? 0) : 0);
    const isBranch = (said & named.before) !== 0 && (said & named.within) === 0;
    const isOwnFirm = (said & named.within) !== 0 && (said & named.before) === 0;
    const vague = wordsIn(pair.other) < 3 || isInstitution(pair.other) || !sharesBody(pair.one, pair.other);
    if (isOwnFirm) put(pair, 0.5);
    else if (pair.rivals > 0) put(pair, isBranch && sharesBody(pair.one, pair.other) ? 0.86 : 0.6);
    else put(pair, isBranch ? 0.92 : vague ? 0.7 : 0.88);
  });
  const tradersOf = new Map<number, number[]>();
  pairsOfTraders(read, ({ one, other }) => tradersOf.set(other, [...(tradersOf.get(other) ?? []), one]));
  pairsOfTraders(read, (pair) => {
    const telling = wordsIn(pair.other) >= 2 && !isInstitution(pair.other);
    // Whose trading name many use is a franchise’s.
    const shared = (tradersOf.get(pair.other) ?? []).some((trader) => {
      const differs = differenceOf(trader, pair.one);
      return differs === 'nothing-in-common' || differs === 'set-apart' || differs === 'other-words';
    });
    put(pair, shared ? 0.5 : telling || sharesBody(pair.one, pair.other) ? 0.88 : 0.6);
  });
  pairsOfCutNames(index, read, (pair) => {
    const apart = differenceOf(pair.one, pair.other) === 'set-apart';
    put(pair, pair.rivals > 1 || apart ? 0.6 : 0.9);
  });
  return links;
}

/** Where a normal form is more than one supplier’s already, names near it belong to that of the same body, or to neither. */
function addLinks(
  links: NodeLink[],
  { one, other, kind }: Pair,
  confidence: number,
  read: ReadRecords,
  rootOf: (node: number) => number,
): void {
  const mine = firstOfEach(read.nodesOfKey[one] ?? [], rootOf);
  const yours = firstOfEach(read.nodesOfKey[other] ?? [], rootOf);
  const single = mine.length === 1 && yours.length === 1;
  for (const a of mine)
    for (const b of yours) {
      const local =
        single || bodyOf(read, one, a, rootOf).some((body) => bodyOf(read, other, b, rootOf).includes(body));
      const sure = local ? confidence : confidence * 0.6;
      if (sure >= leastSuggested) links.push({ one: a, other: b, evidence: kind, confidence: sure });
    }
}

function firstOfEach(nodes: readonly number[], rootOf: (node: number) => number): readonly number[] {
  if (nodes.length < 2) return nodes;
  const first = new Map<number, number>();
  for (const node of nodes) if (!first.has(rootOf(node))) first.set(rootOf(node), node);
  return [...first.values()];
}

const bodyOf = (
  read: ReadRecords,
  key: number,
  node: number,
  rootOf: (node: number) => number,
): readonly string[] =>
  (read.nodesOfKey[key] ?? [])
    .filter((each) => rootOf(each) === rootOf(node))
    .map((each) => read.nodes[each]?.body ?? '');
