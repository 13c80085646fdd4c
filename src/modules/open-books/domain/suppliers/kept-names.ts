import { hashOf } from './blocks.ts';
import type { Choice } from './choice.ts';
import { isCutAt, widthsOf } from './cut-widths.ts';
import type { FoundPair } from './found-pairs.ts';
import type { NameIndex } from './name-index.ts';
import type { Numbers } from './numbers.ts';
import type { PayeeRecord, ReadRecords, Records } from './records.ts';
import { type Resolution, resolveWhole } from './resolve.ts';

/** A name of a payee at a body, and where that payee stands in the body’s account. */
export type Naming = PayeeRecord & Readonly<{ place: number }>;

/** Names of which it is known which are one supplier’s, in columns: one row for each naming. */
export type NamingColumns = Readonly<{
  count: number;
  /** Its place among `bodies`. */
  body: Int32Array;
  name: readonly string[];
  /** Its numbers as they are written, in one text; empty where it has none. */
  numbers: readonly string[];
  payments: Int32Array;
  place: Int32Array;
  /** Its place among the keys; −1 for what is never linked. */
  key: Int32Array;
  /** Empty for what is never linked. */
  supplier: string[];
}>;

/**
 * What is kept of names that were resolved, so that the next time only what changed, and what hangs on it, is decided anew
 * (`resolveChanged`). It holds nothing that could not be found again from the names.
 */
export type KeptNames = Readonly<{
  bodies: readonly string[];
  namings: NamingColumns;
  /** By their numbers; those that are no longer there are empty. */
  keys: string[];
  keyNumbers: Map<string, number>;
  index: NameIndex;
  classes: Uint8Array;
  pairs: readonly FoundPair[];
  bases: ReadonlyMap<number, ReadonlySet<string>>;
  trades: ReadonlyMap<number, ReadonlySet<string>>;
  cut: ReadonlySet<number>;
  /** Of each key the numbers that it bears, by their hashes. */
  borne: Borne;
  choices: readonly Choice[];
}>;

export type Borne = Readonly<{ keys: Int32Array; hashes: Float64Array }>;

/** Namings that have been read, of which nothing is known yet. */
export type NamingsRead = Pick<KeptNames, 'bodies' | 'namings'>;

/**
 * Draws namings together in columns, `most` of them at most: of ten million there are no objects to be kept, and each name is there
 * once, however many bodies pay it.
 */
export function gatherNamings(most: number) {
  const column = () => new Int32Array(most);
  const [body, payments, place] = [column(), column(), column()];
  const [name, numbers]: [string[], string[]] = [[], []];
  const bodies: string[] = [];
  const texts = new Map<string, string>();
  const once = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  return {
    add(naming: Naming): void {
      const at = name.length;
      if (bodies.at(-1) !== naming.body && !bodies.includes(naming.body)) bodies.push(naming.body);
      body[at] = bodies.indexOf(naming.body);
      name.push(once(naming.name));
      numbers.push(once(numbersText(naming)));
      payments[at] = naming.payments;
      place[at] = naming.place;
    },
    all(): NamingsRead {
      const count = name.length;
      const [own, paid, at] = [body, payments, place].map((each) => each.subarray(0, count)) as [
        Int32Array,
        Int32Array,
        Int32Array,
      ];
      const unknown = { key: new Int32Array(count).fill(-1), supplier: [] };
      return { bodies, namings: { count, body: own, name, numbers, payments: paid, place: at, ...unknown } };
    },
  };
}

/** Resolves names from nothing, and keeps what the next time is begun with. */
export function resolveAndKeep(
  of: NamingsRead,
  choices: readonly Choice[],
): Readonly<{ resolution: Resolution; kept: KeptNames }> {
  const { bodies, namings } = of;
  const records: Records = { length: namings.count, at: (place) => namingAt(of, place) };
  const { resolution, read, index, classes, pairs } = resolveWhole(records, choices);
  const { nodes, nodeOf, keys, keyNumbers, bases, trades, cut } = read;
  const { suppliers, supplierOf } = resolution;
  const kept: KeptNames = {
    bodies,
    namings: {
      ...namings,
      key: nodeOf.map((node) => nodes.key[node] ?? -1),
      supplier: Array.from(supplierOf, (supplier) => suppliers[supplier]?.id ?? ''),
    },
    keys: [...keys],
    keyNumbers: new Map(keyNumbers),
    index,
    classes,
    pairs,
    bases,
    trades,
    cut,
    borne: borneIn(read),
    choices,
  };
  return { resolution, kept };
}

const parting = '\u001F';

/** The numbers of a naming as one text. */
export const numbersText = ({ company, charity, vat }: Pick<PayeeRecord, keyof Numbers>): string =>
  (company ?? '') === '' && (charity ?? '') === '' && (vat ?? '') === ''
    ? ''
    : [company ?? '', charity ?? '', vat ?? ''].join(parting);

/** A naming as it was given. */
export function namingAt({ bodies, namings }: Pick<KeptNames, 'bodies' | 'namings'>, at: number): Naming {
  const numbers = namings.numbers[at] ?? '';
  const [company = '', charity = '', vat = ''] = numbers === '' ? [] : numbers.split(parting);
  return {
    body: bodies[namings.body[at] ?? 0] ?? '',
    name: namings.name[at] ?? '',
    payments: namings.payments[at] ?? 0,
    place: namings.place[at] ?? 0,
    company: company === '' ? undefined : company,
    charity: charity === '' ? undefined : charity,
    vat: vat === '' ? undefined : vat,
  };
}

/** The numbers of what was read, each key and number once or oftener. */
export function borneIn({ nodes }: Pick<ReadRecords, 'nodes'>): Borne {
  const keys: number[] = [];
  const hashes: number[] = [];
  for (const kind of ['company', 'charity', 'vat'] as const satisfies readonly (keyof Numbers)[]) {
    const hashesOf = nodes.numbers[kind].map((number) => hashOf(`${kind} ${number}`));
    for (let node = 0; node < nodes.count; node += 1) {
      const number = nodes.marks[kind][node] ?? 0;
      if (number === 0) continue;
      keys.push(nodes.key[node] ?? -1);
      hashes.push(hashesOf[number] ?? 0);
    }
  }
  return { keys: Int32Array.from(keys), hashes: Float64Array.from(hashes) };
}

/** Of each body the widths at which its ledger cuts names off. */
export function widthsOfBodies({
  count,
  body,
  name,
}: Pick<NamingColumns, 'count' | 'body' | 'name'>): readonly Uint8Array[] {
  const lengths: number[][] = [];
  for (let at = 0; at < count; at += 1) {
    const of = (lengths[body[at] ?? 0] ??= []);
    const length = (name[at] ?? '').trim().length;
    while (of.length <= length) of.push(0);
    of[length] = (of[length] ?? 0) + 1;
  }
  return Array.from(lengths, (of) => widthsOf(of ?? []));
}

export const isCutNaming = (
  widths: readonly Uint8Array[],
  { body, name }: NamingColumns,
  at: number,
): boolean => isCutAt(widths[body[at] ?? 0], (name[at] ?? '').trim().length);
