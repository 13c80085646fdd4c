import { applyChoices } from './choices.ts';
import type { Choice } from './choice.ts';
import { clustersOf } from './clusters.ts';
import { difference, isAnother, isMuchAlike } from './differences.ts';
import { joining } from './joining.ts';
import { type Evidence, linksOfNames, type NodeLink } from './links.ts';
import { findPairs, type FoundPair } from './found-pairs.ts';
import { indexNames, type NameIndex } from './name-index.ts';
import { oddityOf } from './odd-words.ts';
import { linksOfNumbers } from './number-links.ts';
import { classesOf } from './word-classes.ts';
import { readRecords, type ReadRecords, type Records } from './records.ts';
import { joinSameNames } from './same-names.ts';
import { type Link, type Supplier, suppliersOf, told, worthAsking } from './suppliers.ts';
import { circumstancesOf, leastLinked } from './weigh.ts';

/** What was found: which records are one supplier’s, why, what an officer is asked, and what was chosen and could not be followed. */
export type Resolution = Readonly<{
  suppliers: readonly Supplier[];
  /** The supplier of each record, as a place in `suppliers`; −1 for redacted and individual payees and for what is no name. */
  supplierOf: Int32Array;
  links: readonly Link[];
  /** May be one supplier’s, but nothing was done: an officer decides. The surest first. */
  suggestions: readonly Link[];
  /** Choices that a later one overrules. */
  overruled: readonly Choice[];
}>;

/**
 * Finds which payees are one and the same supplier, by numbers, names and earlier choices of officers. The same records in any order
 * give the same answer. Redacted and individual payees are never linked, doubt is left to an officer, and no choice of an officer is
 * undone by whatever else is brought.
 *
 * @param choices the officers’ choices, the earliest first: where two contradict each other the later holds.
 */
export function resolveSuppliers(records: Records, choices: readonly Choice[] = []): Resolution {
  return resolveWhole(records, choices).resolution;
}

/** What the names that were resolved are, and what was found between them. */
export type Surroundings = Readonly<{
  read: ReadRecords;
  index: NameIndex;
  classes: Uint8Array;
  pairs: readonly FoundPair[];
}>;

/** The same, with what it was found by. */
export function resolveWhole(
  records: Records,
  choices: readonly Choice[],
): Surroundings & Readonly<{ resolution: Resolution }> {
  const read = readRecords(records, choices);
  const index = indexNames(read.keys);
  const classes = classesOf(index);
  const oddity = oddityOf(index);
  const pairs = findPairs(index, read, (pair) => circumstancesOf(pair, index, oddity));
  const surroundings = { read, index, classes, pairs };
  return { ...surroundings, resolution: decide(records, choices, surroundings) };
}

/**
 * Decides which records are one supplier’s, once it is known which names may be. Names between which there is neither a pair that is
 * sure enough to ask about, nor a number nor a choice, have no say in each other: they may be decided together or by themselves.
 */
export function decide(
  records: Records,
  choices: readonly Choice[],
  { read, index, classes, pairs }: Surroundings,
): Resolution {
  const clusters = clustersOf(read.nodes.marks, read.nodes.count);
  const { join, keysOf } = joining(clusters, read);
  const differenceOf = (one: number, other: number) => difference(index, classes, one, other);
  const withoutBrackets = (key: number): number => {
    const [base] = [...(read.bases.get(key) ?? [])].toSorted();
    return base === undefined ? key : (read.keyNumbers.get(base) ?? key);
  };
  const overruled = applyChoices(choices, read, clusters, join);

  const followed: NodeLink[] = [];
  const asked: NodeLink[] = [];
  /** Two whole clusters must be compatible, whatever lies between them. */
  const isCoherent = ({ one, other, evidence }: NodeLink): boolean => {
    if (byThemselves.has(evidence)) return true;
    const [mine, yours] = [keysOf(one), keysOf(other)];
    const [shown, otherShown] = [mine[0], yours[0]];
    if (shown === undefined || otherShown === undefined || mine.length + yours.length === 2) return true;
    const differs = (a: number, b: number) => differenceOf(withoutBrackets(a), withoutBrackets(b));
    if (!isMuchAlike(differs(shown, otherShown))) return false;
    return mine.every((a) => yours.every((b) => !isAnother(differs(a, b))));
  };
  const follow = (links: readonly NodeLink[]): void => {
    for (const link of inOrder(links, read)) {
      const sure = link.confidence >= leastLinked && isCoherent(link);
      if (sure && join(link.one, link.other)) followed.push(link);
      else if (clusters.rootOf(link.one) !== clusters.rootOf(link.other)) asked.push(link);
    }
  };
  follow(linksOfNumbers(read, differenceOf));
  asked.push(...joinSameNames(index, classes, read, clusters, join));
  follow(linksOfNames(pairs, index, classes, read, clusters.rootOf, differenceOf));
  const suggestions = worthAsking(inOrder(asked, read), clusters);
  return {
    ...suppliersOf(records, read, clusters),
    links: told(records, read, followed),
    suggestions: told(records, read, suggestions),
    overruled,
  };
}

/** A number or a trading name stands for itself: the names need have nothing in common. */
const byThemselves: ReadonlySet<Evidence> = new Set([
  'company-number',
  'charity-number',
  'vat-number',
  'trading-name',
]);

/** The surest first, and among equals in an order that is that of no file. */
function inOrder(links: readonly NodeLink[], { nodes: { order } }: ReadRecords): readonly NodeLink[] {
  const place = (node: number) => order[node] ?? 0;
  const low = Float64Array.from(links, ({ one, other }) => Math.min(place(one), place(other)));
  const high = Float64Array.from(links, ({ one, other }) => Math.max(place(one), place(other)));
  const sure = Float64Array.from(links, ({ confidence }) => confidence);
  const places = Int32Array.from(links, (_, at) => at).sort((a, b) => {
    const [mine, yours] = [sure[a] ?? 0, sure[b] ?? 0];
    if (mine !== yours) return yours - mine;
    const [least, otherLeast] = [low[a] ?? 0, low[b] ?? 0];
    if (least !== otherLeast) return least - otherLeast;
    const [most, otherMost] = [high[a] ?? 0, high[b] ?? 0];
    if (most !== otherMost) return most - otherMost;
    const [why, otherWhy] = [links[a]?.evidence ?? '', links[b]?.evidence ?? ''];
    return Number(why > otherWhy) - Number(why < otherWhy);
  });
  return Array.from(places, (at) => links[at]).filter((link) => link !== undefined);
}
