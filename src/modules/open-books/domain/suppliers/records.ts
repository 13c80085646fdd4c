import { hashOf } from './blocks.ts';
import type { Choice, PayeeRef } from './choice.ts';
import { cutNames } from './cut-widths.ts';
import { gatherNodes, type Nodes } from './nodes.ts';
import { type Numbers, readNumbers } from './numbers.ts';
import { type Payee, readNumberedPayee, readPayee } from './payee.ts';

/** A payee as one body’s payments name it, every distinct name and set of numbers once. */
export type PayeeRecord = Readonly<{
  body: string;
  name: string;
  payments: number;
  company?: string | undefined;
  charity?: string | undefined;
  vat?: string | undefined;
}>;

/** Records in their order, as a list or as whatever makes each when it is asked for: of millions there are then no objects to be kept. */
export type Records = Readonly<{ length: number; at(place: number): PayeeRecord | undefined }>;

export type ReadRecords = Readonly<{
  keys: readonly string[];
  keyNumbers: ReadonlyMap<string, number>;
  nodes: Nodes;
  /** The nodes that an officer’s choice speaks of. */
  nodesOf(ref: PayeeRef): readonly number[];
  /** The node of each record; −1 for those that are never linked. */
  nodeOf: Int32Array;
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

/** “Smith Ltd (Exeter)” and “Smith/Exeter” are branches of Smith Ltd; “Smith (Exeter) Ltd” is a firm of that name. */
export const named = { within: 1, before: 2 } as const;

/** Keys that have their numbers, to which others are added. */
export type Keys = Readonly<{ keys: string[]; keyNumbers: Map<string, number> }>;

/**
 * Reads the names and numbers of records and draws together those that are the same but for spelling.
 *
 * @param among keys that have numbers already, of whose records these may be some.
 * @param isCut whether each name was likely cut off, where that is known from more names than these.
 */
export function readRecords(
  records: Records,
  choices: readonly Choice[],
  { keys, keyNumbers }: Keys = { keys: [], keyNumbers: new Map() },
  isCut: Uint8Array = cutNames(records),
): ReadRecords {
  const mostKeys = keys.length + records.length;
  const nodes = gatherNodes(records.length + 2 * choices.length, mostKeys);
  const nodeOf = new Int32Array(records.length).fill(-1);
  const keyHashes = new Float64Array(mostKeys);
  const payments = new Float64Array(mostKeys);
  const forms = new Uint8Array(mostKeys);
  const spellings = new Int32Array(mostKeys);
  const bases = new Map<number, Set<string>>();
  const trades = new Map<number, Set<string>>();
  const cut = new Set<number>();
  for (let at = 0; at < records.length; at += 1) {
    const record = records.at(at);
    if (record === undefined) continue;
    const numbers = isNumbered(record) ? readNumbers(record) : undefined;
    const payee = payeeOf(record.name, numbers);
    if (payee.kind !== 'firm') continue;
    let key = keyNumbers.get(payee.key);
    if (key === undefined) {
      key = keys.length;
      keyNumbers.set(payee.key, key);
      keys.push(payee.key);
    }
    if (spellings[key] === 0) keyHashes[key] = hashOf(payee.key);
    payments[key] = (payments[key] ?? 0) + record.payments;
    if (payee.branchOf) forms[key] = (forms[key] ?? 0) | named.before;
    else if (payee.form !== '') forms[key] = (forms[key] ?? 0) | named.within;
    spellings[key] = (spellings[key] ?? 0) + 1;
    if (payee.base !== '') put(bases, key, payee.base);
    if (payee.trades !== '') put(trades, key, payee.trades);
    if (isCut[at] === 1) cut.add(key);
    nodeOf[at] = nodes.nodeOf(key, keyHashes[key] ?? 0, record.body, formClassOf(payee), numbers);
  }
  // A choice holds for names that are not there now, too: by them it holds others together or apart.
  const chosen = new Map<string, readonly number[]>();
  for (const { one, other } of choices)
    for (const ref of [one, other]) {
      const text = refText(ref);
      if (!chosen.has(text))
        chosen.set(text, nodes.chosen(keyNumbers.get(ref.key) ?? -1, ref.body, hashOf(text)));
    }
  return {
    keys,
    keyNumbers,
    nodes: nodes.all(keys.length),
    nodesOf: (ref) => chosen.get(refText(ref)) ?? [],
    nodeOf,
    payments,
    hasForm: forms,
    spellings,
    bases,
    trades,
    cut,
  };
}

const payeeOf = (name: string, numbers: Numbers | undefined): Payee =>
  numbers === undefined ? readPayee(name) : readNumberedPayee(name, numbers);

/** The normal form under which a payee is found: empty for those that are never linked. */
export const keyOfRecord = (record: Omit<PayeeRecord, 'body'>): string =>
  payeeOf(record.name, isNumbered(record) ? readNumbers(record) : undefined).key;

const refText = ({ key, body }: PayeeRef): string => `${key}\n${body ?? ''}`;

/** A private company becomes a public one; neither becomes a partnership or a company of community interest in passing. */
const formClasses: ReadonlyMap<string, string> = new Map([
  ['ltd', 'company'],
  ['plc', 'company'],
  ['llp', 'llp'],
  ['lp', 'lp'],
  ['cic', 'cic'],
]);

const formClassOf = ({ form }: Payee): string => (form === '' ? '' : (formClasses.get(form) ?? ''));

const isNumbered = ({ company, charity, vat }: Omit<PayeeRecord, 'body'>): boolean =>
  (company ?? '') !== '' || (charity ?? '') !== '' || (vat ?? '') !== '';

function put(map: Map<number, Set<string>>, key: number, text: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([text]));
  else known.add(text);
}
