import type { Clusters } from './clusters.ts';
import type { Evidence, NodeLink } from './links.ts';
import type { PayeeRecord, ReadRecords } from './records.ts';
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
}>;

/** What clusters of nodes come to, told in the names that were given. */
export function suppliersOf(
  records: readonly PayeeRecord[],
  read: ReadRecords,
  clusters: Clusters,
): Readonly<{ suppliers: readonly Supplier[]; supplierOf: Int32Array }> {
  const members: number[][] = [];
  const placeOf = new Int32Array(read.nodes.length).fill(-1);
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
  }
  const supplierOf = new Int32Array(records.length).fill(-1);
  const drafts = members.map((of) => draftOf(of, records, read));
  const shared = new Map<string, number>();
  for (const { id } of drafts) shared.set(id, (shared.get(id) ?? 0) + 1);
  const taken = new Set<string>();
  const inOwnOrder = drafts
    .map((draft, at) => ({ draft, at }))
    .filter(({ draft }) => shared.get(draft.id) !== 1);
  const orderOf = ({ records: [first = 0] }: Supplier) => read.nodes[read.nodeOf[first] ?? -1]?.order ?? 0;
  const least = (draft: Supplier) =>
    Math.min(...draft.records.map((at) => orderOf({ ...draft, records: [at] })));
  inOwnOrder.sort((a, b) => least(a.draft) - least(b.draft));
  const ids = new Map<number, string>();
  for (const { draft, at } of inOwnOrder) {
    const told = `${draft.id} at ${bodyOf(draft.records, read)}`;
    let id = told;
    for (let number = 2; taken.has(id); number += 1) id = `${told} ${number}`;
    taken.add(id);
    ids.set(at, id);
  }
  const suppliers = drafts.map((draft, at): Supplier => {
    for (const member of draft.records) supplierOf[member] = at;
    return { ...draft, id: ids.get(at) ?? draft.id };
  });
  return { suppliers, supplierOf };
}

function draftOf(members: readonly number[], records: readonly PayeeRecord[], read: ReadRecords): Supplier {
  let best = members[0] ?? 0;
  for (const member of members)
    if (member !== best && isShownBefore(records[member], records[best])) best = member;
  const keyOf = (at: number) => read.keys[read.nodes[read.nodeOf[at] ?? -1]?.key ?? -1] ?? '';
  const id = keyOf(best);
  const keys = members.length === 1 ? [id] : [...new Set(members.map(keyOf))];
  return { id, name: records[best]?.name.trim() ?? '', keys, records: members };
}

/** The first of its bodies, in words that an address and a normal form leave as they are. */
function bodyOf(members: readonly number[], read: ReadRecords): string {
  const bodies = members.map((member) => read.nodes[read.nodeOf[member] ?? -1]?.body ?? '');
  return (bodies.toSorted()[0] ?? '').replaceAll('-', ' ');
}

function isShownBefore(one: PayeeRecord | undefined, other: PayeeRecord | undefined): boolean {
  if (one === undefined || other === undefined) return one !== undefined;
  if (one.payments !== other.payments) return one.payments > other.payments;
  return one.name === other.name ? one.body < other.body : one.name < other.name;
}

/** Links in the words of those who read them: each payee by its normal form, its body and the name of most payments there. */
export function told(
  records: readonly PayeeRecord[],
  { keys, nodes, nodeOf }: ReadRecords,
  links: readonly NodeLink[],
): readonly Link[] {
  const shown = new Map<number, number>();
  const spoken = new Set(links.flatMap(({ one, other }) => [one, other]));
  for (let at = 0; at < records.length; at += 1) {
    const node = nodeOf[at] ?? -1;
    if (!spoken.has(node)) continue;
    const best = shown.get(node);
    if (best === undefined || isShownBefore(records[at], records[best])) shown.set(node, at);
  }
  const payee = (node: number): NamedPayee => {
    const key = keys[nodes[node]?.key ?? -1] ?? '';
    return { key, body: nodes[node]?.body ?? '', name: records[shown.get(node) ?? -1]?.name.trim() ?? key };
  };
  return links.map(({ one, other, evidence, confidence }) => ({
    one: payee(one),
    other: payee(other),
    evidence,
    confidence,
  }));
}

/** What is worth asking an officer: once for any two suppliers, the surest evidence, and nothing that is settled. */
export function worthAsking(asked: readonly NodeLink[], clusters: Clusters): readonly NodeLink[] {
  const seen = new Set<string>();
  return asked.filter(({ one, other, evidence, confidence }) => {
    if (confidence < leastSuggested) return false;
    const stands = clusters.standing(one, other);
    if (stands !== 'free' && !(stands === 'vat-differs' && evidence === 'same-name')) return false;
    const [a, b] = [clusters.rootOf(one), clusters.rootOf(other)];
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (seen.has(pair)) return false;
    seen.add(pair);
    return true;
  });
}
