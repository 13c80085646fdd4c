import { hashOfLetters } from './blocks.ts';
import type { NameIndex } from './name-index.ts';
import type { Pair, PairKind } from './pairs.ts';
import type { ReadRecords } from './records.ts';

const plain = (one: number, other: number, kind: PairKind, rivals = 0): Pair => ({
  one,
  other,
  kind,
  word: -1,
  otherWord: -1,
  rivals,
});

/** A name with a place or a unit in brackets at its end, and the name without; or two such names where none stands without. */
export function pairsOfBranches({ keyNumbers, bases }: ReadRecords, use: (pair: Pair) => void): void {
  const byBase = new Map<string, number[]>();
  for (const [key, of] of bases)
    for (const base of of) {
      const branches = byBase.get(base);
      if (branches === undefined) byBase.set(base, [key]);
      else branches.push(key);
    }
  for (const [base, branches] of byBase) {
    const whole = keyNumbers.get(base);
    if (whole !== undefined) for (const branch of branches) use(plain(branch, whole, 'branch'));
    else if (branches.length <= 12)
      for (const [at, one] of branches.entries())
        for (const other of branches.slice(at + 1)) use(plain(one, other, 'branch', branches.length));
  }
}

/** “Dealtop Ltd t/a Dartline Coaches” and “Dartline Coaches”. `rivals` counts who else trades so. */
export function pairsOfTraders({ keyNumbers, trades }: ReadRecords, use: (pair: Pair) => void): void {
  const byTrade = new Map<string, number[]>();
  for (const [key, of] of trades)
    for (const trade of of) {
      const traders = byTrade.get(trade);
      if (traders === undefined) byTrade.set(trade, [key]);
      else traders.push(key);
    }
  for (const [trade, traders] of byTrade) {
    const named = keyNumbers.get(trade);
    if (named === undefined) continue;
    for (const trader of traders)
      if (trader !== named) use(plain(trader, named, 'trading-name', traders.length));
  }
}

const leastCutLetters = 14;

/** What a fixed width left of a legal form. */
const cutForm = / (?:l|li|lim|limi|p|pl|ll|c|ci)$/u;

/** A name that a ledger’s fixed width cut short, and the name that goes on from there. `rivals` counts how many go on from it. */
export function pairsOfCutNames(
  { keys }: NameIndex,
  { cut, keyNumbers }: ReadRecords,
  use: (pair: Pair) => void,
): void {
  const byLetters = new Map<number, number>();
  const lengths = new Set<number>();
  for (const key of cut) {
    const text = keys[key] ?? '';
    const letters = text.replaceAll(' ', '').length;
    if (letters < leastCutLetters) continue;
    const whole = keyNumbers.get(text.replace(cutForm, ''));
    if (whole !== undefined && whole !== key) use(plain(key, whole, 'cut-short', 1));
    byLetters.set(hashOfLetters(text), key);
    lengths.add(letters);
  }
  const shortest = Math.min(...lengths);
  const isLength = new Uint8Array(Math.max(0, ...lengths) + 1);
  for (const length of lengths) isLength[length] = 1;
  const longer = new Map<number, number[]>();
  for (const [key, text] of keys.entries()) {
    if (text.length <= shortest) continue;
    hashOfLetters(text, (letters, hash) => {
      const short = isLength[letters] === 1 ? byLetters.get(hash) : undefined;
      if (short === undefined || short === key) return;
      const of = longer.get(short);
      if (of === undefined) longer.set(short, [key]);
      else of.push(key);
    });
  }
  for (const [short, of] of longer) for (const key of of) use(plain(short, key, 'cut-short', of.length));
}
