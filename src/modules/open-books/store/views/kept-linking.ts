import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Choice } from '../../domain/suppliers/choice.ts';
import type { KeptNames } from '../../domain/suppliers/kept-names.ts';
import type { PairKind } from '../../domain/suppliers/pairs.ts';
import { readColumns, writeColumns } from './column-file.ts';
import type { BodyView } from './view-paths.ts';

/** Raised whenever names are read, paired or weighed otherwise: what was kept before is then not begun with. */
const form = 3;

/** So many are kept: that of the account which counts, those before it, and those of other datasets. */
const mostKept = 4;

type Body = Pick<BodyView, 'bodyId' | 'folder'>;
type Told = Readonly<{ form: number; views: Readonly<Record<string, string>> }>;

const toldIn = (folder: string): string => join(folder, 'bodies.json');
const columnsIn = (folder: string): string => join(folder, 'columns');

/** What was found of names before, and which of the bodies are no longer as they were then. */
export type Beginning = Readonly<{ folder: string; changed: ReadonlySet<string>; gone: readonly string[] }>;

/** What was found of most of these bodies as they are now; undefined where that is hardly any. */
export function whereToBegin(keptIn: string, bodies: readonly Body[]): Beginning | undefined {
  const found = namesIn(keptIn).flatMap((name) => {
    const folder = join(keptIn, name);
    const views = viewsTold(folder);
    if (views === undefined) return [];
    const changed = bodies.filter((body) => views[body.bodyId] !== basename(body.folder));
    const own = new Set(bodies.map(({ bodyId }) => bodyId));
    const gone = Object.keys(views).filter((bodyId) => !own.has(bodyId));
    return [{ folder, changed: new Set(changed.map(({ bodyId }) => bodyId)), gone }];
  });
  const [best] = found.toSorted((a, b) => a.changed.size + a.gone.length - b.changed.size - b.gone.length);
  return best !== undefined && 2 * best.changed.size <= bodies.length ? best : undefined;
}

const namesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.new')) : [];

function viewsTold(folder: string): Told['views'] | undefined {
  if (!existsSync(toldIn(folder))) return undefined;
  const told = JSON.parse(readFileSync(toldIn(folder), 'utf8')) as Told;
  return told.form === form ? told.views : undefined;
}

/**
 * Keeps what was found of names, so that the next finding begins with it. `put` writes what else is kept into the folder. It may be thrown
 * away at any time, and whoever is killed on the way leaves nothing that is taken for whole.
 */
