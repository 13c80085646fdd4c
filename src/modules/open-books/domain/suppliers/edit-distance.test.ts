import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, isTransposed } from './edit-distance.ts';

/** The textbook’s table, row by row: slow and plain. */
function byTable(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1)
      next[to] = Math.min(
        (row[to] ?? 0) + 1,
        (next[to - 1] ?? 0) + 1,
        (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[other.length] ?? 0;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), maxLength: 32 });

test('counts as the textbook does', () => {
  const { failed, counterexample } = fc.check(
    fc.property(word, word, (one, other) => editDistance(one, other) === byTable(one, other)),
    { numRuns: 2000 },
  );
  expect(failed, String(counterexample)).toBe(false);
});

test('knows two letters that changed places', () => {
  expect(isTransposed('council', 'coucnil')).toBe(true);
  expect(isTransposed('council', 'council')).toBe(false);
  expect(isTransposed('council', 'coumcil')).toBe(false);
  expect(isTransposed('abcd', 'badc')).toBe(false);
});
