import { hashModulus, hashOf } from './blocks.ts';
import { readNumbers } from './numbers.ts';
import type { Marks } from './clusters.ts';
import type { Choice, PayeeRef } from './choices.ts';
import { type Payee, readPayee } from './payee.ts';

/** A payee as one body’s payments name it, every distinct name and set of numbers once. */
export type PayeeRecord = Readonly<{
  body: string;
  name: string;
  payments: number;
  pence: bigint;
  company?: string | undefined;
  charity?: string | undefined;
  vat?: string | undefined;
}>;

/** One normal form, at one body, with one set of numbers: what is found to be one supplier’s or not. */
export type Node = Readonly<{
  /** Its place among the keys; −1 where only an officer’s choice names it. */
  key: number;
  body: string;
  marks: Marks;
  /** Orders nodes in the same way whatever the order they were given in. */
  order: number;
}>;

export type ReadRecords = Readonly<{
  keys: readonly string[];
  keyNumbers: ReadonlyMap<string, number>;
  nodes: readonly Node[];
  /** The nodes of each key, in their own order. */
  nodesOfKey: readonly (readonly number[])[];
  /** The nodes that an officer’s choice speaks of. */
  nodesOf(ref: PayeeRef): readonly number[];
  /** The node of each record; −1 for those that are never linked. */
  nodeOf: Int32Array;
  kinds: readonly Payee['kind'][];
  payments: Float64Array;
  /** Of each key: whether and where any name says what the firm is in law, as sums of `named`. */
  hasForm: Uint8Array;
  /** How many spellings there are of each key. */
  spellings: Int32Array;
  /** Of each key: its names without trailing brackets, and the names it trades as. */
  bases: ReadonlyMap<number, ReadonlySet<string>>;
  trades: ReadonlyMap<number, ReadonlySet<string>>;
  /** Keys of names that a ledger’s fixed width cut short. */
  cut: ReadonlySet<number>;
}>;

/** “Smith Ltd (Exeter)” is a branch of Smith Ltd; “Smith (Exeter) Ltd” a firm of that name. */
export const named = { within: 1, before: 2 } as const;

/** Reads the names and numbers of records and draws together those that are the same but for spelling. */
export function readRecords(records: readonly PayeeRecord[], choices: readonly Choice[]): ReadRecords {
  const keys: string[] = [];
  const keyNumbers = new Map<string, number>();
  const nodes: Node[] = [];
  const nodesOfKey: number[][] = [];
  const nodeOf = new Int32Array(records.length).fill(-1);
  const keyHashes: number[] = [];
  const kinds: Payee['kind'][] = [];
  const payments: number[] = [];
  const forms: number[] = [];
  const spellings: number[] = [];
  const bases = new Map<number, Set<string>>();
  const trades = new Map<number, Set<string>>();
  const cut = new Set<number>();
  const { widths, ends } = cutWidths(records);
  const markHashOf = markHashes();
  let at = -1;
  for (const record of records) {
    at += 1;
    const payee = readPayee(record.name);
    kinds.push(payee.kind);
    if (payee.kind !== 'firm') continue;
    let key = keyNumbers.get(payee.key);
    if (key === undefined) {
      key = keys.length;
      keyNumbers.set(payee.key, key);
      keys.push(payee.key);
      keyHashes.push(hashOf(payee.key));
      nodesOfKey.push([]);
      payments.push(0);
      forms.push(0);
      spellings.push(0);
    }
    payments[key] = (payments[key] ?? 0) + record.payments;
    if (payee.form !== '') forms[key] = (forms[key] ?? 0) | (payee.branchOf ? named.before : named.within);
    spellings[key] = (spellings[key] ?? 0) + 1;
    if (payee.base !== '') put(bases, key, payee.base);
    if (payee.trades !== '') put(trades, key, payee.trades);
    const end = ends[at] ?? 0;
    const widthsHere = widths.get(record.body);
    if (widthsHere !== undefined && (widthsHere.has(end) || widthsHere.has(end + 1))) cut.add(key);
    const marks = marksOf(record, formClasses.get(payee.form) ?? '');
    const here = nodesOfKey[key] ?? [];
    let node = nodeAmong(here, nodes, record.body, marks);
    if (node < 0) {
      node = nodes.length;
      here.push(node);
      const order = ((keyHashes[key] ?? 0) + markHashOf(record.body, marks)) % hashModulus;
      nodes.push({ key, body: record.body, marks, order });
    }
    nodeOf[at] = node;
  }
  const chosen = new Map<string, number[]>();
  for (const { one, other } of choices)
    for (const ref of [one, other]) {
      const text = refText(ref);
      if (chosen.has(text)) continue;
      const key = keyNumbers.get(ref.key) ?? -1;
      const found = (nodesOfKey[key] ?? []).filter(
        (at) => ref.body === undefined || nodes[at]?.body === ref.body,
      );
      // A choice holds for names that are not there now, too: by them it holds others together or apart.
      if (found.length === 0) {
        found.push(nodes.length);
        nodesOfKey[key]?.push(nodes.length);
        nodes.push({ key, body: ref.body ?? '', marks: noMarks, order: hashOf(text) });
      }
      chosen.set(text, found);
    }
  for (const of of nodesOfKey)
    if (of.length > 1) of.sort((a, b) => (nodes[a]?.order ?? 0) - (nodes[b]?.order ?? 0));
  return {
    nodesOfKey,
    nodesOf: (ref) => chosen.get(refText(ref)) ?? [],
    keys,
    keyNumbers,
    nodes,
    nodeOf,
    kinds,
    payments: Float64Array.from(payments),
    hasForm: Uint8Array.from(forms),
    spellings: Int32Array.from(spellings),
    bases,
    trades,
    cut,
  };
}

