import type { Section, Sentence } from './agreement.ts';
import { comparedWords, type ComparedWord } from './compare-words.ts';

/** A sentence with the part it stands in. */
export type Placed = Readonly<{ section: string; sentence: Sentence }>;

/** One sentence of two versions held side by side, by its key. */
export type ComparedSentence =
  | Readonly<{ change: 'same' | 'moved'; before: Placed; after: Placed }>
  | Readonly<{
      change: 'reworded';
      moved: boolean;
      before: Placed;
      after: Placed;
      words: readonly ComparedWord[];
    }>
  | Readonly<{ change: 'added'; before?: never; after: Placed }>
  | Readonly<{ change: 'removed'; before: Placed; after?: never }>;

/**
 * Two versions of a text, in the order of the later one; what was removed stands where it used to. Every sentence of either
 * appears once on its side. A sentence is moved where it stands in another part, or the others have not merely made room.
 */
export function compareVersions(
  before: readonly Section[],
  after: readonly Section[],
): readonly ComparedSentence[] {
  const [old, fresh] = [placed(before), placed(after)];
  const freshByKey = new Map(fresh.map((each) => [each.key, each]));
  const oldByKey = new Map(old.map((each) => [each.key, each]));
  const kept = old.filter(({ key }) => freshByKey.has(key));
  const placeOf = new Map(fresh.map((each, place) => [each.key, { place, section: each.placed.section }]));
  const staying = heaviestInOrder(
    kept.map(({ key, placed: { section } }) => {
      const now = placeOf.get(key);
      return { key, place: now?.place ?? 0, weight: now?.section === section ? 2 : 1 };
    }),
  );
  const rows: ComparedSentence[] = [];
  let next = 0;
  // What the later version has not, up to the sentence that stayed in its place.
  const removedUpTo = (key: string | undefined) => {
    for (; next < old.length && old[next]?.key !== key; next += 1) {
      const gone = old[next];
      if (gone !== undefined && !freshByKey.has(gone.key))
        rows.push({ change: 'removed', before: gone.placed });
    }
    next += 1;
  };
  for (const each of fresh) {
    if (staying.has(each.key)) removedUpTo(each.key);
    rows.push(compared(oldByKey.get(each.key)?.placed, each.placed, staying.has(each.key)));
  }
  removedUpTo(undefined);
  return rows;
}

function compared(before: Placed | undefined, after: Placed, stays: boolean): ComparedSentence {
  if (before === undefined) return { change: 'added', after };
  const moved = !stays || before.section !== after.section;
  if (before.sentence.text === after.sentence.text)
    return { change: moved ? 'moved' : 'same', before, after };
  return {
    change: 'reworded',
    moved,
    before,
    after,
    words: comparedWords(before.sentence.text, after.sentence.text),
  };
}

type Keyed = Readonly<{ key: string; placed: Placed }>;

/** A key that comes twice counts apart each time, so that no sentence is lost. */
function placed(sections: readonly Section[]): readonly Keyed[] {
  const seen = new Map<string, number>();
  return sections.flatMap((section) =>
    section.sentences.map((sentence) => {
      const count = (seen.get(sentence.key) ?? 0) + 1;
      seen.set(sentence.key, count);
      return { key: JSON.stringify([sentence.key, count]), placed: { section: section.title, sentence } };
    }),
  );
}

type Run = Readonly<{ key: string; place: number; weight: number }>;

/** The keys of the longest run that both versions have in the same order; who stays in its part counts double. */
function heaviestInOrder(kept: readonly Run[]): ReadonlySet<string> {
  const runs: (Run & { total: number; from: number })[] = [];
  for (const each of kept) {
    let [total, from] = [0, -1];
    for (const [index, run] of runs.entries())
      if (run.place < each.place && run.total > total) [total, from] = [run.total, index];
    runs.push({ ...each, total: total + each.weight, from });
  }
  const most = Math.max(0, ...runs.map(({ total }) => total));
  const keys = new Set<string>();
  for (let run = runs.find(({ total }) => total === most); run !== undefined; run = runs[run.from])
    keys.add(run.key);
  return keys;
}
