import type { Choice } from './choice.ts';
import { findPairs, isAmong, type FoundPair } from './found-pairs.ts';
import {
  type Borne,
  borneIn,
  isCutNaming,
  type KeptNames,
  type Naming,
  namingAt,
  type NamingColumns,
  numbersText,
  widthsOfBodies,
} from './kept-names.ts';
import { indexNames, type NameIndex } from './name-index.ts';
import { oddityOf } from './odd-words.ts';
import { blocksOf } from './touched-blocks.ts';
import { keyOfRecord, readRecords } from './records.ts';
import { decide, type Resolution } from './resolve.ts';
import { partsOf } from './parts.ts';
import { rare } from './same-names.ts';
import { circumstancesOf, leastSuggested } from './weigh.ts';
import { classesOf } from './word-classes.ts';

/** The namings of a body as they are now, all of them. */
export type BodyNamings = Readonly<{ body: string; namings: readonly Omit<Naming, 'body'>[] }>;

/** What was decided anew, and what is kept for the next time. */
export type Changes = Readonly<{
  kept: KeptNames;
  /** The namings that were decided anew, and what was found of them: `resolution.supplierOf` has one place for each. */
  resolution: Resolution;
  /** The keys that were decided anew or are there no more: links and suggestions of all others stand as they were. */
  decided: ReadonlySet<string>;
  /** The namings of which somebody who wrote down what was found before must write it again: their body changed, or they were decided anew. */
  told: readonly number[];
}>;

/**
 * Resolves names of which most were resolved before, with the answer that they would have from nothing. What a name has to do with the
 * others is of two kinds. Between some there is a pair, a number or a choice: these are decided together, and if one of them changes
 * so are they all. And how sure a pair is hangs on how common its words are, how many names differ in the same place and where a
 * ledger cuts: that is counted over all names each time, and where it comes to something else the pair is weighed anew.
 *
 * @param changed bodies whose namings are others than before, and those that are there no more, with none.
 */
export function resolveChanged(
  kept: KeptNames,
  changed: readonly BodyNamings[],
  choices: readonly Choice[],
): Changes {
  const { keyNumbers } = kept;
  const keys = kept.keys;
  const { bodies, namings, touched, paid } = withChanged(kept, changed, (naming) => {
    const key = keyOfRecord(naming);
    if (key === '') return -1;
    const known = keyNumbers.get(key);
    if (known !== undefined) return known;
    keyNumbers.set(key, keys.length);
    keys.push(key);
    return keys.length - 1;
  });

  const widths = widthsOfBodies(namings);
  for (const key of cutOtherwise(kept, widths, namings)) touched.add(key);
  const gone = letGo(touched, namings, kept);
  const index = indexNames(keys, kept.index);
  const classes = classesOf(index);
  const known = kept.classes.length;
  const isOfAnotherClass = (word: number) => word < known && kept.classes[word] !== classes[word];
  const isRare = ({ commonness }: NameIndex, word: number) => (commonness[word] ?? 0) <= rare;
  for (const key of keysWith(index, isOfAnotherClass)) touched.add(key);
  const restless = [
    ...paid,
    ...keysWith(index, (word) => word < known && isRare(index, word) !== isRare(kept.index, word)),
  ];

  // What the keys are that changed, and what they have in common with others, before and now.
  const textOf = (key: number) => gone.get(key) ?? keys[key] ?? '';
  const own = recordsOf({ bodies, namings }, widths, (key) => touched.has(key));
  const readTouched = readRecords(own.records, [], kept, own.isCut);
  const bases = replaced(kept.bases, touched, readTouched.bases);
  const trades = replaced(kept.trades, touched, readTouched.trades);
  const cut = new Set([...[...kept.cut].filter((key) => !touched.has(key)), ...readTouched.cut]);
  const borne = replacedBorne(kept.borne, touched, borneIn(readTouched));
  const blocks = blocksOf(touched, textOf, index, [kept, { bases, trades, cut }]);

  const heard = remembering(oddityOf(index), index.words.length);
  const dropped: FoundPair[] = [];
  const standing: FoundPair[] = [];
  for (const pair of kept.pairs)
    if (isAmong(pair, blocks)) dropped.push(pair);
    else {
      const circumstances = circumstancesOf(pair, index, heard);
      const isSame = circumstances === pair.circumstances;
      standing.push(isSame ? pair : { ...pair, circumstances, sure: Number.NaN });
    }
  const fresh = findPairs(
    index,
    { keyNumbers, bases, trades, cut },
    (pair) => circumstancesOf(pair, index, heard),
    blocks,
  );
  const others = withoutAgain(dropped, fresh, touched);
  const pairs = [...standing, ...fresh];

  // Everything between which there was or is something.
  const goneNumbers = new Map([...gone].map(([key, text]) => [text, key]));
  const numberOf = (text: string) => keyNumbers.get(text) ?? goneNumbers.get(text) ?? -1;
  const parts = partsOf(keys.length, numberOf);
  const changedPairs = [...others, ...pairs.filter(({ sure }) => Number.isNaN(sure))];
  for (const { one, other, sure } of [...pairs, ...others])
    if (!(sure < leastSuggested)) parts.join(one, other);
  for (const each of [kept.borne, borne]) parts.joinAll(each);
  for (const { one, other } of [...kept.choices, ...choices]) parts.joinNamed(one.key, other.key);
  const hasChosenOtherwise = JSON.stringify(kept.choices) !== JSON.stringify(choices);
  const isDecided = parts.holding(
    [...touched, ...restless, ...changedPairs.flatMap(({ one, other }) => [one, other])],
    hasChosenOtherwise ? [...kept.choices, ...choices].flatMap(({ one, other }) => [one.key, other.key]) : [],
  );

  const all = recordsOf({ bodies, namings }, widths, (key) => isDecided[key] === 1);
  // A choice about names that are not decided now would have them told of once more.
  const about = choices.filter(({ one, other }) =>
    [one, other].every(({ key }) => isDecided[keyNumbers.get(key) ?? -1] !== 0),
  );
  const read = readRecords(all.records, about, kept, all.isCut);
  const resolution = decide(all.records, about, { read, index, classes, pairs });
  for (const [at, place] of all.places.entries())
    namings.supplier[place] = resolution.suppliers[resolution.supplierOf[at] ?? -1]?.id ?? '';

  const decided = new Set<string>();
  for (const [key, is] of isDecided.entries()) if (is === 1) decided.add(textOf(key));
  const isChanged = new Set(changed.map(({ body }) => bodies.indexOf(body)));
  const told: number[] = [];
  // Namings of one payee are told together: it is the supplier’s of most of its payments.
  const payeeOf = (at: number) => (namings.body[at] ?? 0) * 2 ** 32 + (namings.place[at] ?? 0);
  const payees = new Set(all.places.map(payeeOf));
  for (let at = 0; at < namings.count; at += 1)
    if (isChanged.has(namings.body[at] ?? 0) || payees.has(payeeOf(at))) told.push(at);
  return {
    kept: {
      bodies,
      namings,
      keys,
      keyNumbers,
      index,
      classes,
      pairs,
      bases,
      trades,
      cut,
      borne,
      choices,
    },
    resolution,
    decided,
    told,
  };
}