export function keepLinking(
  folder: string,
  bodies: readonly Body[],
  kept: KeptNames,
  put: (into: string) => void,
): void {
  const into = `${folder}.${process.pid}.new`;
  mkdirSync(into, { recursive: true });
  try {
    writeKept(columnsIn(into), kept);
    put(into);
    const told: Told = {
      form,
      views: Object.fromEntries(bodies.map((body) => [body.bodyId, basename(body.folder)])),
    };
    writeFileSync(toldIn(into), JSON.stringify(told), { flush: true });
    if (!existsSync(folder)) renameSync(into, folder);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
  const keptIn = dirname(folder);
  const ageOf = (name: string) => statSync(join(keptIn, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const latestFirst = readdirSync(keptIn).toSorted((a, b) => ageOf(b) - ageOf(a));
  for (const name of latestFirst.slice(mostKept))
    rmSync(join(keptIn, name), { recursive: true, force: true });
}

type ToldOfNames = Readonly<{ bodies: readonly string[]; choices: readonly Choice[] }>;

const kindsOfPairs: readonly PairKind[] = [
  'word-order',
  'spacing',
  'spelling',
  'plural',
  'shortened',
  'dropped-word',
  'cut-short',
  'branch',
  'trading-name',
];

function writeKept(file: string, kept: KeptNames): void {
  const { bodies, namings, keys, index, classes, pairs, cut, borne, choices } = kept;
  const told: ToldOfNames = { bodies, choices };
  const textsOfKeys = (of: KeptNames['bases']) => {
    const all = [...of].flatMap(([key, texts]) => [...texts].map((text) => [key, text] as const));
    return { keys: Int32Array.from(all, ([key]) => key), texts: all.map(([, text]) => text) };
  };
  const [bases, trades] = [textsOfKeys(kept.bases), textsOfKeys(kept.trades)];
  const kindNumbers = new Map(kindsOfPairs.map((kind, number) => [kind, number]));
  writeColumns(file, told, {
    'naming body': namings.body,
    'naming name': { repeated: namings.name },
    'naming numbers': { repeated: namings.numbers },
    'naming payments': namings.payments,
    'naming place': namings.place,
    'naming key': namings.key,
    'naming supplier': { repeated: namings.supplier },
    keys,
    words: index.words,
    commonness: index.commonness,
    starts: index.starts,
    'words at': index.wordsAt,
    'word hashes': index.wordHashes,
    'set hashes': index.setHashes,
    'letter hashes': index.letterHashes,
    heads: index.heads,
    classes,
    'pair one': Int32Array.from(pairs, ({ one }) => one),
    'pair other': Int32Array.from(pairs, ({ other }) => other),
    'pair kind': Uint8Array.from(pairs, ({ kind }) => kindNumbers.get(kind) ?? 0),
    'pair word': Int32Array.from(pairs, ({ word }) => word),
    'pair other word': Int32Array.from(pairs, ({ otherWord }) => otherWord),
    'pair rivals': Int32Array.from(pairs, ({ rivals }) => rivals),
    'pair block': Float64Array.from(pairs, ({ block }) => block),
    'pair sure': Float64Array.from(pairs, ({ sure }) => sure),
    'pair circumstances': Uint8Array.from(pairs, ({ circumstances }) => circumstances),
    'base keys': bases.keys,
    bases: bases.texts,
    'trade keys': trades.keys,
    trades: trades.texts,
    cut: Int32Array.from(cut),
    'borne keys': borne.keys,
    'borne hashes': borne.hashes,
  });
}

/** What was kept. It is there for one finding: that changes it. */
export function readKept({ folder }: Beginning): KeptNames {
  const { told, ints, floats, bytes, texts } = readColumns(columnsIn(folder));
  const { bodies, choices } = told as ToldOfNames;
  const keys = texts('keys');
  const body = ints('naming body');
  const keyNumbers = new Map<string, number>();
  for (const [number, key] of keys.entries()) if (key !== '') keyNumbers.set(key, number);
  const setsOf = (name: string, of: Int32Array) => {
    const sets = new Map<number, Set<string>>();
    for (const [at, text] of texts(name).entries()) {
      const key = of[at] ?? 0;
      sets.set(key, (sets.get(key) ?? new Set()).add(text));
    }
    return sets;
  };
  const [kind, one, other] = [bytes('pair kind'), ints('pair one'), ints('pair other')];
  const [word, otherWord, rivals] = [ints('pair word'), ints('pair other word'), ints('pair rivals')];
  const [block, sure] = [floats('pair block'), floats('pair sure')];
  const circumstances = bytes('pair circumstances');
  return {
    bodies,
    choices,
    keys,
    keyNumbers,
    namings: {
      count: body.length,
      body,
      name: texts('naming name'),
      numbers: texts('naming numbers'),
      payments: ints('naming payments'),
      place: ints('naming place'),
      key: ints('naming key'),
      supplier: texts('naming supplier'),
    },
    index: {
      keys,
      words: texts('words'),
      commonness: ints('commonness'),
      starts: ints('starts'),
      wordsAt: ints('words at'),
      wordHashes: floats('word hashes'),
      setHashes: floats('set hashes'),
      letterHashes: floats('letter hashes'),
      heads: floats('heads'),
    },
    classes: bytes('classes'),
    pairs: Array.from(kind, (number, at) => ({
      kind: kindsOfPairs[number] ?? 'spelling',
      one: one[at] ?? 0,
      other: other[at] ?? 0,
      word: word[at] ?? 0,
      otherWord: otherWord[at] ?? 0,
      rivals: rivals[at] ?? 0,
      block: block[at] ?? 0,
      sure: sure[at] ?? 0,
      circumstances: circumstances[at] ?? 0,
    })),
    bases: setsOf('bases', ints('base keys')),
    trades: setsOf('trades', ints('trade keys')),
    cut: new Set(ints('cut')),
    borne: { keys: ints('borne keys'), hashes: floats('borne hashes') },
  };
}
