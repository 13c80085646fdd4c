import { type Difference, isMuchAlike } from './differences.ts';
import type { NameIndex } from './name-index.ts';
import { oddityOf } from './odd-words.ts';
import { pairsOfBranches, pairsOfCutNames, pairsOfTraders } from './other-pairs.ts';
import { type Pair, type PairKind, pairsBySpacing, pairsByWords } from './pairs.ts';
import { named, type ReadRecords } from './records.ts';
import { droppedWithin, isInstitution, leastSuggested, setsApart, weigh } from './weigh.ts';

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
  const wordsOf = (key: number) => index.wordsAt.subarray(index.starts[key], index.starts[key + 1]);
  const someWord = (words: Int32Array, kinds: number) =>
    words.some((word) => ((classes[word] ?? 0) & kinds) !== 0);
  const sharesBody = (one: number, other: number) => isPaidByOneBody(read, one, other);

  const { spellings, hasForm } = read;
  const weights = { index, classes, spellings, hasForm, oddity: oddityOf(index.words) };
  const byWords = (pair: Pair) => {
    const sure = weigh(pair, weights);
    if (pair.kind !== 'dropped-word') return put(pair, sure);
    // A word is likelier left off within one ledger than between two.
    if (!sharesBody(pair.one, pair.other)) return put(pair, Math.min(sure, 0.7));
    // What stands in brackets is weighed as a branch.
    put(pair, read.bases.has(pair.one) ? sure : Math.max(sure, droppedWithin(pair, weights)));
  };
  pairsByWords(index, byWords);
  pairsBySpacing(index, byWords);

  pairsOfBranches(read, (pair) => {
    const said = (read.hasForm[pair.one] ?? 0) | (pair.rivals > 0 ? (read.hasForm[pair.other] ?? 0) : 0);
    const isBranch = (said & named.before) !== 0 && (said & named.within) === 0;
    const isOwnFirm = (said & named.within) !== 0 && (said & named.before) === 0;
    const here = sharesBody(pair.one, pair.other);
    const bare = wordsOf(pair.other).length;
    // Whose name without the brackets says what it is in law may well be another of that name.
    const unsaid = (read.hasForm[pair.other] ?? 0) !== 0;
    const vague = unsaid || isInstitution(pair.other, index, classes);
    if (isOwnFirm) put(pair, 0.5);
    else if (pair.rivals > 0) put(pair, isBranch && here ? 0.86 : 0.6);
    else put(pair, isBranch ? 0.92 : !here ? 0.7 : vague ? 0.75 : bare < 2 ? 0.86 : 0.88);
  });

  const tradersOf = new Map<number, number[]>();
  pairsOfTraders(read, ({ one, other }) => tradersOf.set(other, [...(tradersOf.get(other) ?? []), one]));
  for (const [other, traders] of tradersOf)
    for (const one of traders) {
      // Whose trading name many use is a franchise’s.
      const shared = traders.some((trader) => !isMuchAlike(differenceOf(trader, one)));
      const telling = wordsOf(other).length >= 2 && !isInstitution(other, index, classes);
      const sure = shared ? 0.5 : telling || sharesBody(one, other) ? 0.88 : 0.6;
      put({ one, other, kind: 'trading-name', word: -1, otherWord: -1, rivals: traders.length }, sure);
    }

  pairsOfCutNames(index, read, (pair) => {
    const { one: short, other: long } = pair;
    // The longer name may go on with a word that sets it apart, as a place does.
    const goesOn = someWord(wordsOf(long).subarray(wordsOf(short).length), setsApart);
    const apart = goesOn || differenceOf(short, long) === 'set-apart';
    put(pair, pair.rivals > 1 || apart ? 0.6 : 0.9);
  });
  return links;
}

function isPaidByOneBody({ nodes }: ReadRecords, one: number, other: number): boolean {
  const { starts, ofKeys, body } = nodes;
  for (let mine = starts[one] ?? 0; mine < (starts[one + 1] ?? 0); mine += 1)
    for (let yours = starts[other] ?? 0; yours < (starts[other + 1] ?? 0); yours += 1)
      if (body[ofKeys[mine] ?? 0] === body[ofKeys[yours] ?? 0]) return true;
  return false;
}

const nodesOf = ({ nodes: { starts, ofKeys } }: ReadRecords, key: number): Int32Array =>
  ofKeys.subarray(starts[key], starts[key + 1]);

/** Where a normal form is more than one supplier’s already, names near it belong to that of the same body, or to neither. */
function addLinks(
  links: NodeLink[],
  { one, other, kind }: Pair,
  confidence: number,
  read: ReadRecords,
  rootOf: (node: number) => number,
): void {
  const mine = firstOfEach(nodesOf(read, one), rootOf);
  const yours = firstOfEach(nodesOf(read, other), rootOf);
  const single = mine.length === 1 && yours.length === 1;
  for (const a of mine)
    for (const b of yours) {
      const local =
        single || bodyOf(read, one, a, rootOf).some((body) => bodyOf(read, other, b, rootOf).includes(body));
      const sure = local ? confidence : confidence * 0.6;
      if (sure >= leastSuggested) links.push({ one: a, other: b, evidence: kind, confidence: sure });
    }
}

function firstOfEach(
  nodes: Int32Array,
  rootOf: (node: number) => number,
): ArrayLike<number> & Iterable<number> {
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
): readonly number[] =>
  [...nodesOf(read, key)]
    .filter((each) => rootOf(each) === rootOf(node))
    .map((each) => read.nodes.body[each] ?? 0);