const refText = ({ key, body }: PayeeRef): string => `${key}\n${body ?? ''}`;

const noMarks: Marks = { company: '', charity: '', vat: '', form: '' };

/** A private company becomes a public one; neither becomes a partnership or a company of community interest in passing. */
const formClasses: ReadonlyMap<string, string> = new Map([
  ['ltd', 'company'],
  ['plc', 'company'],
  ['llp', 'llp'],
  ['lp', 'lp'],
  ['cic', 'cic'],
]);

const unnumbered: ReadonlyMap<string, Marks> = new Map(
  [...new Set(formClasses.values())].map((form) => [form, { ...noMarks, form }]),
);

function marksOf(record: PayeeRecord, form: string): Marks {
  const { company, charity, vat } = record;
  const numbered = (company ?? '') !== '' || (charity ?? '') !== '' || (vat ?? '') !== '';
  return numbered ? { ...readNumbers(record), form } : (unnumbered.get(form) ?? noMarks);
}

const isMarkedSo = (one: Marks | undefined, other: Marks): boolean =>
  one === other ||
  (one !== undefined &&
    one.company === other.company &&
    one.charity === other.charity &&
    one.vat === other.vat &&
    one.form === other.form);

function nodeAmong(here: readonly number[], nodes: readonly Node[], body: string, marks: Marks): number {
  for (const each of here) {
    const node = nodes[each];
    if (node?.body === body && isMarkedSo(node.marks, marks)) return each;
  }
  return -1;
}

/** A number for marks at a body, of which the few without numbers come again and again. */
function markHashes(): (body: string, marks: Marks) => number {
  const hashOfMarks = (body: string, { company, charity, vat, form }: Marks) =>
    hashOf(`${company}\n${charity}\n${vat}\n${form}\n${body}`);
  const known = new Map<Marks, Map<string, number>>();
  for (const marks of [noMarks, ...unnumbered.values()]) known.set(marks, new Map());
  return (body, marks) => {
    const of = known.get(marks);
    let hash = of?.get(body);
    if (hash === undefined) {
      hash = hashOfMarks(body, marks);
      of?.set(body, hash);
    }
    return hash;
  };
}

function put(map: Map<number, Set<string>>, key: number, text: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([text]));
  else known.add(text);
}

const leastWidth = 16;
const leastCut = 5;

type CutWidths = Readonly<{
  widths: ReadonlyMap<string, ReadonlySet<number>>;
  /** How long each name is. */
  ends: Int32Array;
}>;

/** At which lengths a body’s ledger cuts names off: lengths far commoner than those beside them, or the greatest there is. */
function cutWidths(records: readonly PayeeRecord[]): CutWidths {
  const lengths = new Map<string, number[]>();
  const ends = new Int32Array(records.length);
  let at = -1;
  for (const { body, name } of records) {
    at += 1;
    let of = lengths.get(body);
    if (of === undefined) lengths.set(body, (of = []));
    const length = name.trim().length;
    ends[at] = length;
    while (of.length <= length) of.push(0);
    of[length] = (of[length] ?? 0) + 1;
  }
  const widths = new Map(
    [...lengths].map(([body, of]) => {
      const isCut = (count: number, length: number) =>
        length >= leastWidth &&
        count >= leastCut &&
        count > 2.5 * ((of[length + 1] ?? 0) + (of[length + 2] ?? 0));
      return [body, new Set(of.flatMap((count, length) => (isCut(count, length) ? [length] : [])))] as const;
    }),
  );
  return { widths, ends };
}
