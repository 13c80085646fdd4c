import type { Clusters } from './clusters.ts';
import type { Evidence, NodeLink } from './links.ts';
import { placesInOrder } from './order.ts';
import type { PayeeRecord, ReadRecords, Records } from './records.ts';
import type { NamedPayee } from './supplier-choice.ts';
import { leastSuggested } from './weigh.ts';

/** One supplier: everything that was found to be paid to one and the same. */
export type Supplier = Readonly<{
  /** The normal form of most payments; where two suppliers share it, with a body that pays it. */
  id: string;
  /** The name of most payments, as written. */
  name: string;
  keys: readonly string[];
  /** Places among the records. */
  records: readonly number[];
}>;

/** Two payees taken for one supplier’s, or that may be: why, and how sure, from 0 to 1. */
export type Link = Readonly<{
  one: NamedPayee;
  other: NamedPayee;
  evidence: Evidence;
  confidence: number;
  /** Links that are as sure stand in the order of these, which is that of no file. */
  low: number;
  high: number;
}>;

/** What clusters of nodes come to, told in the names that were given. */
export function suppliersOf(
  records: Records,
  read: ReadRecords,
  clusters: Clusters,
): Readonly<{ suppliers: readonly Supplier[]; supplierOf: Int32Array }> {
  const supplierOf = new Int32Array(records.length).fill(-1);
  const members: number[][] = [];
  const placeOf = new Int32Array(read.nodes.count).fill(-1);
  for (let at = 0; at < records.length; at += 1) {
    const node = read.nodeOf[at] ?? -1;
    if (node < 0) continue;
    const root = clusters.rootOf(node);
    const place = placeOf[root] ?? -1;
    if (place >= 0) members[place]?.push(at);
    else {
      placeOf[root] = members.length;
      members.push([at]);
    }
    supplierOf[at] = placeOf[root] ?? -1;
  }
  const shown = members.map((of) => shownOf(of, records));
  const keyOf = (at: number): number => read.nodes.key[read.nodeOf[at] ?? -1] ?? -1;
  /** Of each key: of how many suppliers it is the one that is shown. */
  const shared = new Int32Array(read.keys.length);
  for (const at of shown) shared[keyOf(at)] = (shared[keyOf(at)] ?? 0) + 1;
  const ids = idsOfShared(
    members.flatMap((of, at) => ((shared[keyOf(shown[at] ?? -1)] ?? 0) > 1 ? [{ at, of }] : [])),
    ({ at }) => read.keys[keyOf(shown[at] ?? -1)] ?? '',
    read,
  );
  const suppliers = members.map((of, at): Supplier => {
    const own = read.keys[keyOf(shown[at] ?? -1)] ?? '';
    const name = records.at(shown[at] ?? 0)?.name.trim() ?? '';
    const keys = of.length === 1 ? [own] : [...new Set(of.map(keyOf))].map((key) => read.keys[key] ?? '');
    return { id: ids.get(at) ?? own, name, keys, records: of };
  });
  return { suppliers, supplierOf };
}

/** A supplier whose place and members are known. */
type Draft = Readonly<{ at: number; of: readonly number[] }>;

/** Where several suppliers bear one key, each is told by a body that pays it: in an order that is that of no file. */
function idsOfShared(
  drafts: readonly Draft[],
  keyOf: (draft: Draft) => string,
  read: ReadRecords,
): ReadonlyMap<number, string> {
  const orders = drafts.map(({ of }) =>
    of.reduce((least, at) => Math.min(least, read.nodes.order[read.nodeOf[at] ?? -1] ?? 0), Infinity),
  );
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  for (const place of placesInOrder(Float64Array.from(orders))) {
    const draft = drafts[place];
    if (draft === undefined) continue;
    const told = `${keyOf(draft)} at ${bodyOf(draft.of, read)}`;
    let id = told;
    for (let number = 2; taken.has(id); number += 1) id = `${told} ${number}`;
    taken.add(id);
    ids.set(draft.at, id);
  }
  return ids;
}

/** The record that a supplier is shown by. */
function shownOf(members: readonly number[], records: Records): number {
  let best = members[0] ?? 0;
  for (const member of members)
    if (member !== best && isShownBefore(records.at(member), records.at(best))) best = member;
  return best;
}

/** The first of its bodies, in words that an address and a normal form leave as they are. */
function bodyOf(members: readonly number[], { nodes, nodeOf }: ReadRecords): string {
  const bodies = members.map((member) => nodes.bodies[nodes.body[nodeOf[member] ?? -1] ?? 0] ?? '');
  return (bodies.toSorted()[0] ?? '').replaceAll('-', ' ');
}

function isShownBefore(one: PayeeRecord | undefined, other: PayeeRecord | undefined): boolean {
  if (one === undefined || other === undefined) return one !== undefined;
  if (one.payments !== other.payments) return one.payments > other.payments;
  return one.name === other.name ? one.body < other.body : one.name < other.name;
}

/** Links in the words of those who read them: each payee by its normal form, its body and the name of most payments there. */
export function told(
  records: Records,
  { keys, nodes, nodeOf }: ReadRecords,
  links: readonly NodeLink[],
): readonly Link[] {
  const spoken = new Uint8Array(nodes.count);
  for (const { one, other } of links) {
    spoken[one] = 1;
    spoken[other] = 1;
  }
  const shown = new Int32Array(nodes.count).fill(-1);
  for (let at = 0; at < records.length; at += 1) {
    const node = nodeOf[at] ?? -1;
    if (node < 0 || spoken[node] === 0) continue;
    const best = shown[node] ?? -1;
    if (best < 0 || isShownBefore(records.at(at), records.at(best))) shown[node] = at;
  }
  const nameOf = (at: number) => (at < 0 ? undefined : records.at(at)?.name.trim());
  const payee = (node: number): NamedPayee => {
    const key = keys[nodes.key[node] ?? -1] ?? '';
    const body = nodes.bodies[nodes.body[node] ?? 0] ?? '';
    return { key, body, name: nameOf(shown[node] ?? -1) ?? key };
  };
  return links.map(({ one, other, evidence, confidence }) => ({
    one: payee(one),
    other: payee(other),
    evidence,
    confidence,
    low: Math.min(nodes.order[one] ?? 0, nodes.order[other] ?? 0),
    high: Math.max(nodes.order[one] ?? 0, nodes.order[other] ?? 0),
  }));
}

/** What is worth asking an officer: once for any two suppliers, the surest evidence, and nothing that is settled. */
export function worthAsking(asked: readonly NodeLink[], clusters: Clusters): readonly NodeLink[] {
  const seen = new Map<number, Set<number>>();
  return asked.filter(({ one, other, evidence, confidence }) => {
    if (confidence < leastSuggested) return false;
    const stands = clusters.standing(one, other);
    if (stands !== 'free' && !(stands === 'vat-differs' && evidence === 'same-name')) return false;
    const [a, b] = [clusters.rootOf(one), clusters.rootOf(other)];
    const of = seen.get(Math.min(a, b)) ?? new Set();
    if (of.has(Math.max(a, b))) return false;
    seen.set(Math.min(a, b), of.add(Math.max(a, b)));
    return true;
  });
}