/**
 * Pairs that were found again as they were, between names that are as they were: they are as sure as before. Hands back the others of those
 * that were dropped. How sure a trading name is hangs on who else trades so, and is weighed anew.
 */
function withoutAgain(
  dropped: readonly FoundPair[],
  fresh: readonly FoundPair[],
  touched: ReadonlySet<number>,
): readonly FoundPair[] {
  const textOf = ({ one, other, kind, word, otherWord, rivals, circumstances }: FoundPair) =>
    [one, other, kind, word, otherWord, rivals, circumstances].join(' ');
  const before = new Map(dropped.map((pair) => [textOf(pair), pair]));
  const again = new Set<FoundPair>();
  for (const pair of fresh) {
    if (pair.kind === 'trading-name' || touched.has(pair.one) || touched.has(pair.other)) continue;
    const same = before.get(textOf(pair));
    if (same === undefined) continue;
    pair.sure = same.sure;
    again.add(same);
  }
  return dropped.filter((pair) => !again.has(pair));
}

/** What changes from one naming to the next: which keys come to be named otherwise, and which only oftener or less often. */
type NamingsChanged = Pick<KeptNames, 'bodies' | 'namings'> &
  Readonly<{ touched: Set<number>; paid: readonly number[] }>;

/** The namings as they are now. Those that were there before keep what is known of them. */
function withChanged(
  kept: KeptNames,
  changed: readonly BodyNamings[],
  keyOf: (naming: Omit<Naming, 'body'>) => number,
): NamingsChanged {
  const { namings: before } = kept;
  const bodies = [...kept.bodies];
  for (const { body } of changed) if (!bodies.includes(body)) bodies.push(body);
  const changedBodies = new Set(changed.map(({ body }) => bodies.indexOf(body)));
  const known = new Map<string, number[]>();
  const places: number[] = [];
  for (let at = 0; at < before.count; at += 1) {
    const body = before.body[at] ?? 0;
    if (!changedBodies.has(body)) {
      places.push(at);
      continue;
    }
    const text = JSON.stringify([body, before.name[at], before.numbers[at]]);
    const same = known.get(text);
    if (same === undefined) known.set(text, [at]);
    else same.push(at);
  }
  const count = places.length + changed.reduce((sum, { namings }) => sum + namings.length, 0);
  const column = (of: Int32Array) => {
    const made = new Int32Array(count);
    for (const [to, at] of places.entries()) made[to] = of[at] ?? 0;
    return made;
  };
  const texts = (of: readonly string[]) => places.map((at) => of[at] ?? '');
  const namings = {
    count,
    body: column(before.body),
    name: texts(before.name),
    numbers: texts(before.numbers),
    payments: column(before.payments),
    place: column(before.place),
    key: column(before.key),
    supplier: texts(before.supplier),
  };
  const touched = new Set<number>();
  const paid: number[] = [];
  let to = places.length;
  for (const { body, namings: own } of changed)
    for (const naming of own) {
      const place = bodies.indexOf(body);
      const numbers = numbersText(naming);
      const at = known.get(JSON.stringify([place, naming.name, numbers]))?.pop();
      const key = at === undefined ? keyOf(naming) : (before.key[at] ?? -1);
      if (at === undefined) touched.add(key);
      else if (before.payments[at] !== naming.payments) paid.push(key);
      namings.body[to] = place;
      namings.name.push(naming.name);
      namings.numbers.push(numbers);
      namings.payments[to] = naming.payments;
      namings.place[to] = naming.place;
      namings.key[to] = key;
      namings.supplier.push(at === undefined ? '' : (before.supplier[at] ?? ''));
      to += 1;
    }
  for (const left of known.values()) for (const at of left) touched.add(before.key[at] ?? -1);
  touched.delete(-1);
  return { bodies, namings, touched, paid: paid.filter((key) => key >= 0) };
}

