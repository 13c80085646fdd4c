import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Section } from './agreement.ts';
import { compareVersions } from './compare-versions.ts';
import { comparedWords } from './compare-words.ts';
import { sectionsFrom, textOf } from './write-text.ts';

const version = (text: string, before: readonly (readonly Section[])[] = []) => sectionsFrom(text, before);
const changes = (before: string, after: string) => {
  const old = version(before);
  return compareVersions(old, version(after, [old])).map(
    (row) => [row.change, (row.after ?? row.before).sentence.text] as const,
  );
};

test('what stays, moves, is reworded, added and removed, in the order of reading', () => {
  const before = `# Principles
We decide as near to people as we can.
Each council stays sovereign.
We meet twice a year.
# Money
Costs are shared by heads.`;
  const after = `# Principles
Each council stays sovereign.
We meet four times a year.
Anyone may read what we spend.
# Money
We decide as near to people as we can.`;
  expect(changes(before, after)).toEqual([
    ['same', 'Each council stays sovereign.'],
    ['reworded', 'We meet four times a year.'],
    ['added', 'Anyone may read what we spend.'],
    ['moved', 'We decide as near to people as we can.'],
    ['removed', 'Costs are shared by heads.'],
  ]);
});

test('a rewording marks the words that changed, and no others', () => {
  expect(comparedWords('We meet twice a year.', 'We meet four times a year.')).toEqual([
    { change: 'same', text: 'We meet ' },
    { change: 'removed', text: 'twice ' },
    { change: 'added', text: 'four times ' },
    { change: 'same', text: 'a year.' },
  ]);
});

test('a sentence that goes to another part has moved, and keeps its key', () => {
  const old = version('# One\nA promise.\nAnother thing entirely.\n# Two\nA third.');
  const fresh = version('# One\nAnother thing entirely.\n# Two\nA promise.\nA third.', [old]);
  const moved = compareVersions(old, fresh).filter(({ change }) => change === 'moved');
  expect(moved).toMatchObject([{ before: { section: 'One' }, after: { section: 'Two' } }]);
  expect(moved[0]?.before?.sentence.key).toBe(moved[0]?.after?.sentence.key);
});

test('a key is never used for another sentence, even after its own is gone', () => {
  const first = version('# One\nAlpha beta.\nGamma delta.');
  const second = version('# One\nAlpha beta.', [first]);
  const third = version('# One\nAlpha beta.\nEpsilon zeta.', [first, second]);
  expect(third[0]?.sentences.map(({ key }) => key)).toEqual(['s1', 's3']);
});

const sentence = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  text: fc.oneof(fc.constantFrom('We act.', 'We act now.', 'They pay.', ''), fc.string({ unit: 'binary' })),
  cites: fc.constant(''),
});
const sections = fc.array(
  fc.record({
    key: fc.constantFrom('p1', 'p2'),
    title: fc.constantFrom('One', 'Two', 'Three'),
    sentences: fc.array(sentence, { maxLength: 6 }),
  }),
  { maxLength: 4 },
);

test('every sentence of both versions appears exactly once on its side', () => {
  fc.assert(
    fc.property(sections, sections, (before, after) => {
      const rows = compareVersions(before, after);
      const sideOf = (side: 'before' | 'after') =>
        rows.flatMap((row) => row[side] ?? []).map(({ section, sentence: { text } }) => `${section}|${text}`);
      const all = (of: readonly Section[]) =>
        of.flatMap(({ title, sentences }) => sentences.map(({ text }) => `${title}|${text}`));
      expect(sideOf('after')).toEqual(all(after));
      expect(sideOf('before').toSorted()).toEqual(all(before).toSorted());
      const reworded = rows.flatMap((row) => (row.change === 'reworded' ? [row] : []));
      const told = (row: (typeof reworded)[number], gone: string) =>
        row.words.flatMap(({ change, text }) => (change === gone ? [] : [text])).join('');
      expect(reworded.map((row) => [told(row, 'added'), told(row, 'removed')])).toEqual(
        reworded.map((row) => [row.before.sentence.text, row.after.sentence.text]),
      );
      const same = rows.flatMap((row) => (row.change === 'same' ? [row] : []));
      expect(same.map((row) => row.before.section)).toEqual(same.map((row) => row.after.section));
    }),
  );
});

test('a version held against itself is the same throughout', () => {
  fc.assert(
    fc.property(sections, (one) => {
      expect(compareVersions(one, one).filter(({ change }) => change !== 'same')).toEqual([]);
    }),
  );
});

test('whatever is written is read with keys of its own, and says the same when written out again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const read = sectionsFrom(text);
      const keys = read.flatMap((section) => section.sentences.map(({ key }) => key));
      expect(new Set(keys).size).toBe(keys.length);
      const again = sectionsFrom(textOf(read), [read]);
      expect(again.flatMap((section) => section.sentences.map(({ key }) => key))).toEqual(keys);
    }),
  );
});
