import { groupBy } from '#platform/kernel';
import { type Difference, isMuchAlike } from './differences.ts';
import type { NameIndex } from './name-index.ts';
import type { FoundPair } from './found-pairs.ts';
import type { Pair, PairKind } from './pairs.ts';
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

/**
 * Weighs pairs of normal forms that may be one supplier’s, and makes links of those that are not too doubtful even to ask about. Pairs
 * of names that were not read are left as they are.
 */
export function linksOfNames(
  pairs: readonly FoundPair[],
  index: NameIndex,
  classes: Uint8Array,
  read: ReadRecords,
  rootOf: (node: number) => number,
  differenceOf: (one: number, other: number) => Difference,
): readonly NodeLink[] {
  const links: NodeLink[] = [];
  const weights = { index, classes, spellings: read.spellings, hasForm: read.hasForm };
  const wordsOf = (key: number) => index.wordsAt.subarray(index.starts[key], index.starts[key + 1]);
  const someWord = (words: Int32Array, kinds: number) =>
    words.some((word) => ((classes[word] ?? 0) & kinds) !== 0);
  const sharesBody = (one: number, other: number) => isPaidByOneBody(read, one, other);
  const isRead = (key: number) => (read.spellings[key] ?? 0) > 0;
  const own = pairs.filter(({ one, other }) => isRead(one) && isRead(other));
  const tradersOf = groupBy(
    own.filter(({ kind }) => kind === 'trading-name'),
    ({ other }) => other,
  );

  const ofWords = (pair: FoundPair): number => {
    const sure = weigh(pair, weights);
    if (pair.kind !== 'dropped-word') return sure;
    // A word is likelier left off within one ledger than between two.
    if (!sharesBody(pair.one, pair.other)) return Math.min(sure, 0.7);
    // What stands in brackets is weighed as a branch.
    return read.bases.has(pair.one) ? sure : Math.max(sure, droppedWithin(pair, weights));
  };
  const ofBranch = ({ one, other, rivals }: Pair): number => {
    const said = (read.hasForm[one] ?? 0) | (rivals > 0 ? (read.hasForm[other] ?? 0) : 0);
    const isBranch = (said & named.before) !== 0 && (said & named.within) === 0;
    const isOwnFirm = (said & named.within) !== 0 && (said & named.before) === 0;
    const here = sharesBody(one, other);
    if (isOwnFirm) return 0.5;
    if (rivals > 0) return isBranch && here ? 0.86 : 0.6;
    // Whose name without the brackets says what it is in law may well be another of that name.
    const unsaid = (read.hasForm[other] ?? 0) !== 0;
    const vague = unsaid || isInstitution(other, index, classes);
    return isBranch ? 0.92 : !here ? 0.7 : vague ? 0.75 : wordsOf(other).length < 2 ? 0.86 : 0.88;
  };
  const ofTrader = ({ one, other }: Pair): number => {
    // Whose trading name many use is a franchise’s.
    const shared = tradersOf.get(other)?.some((trader) => !isMuchAlike(differenceOf(trader.one, one)));
    const telling = wordsOf(other).length >= 2 && !isInstitution(other, index, classes);
    return shared === true ? 0.5 : telling || sharesBody(one, other) ? 0.88 : 0.6;
  };
  const ofCut = ({ one: short, other: long, rivals }: Pair): number => {
    // The longer name may go on with a word that sets it apart, as a place does.
    const goesOn = someWord(wordsOf(long).subarray(wordsOf(short).length), setsApart);
    return rivals > 1 || goesOn || differenceOf(short, long) === 'set-apart' ? 0.6 : 0.9;
  };
  const sureOf: Partial<Record<PairKind, (pair: FoundPair) => number>> = {
    branch: ofBranch,
    'trading-name': ofTrader,
    'cut-short': ofCut,
  };
  for (const pair of own) {
    pair.sure = (sureOf[pair.kind] ?? ofWords)(pair);
    if (pair.sure >= leastSuggested) addLinks(links, pair, pair.sure, read, rootOf);
  }
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
