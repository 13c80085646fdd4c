import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNumbers, numberItems } from './numbering.ts';

test('a first agenda is numbered in its order; late items take letters or the next number', () => {
  const first = numberItems([], [{ after: undefined }, { after: '1' }, { after: undefined }]);
  expect(first).toEqual(['1', '2', '3']);
  const late = numberItems(first, [{ after: '2' }, { after: '2' }, { after: undefined }, { after: '2A' }]);
  expect(late).toEqual(['2A', '2B', '4', '2C']);
  expect([...first, ...late].toSorted(compareNumbers)).toEqual(['1', '2', '2A', '2B', '2C', '3', '4']);
});

test('after Z comes AA', () => {
  const given = ['1', ...Array.from({ length: 26 }, (_, at) => `1${String.fromCharCode(65 + at)}`)];
  expect(numberItems(given, [{ after: '1' }])).toEqual(['1AA']);
  expect(['1AA', '1B', '1Z', '2', '1'].toSorted(compareNumbers)).toEqual(['1', '1B', '1Z', '1AA', '2']);
});

type Numbering = typeof numberItems;

/** Publishes an agenda and its supplements: each batch is placed after items that were published before it. */
const lives = fc.array(fc.array(fc.option(fc.nat(60)), { minLength: 1, maxLength: 12 }), { maxLength: 12 });

/** Whether numbers, once given, stay; are given once; and stand right after the item they were asked to follow. */
const holds = (numbering: Numbering) =>
  fc.property(lives, (batches) => {
    let given: readonly string[] = [];
    for (const batch of batches) {
      const before = given;
      const coming = batch.map((pick) => ({
        after: pick === null || before.length === 0 ? undefined : before[pick % before.length],
      }));
      const numbers = numbering(before, coming);
      given = [...before, ...numbers];
      if (numbers.length !== batch.length || new Set(given).size !== given.length) return false;
      for (const [at, number] of numbers.entries()) {
        const after = coming[at]?.after;
        if (after === undefined) {
          if (!/^\d+$/.test(number)) return false;
          continue;
        }
        if (/^\d+$/.test(number)) return false;
        // Between the item it follows and the next whole number there stand letters of that item alone.
        const whole = /^\d+/.exec(after)?.[0] ?? '';
        const sorted = [...given].toSorted(compareNumbers);
        const between = sorted.slice(sorted.indexOf(after), sorted.indexOf(number) + 1);
        if (!between.every((each) => /^\d+/.exec(each)?.[0] === whole)) return false;
      }
    }
    return true;
  });

test('numbers never change and never repeat, however many supplements there are', () => {
  expect(fc.check(holds(numberItems), { numRuns: 300 }).counterexample).toBeNull();
});

test.each<[string, Numbering]>([
  ['renumbers from one', (given, coming) => coming.map((_, at) => String(given.length + at))],
  [
    'gives every late item the same letter',
    (given, coming) =>
      given.length === 0
        ? numberItems([], coming)
        : coming.map(({ after }) =>
            after === undefined
              ? (numberItems(given, [{ after }])[0] ?? '')
              : `${after.replace(/[A-Z]+$/, '')}A`,
          ),
  ],
  [
    'puts every late item at the end',
    (given, coming) =>
      numberItems(
        given,
        coming.map(() => ({ after: undefined })),
      ),
  ],
])('a numbering that %s is caught', (name, planted) => {
  const { failed } = fc.check(holds(planted), { numRuns: 300 });
  expect([name, failed]).toEqual([name, true]);
});
