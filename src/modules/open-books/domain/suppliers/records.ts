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
  const widths = cutWidths(records);
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
    const ends = record.name.trim().length;
    const widthsHere = widths.get(record.body);
    if (widthsHere !== undefined && (widthsHere.has(ends) || widthsHere.has(ends + 1))) cut.add(key);
    const marks = marksOf(record, formClasses.get(payee.form) ?? '');
    const here = nodesOfKey[key] ?? [];
    let node = here.find(
      (each) => nodes[each]?.body === record.body && isMarkedSo(nodes[each]?.marks, marks),
    );
    if (node === undefined) {
      node = nodes.length;
      here.push(node);
      nodes.push({ key, body: record.body, marks, order: orderOf(keyHashes[key] ?? 0, record.body, marks) });
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

function orderOf(keyHash: number, body: string, { company, charity, vat, form }: Marks): number {
  const told = `${company}\n${charity}\n${vat}\n${form}\n${body}`;
  return (keyHash + hashOf(told)) % hashModulus;
}

function put(map: Map<number, Set<string>>, key: number, text: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([text]));
  else known.add(text);
}

const leastWidth = 16;
const leastCut = 5;

/** At which lengths a body’s ledger cuts names off: lengths far commoner than those beside them, or the greatest there is. */
function cutWidths(records: readonly PayeeRecord[]): ReadonlyMap<string, ReadonlySet<number>> {
  const lengths = new Map<string, Map<number, number>>();
  for (const { body, name } of records) {
    let of = lengths.get(body);
    if (of === undefined) lengths.set(body, (of = new Map()));
    const length = name.trim().length;
    of.set(length, (of.get(length) ?? 0) + 1);
  }
  return new Map(
    [...lengths].map(([body, of]) => {
      const count = (length: number) => of.get(length) ?? 0;
      const widths = [...of.keys()].filter(
        (length) =>
          length >= leastWidth &&
          count(length) >= leastCut &&
          count(length) > 2.5 * (count(length + 1) + count(length + 2)),
      );
      return [body, new Set(widths)] as const;
    }),
  );
}