/** Keys of names that are taken to be cut short now and were not before, or the other way round. */
function cutOtherwise(
  kept: KeptNames,
  widths: readonly Uint8Array[],
  namings: NamingColumns,
): readonly number[] {
  const before = widthsOfBodies(kept.namings);
  const others = new Set(
    widths.flatMap((of, body) => (String(of) === String(before[body] ?? '') ? [] : [body])),
  );
  const found: number[] = [];
  if (others.size === 0) return found;
  for (let at = 0; at < namings.count; at += 1)
    if (
      others.has(namings.body[at] ?? 0) &&
      (namings.key[at] ?? -1) >= 0 &&
      isCutNaming(widths, namings, at) !== isCutNaming(before, namings, at)
    )
      found.push(namings.key[at] ?? 0);
  return found;
}

/** Empties keys that nothing is named by any more, and hands back what they were. */
function letGo(
  touched: ReadonlySet<number>,
  namings: NamingColumns,
  { keys, keyNumbers }: Pick<KeptNames, 'keys' | 'keyNumbers'>,
): ReadonlyMap<number, string> {
  const isNamed = new Uint8Array(keys.length);
  for (let at = 0; at < namings.count; at += 1) {
    const key = namings.key[at] ?? -1;
    if (key >= 0) isNamed[key] = 1;
  }
  const gone = new Map<number, string>();
  for (const key of touched) {
    if (isNamed[key] === 1) continue;
    const text = keys[key] ?? '';
    gone.set(key, text);
    keyNumbers.delete(text);
    keys[key] = '';
  }
  return gone;
}

/** Keys that hold one of the words. */
function keysWith({ keys, words, starts, wordsAt }: NameIndex, isMeant: (word: number) => boolean) {
  const meant = new Uint8Array(words.length);
  for (let word = 0; word < words.length; word += 1) meant[word] = isMeant(word) ? 1 : 0;
  const found: number[] = [];
  for (let key = 0; key < keys.length; key += 1)
    for (let at = starts[key] ?? 0; at < (starts[key + 1] ?? 0); at += 1)
      if (keys[key] !== '' && meant[wordsAt[at] ?? 0] === 1) {
        found.push(key);
        break;
      }
  return found;
}

/** The namings of keys, with their places among all. */
function recordsOf(
  of: Pick<KeptNames, 'bodies' | 'namings'>,
  widths: readonly Uint8Array[],
  isMeant: (key: number) => boolean,
): Readonly<{ records: readonly Naming[]; places: readonly number[]; isCut: Uint8Array }> {
  const places: number[] = [];
  for (let at = 0; at < of.namings.count; at += 1) {
    const key = of.namings.key[at] ?? -1;
    if (key >= 0 && isMeant(key)) places.push(at);
  }
  return {
    records: places.map((at) => namingAt(of, at)),
    places,
    isCut: Uint8Array.from(places, (at) => (isCutNaming(widths, of.namings, at) ? 1 : 0)),
  };
}

/** What is known of keys, with that of some of them in the place of what it was. */
function replaced<Value>(
  all: ReadonlyMap<number, Value>,
  touched: ReadonlySet<number>,
  own: ReadonlyMap<number, Value>,
): ReadonlyMap<number, Value> {
  const now = new Map(all);
  for (const key of touched) now.delete(key);
  for (const [key, value] of own) now.set(key, value);
  return now;
}

function replacedBorne(all: Borne, touched: ReadonlySet<number>, own: Borne): Borne {
  const keys = new Int32Array(all.keys.length + own.keys.length);
  const hashes = new Float64Array(keys.length);
  let count = 0;
  for (const of of [all, own])
    for (let at = 0; at < of.keys.length; at += 1) {
      const key = of.keys[at] ?? 0;
      if (of === all && touched.has(key)) continue;
      keys[count] = key;
      hashes[count] = of.hashes[at] ?? 0;
      count += 1;
    }
  return { keys: keys.slice(0, count), hashes: hashes.slice(0, count) };
}

/** What a word is worth, worked out once. */
function remembering(valueOf: (word: number) => number, words: number): (word: number) => number {
  const known = new Int32Array(words).fill(-1);
  return (word) => {
    if (known[word] === -1) known[word] = valueOf(word);
    return known[word] ?? 0;
  };
}
