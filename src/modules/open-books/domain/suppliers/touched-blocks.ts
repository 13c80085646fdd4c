import { hashOf, hashOfLetters, hashSet } from './blocks.ts';
import type { Blocks } from './found-pairs.ts';
import type { KeptNames } from './kept-names.ts';
import type { NameIndex } from './name-index.ts';
import { withoutCutForm } from './other-pairs.ts';
import { eachBlockOfWords } from './pairs.ts';

/** All that names have in common with others, before and now. */
export function blocksOf(
  touched: ReadonlySet<number>,
  textOf: (key: number) => string,
  index: NameIndex,
  states: readonly Pick<KeptNames, 'bases' | 'trades' | 'cut'>[],
): Blocks {
  const of = { words: new Set<number>(), letters: new Set<number>(), cut: new Set<number>() };
  const bases = new Set<number>();
  const trades = new Set<number>();
  const lettersOf = (key: number) => index.letterHashes[key] ?? 0;
  const cutKeys = new Set(states.flatMap(({ cut }) => [...cut]));
  const cutLetters = hashSet([...cutKeys].map(lettersOf));
  const withoutForm = new Map<string, number[]>();
  for (const key of cutKeys) {
    const text = textOf(key);
    const without = withoutCutForm(text);
    if (without !== text) withoutForm.set(without, [...(withoutForm.get(without) ?? []), lettersOf(key)]);
  }
  for (const key of touched) {
    const text = textOf(key);
    eachBlockOfWords(index, key, (hash) => of.words.add(hash));
    of.letters.add(lettersOf(key));
    const whole = hashOf(text);
    bases.add(whole);
    trades.add(whole);
    for (const state of states) {
      for (const base of state.bases.get(key) ?? []) bases.add(hashOf(base));
      for (const trade of state.trades.get(key) ?? []) trades.add(hashOf(trade));
    }
    hashOfLetters(text, (_, hash) => {
      if (cutLetters.has(hash)) of.cut.add(hash);
    });
    for (const letters of withoutForm.get(text) ?? []) of.cut.add(letters);
  }
  return {
    words: hashSet(of.words),
    letters: hashSet(of.letters),
    bases: hashSet(bases),
    trades: hashSet(trades),
    cut: hashSet(of.cut),
  };
}
