import { type HashSet, hashOf, hashOfLetters, hashSet } from './blocks.ts';
import { headLetters, type NameIndex } from './name-index.ts';
import type { Pair, PairKind } from './pairs.ts';
import type { ReadRecords } from './records.ts';

const plain = (one: number, other: number, kind: PairKind, block: number, rivals = 0): Pair => ({
  one,
  other,
  kind,
  word: -1,
  otherWord: -1,
  rivals,
  block,
});

/** Of each text the keys that have it: their name without brackets, or one they trade as. */
function byText(
  of: ReadonlyMap<number, ReadonlySet<string>>,
  among: HashSet | undefined,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [key, texts] of of)
    for (const text of texts) {
      if (among !== undefined && !among.has(hashOf(text))) continue;
      const keys = found.get(text);
      if (keys === undefined) found.set(text, [key]);
      else keys.push(key);
    }
  return found;
}

/**
 * A name with a place or a unit in brackets at its end, and the name without; or two such names where none stands without. `among`:
 * names without, told by their hashes.
 */
export function pairsOfBranches(
  { keyNumbers, bases }: Pick<ReadRecords, 'keyNumbers' | 'bases'>,
  use: (pair: Pair) => void,
  among?: HashSet,
): void {
  for (const [base, branches] of byText(bases, among)) {
    const whole = keyNumbers.get(base);
    const block = hashOf(base);
    if (whole !== undefined) for (const branch of branches) use(plain(branch, whole, 'branch', block));
    else if (branches.length <= 12)
      for (const [at, one] of branches.entries())
        for (const other of branches.slice(at + 1)) use(plain(one, other, 'branch', block, branches.length));
  }
}

/** “Dealtop Ltd t/a Dartline Coaches” and “Dartline Coaches”. `rivals` counts who else trades so. */
export function pairsOfTraders(
  { keyNumbers, trades }: Pick<ReadRecords, 'keyNumbers' | 'trades'>,
  use: (pair: Pair) => void,
  among?: HashSet,
): void {
  for (const [trade, traders] of byText(trades, among)) {
    const named = keyNumbers.get(trade);
    if (named === undefined) continue;
    for (const trader of traders)
      if (trader !== named) use(plain(trader, named, 'trading-name', hashOf(trade), traders.length));
  }
}

/** What a fixed width left of a legal form. */
const cutForm = / (?:l|li|lim|limi|p|pl|ll|c|ci)$/u;

/** A name that was cut short within its legal form, without what was left of it. */
export const withoutCutForm = (key: string): string => key.replace(cutForm, '');

/**
 * A name that a ledger’s fixed width cut short, and the name that goes on from there. `rivals` counts how many go on from it. `among`:
 * names that were cut, told by the hashes of their letters.
 */
export function pairsOfCutNames(
  { keys, letterHashes, heads }: NameIndex,
  { cut, keyNumbers }: Pick<ReadRecords, 'cut' | 'keyNumbers'>,
  use: (pair: Pair) => void,
  among?: HashSet,
): void {
  const byLetters = new Map<number, number>();
  const lengths = new Set<number>();
  for (const key of cut) {
    const hash = letterHashes[key] ?? 0;
    if (heads[key] === 0 || (among !== undefined && !among.has(hash))) continue;
    const text = keys[key] ?? '';
    const whole = keyNumbers.get(withoutCutForm(text));
    if (whole !== undefined && whole !== key) use(plain(key, whole, 'cut-short', hash, 1));
    // Of two that differ in nothing but spaces one stands for both, whichever was read first.
    const same = byLetters.get(hash);
    if (same === undefined || text < (keys[same] ?? '')) byLetters.set(hash, key);
    lengths.add(text.replaceAll(' ', '').length);
  }
  const shortHeads = hashSet([...byLetters.values()].map((key) => heads[key] ?? 0));
  const isLength = new Uint8Array(Math.max(0, ...lengths) + 1);
  for (const length of lengths) isLength[length] = 1;
  const longer = new Map<number, number[]>();
  for (let key = 0; key < keys.length; key += 1) {
    const head = heads[key] ?? 0;
    if (head === 0 || !shortHeads.has(head)) continue;
    hashOfLetters(keys[key] ?? '', (letters, hash) => {
      const short = isLength[letters] === 1 && letters >= headLetters ? byLetters.get(hash) : undefined;
      if (short === undefined || short === key) return;
      const of = longer.get(short);
      if (of === undefined) longer.set(short, [key]);
      else of.push(key);
    });
  }
  for (const [short, of] of longer)
    for (const key of of) use(plain(short, key, 'cut-short', letterHashes[short] ?? 0, of.length));
}
