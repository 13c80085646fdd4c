import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { suppress } from './suppress.ts';

const cellsOf = (counts: readonly number[]) =>
  counts.map((count, index) => ({ key: `district-${index}`, count }));
const shown = (counts: readonly number[], under = 5) => {
  const { cells, total } = suppress(cellsOf(counts), under);
  return [...cells.map(({ count }) => count), total];
};

describe('counts by which somebody could be known', () => {
  it('are all shown where none is small', () => {
    expect(shown([5, 12, 40])).toEqual([5, 12, 40, 57]);
  });

  it('take a second one with them, which the total would give away with the first', () => {
    expect(shown([3, 12, 40])).toEqual([undefined, undefined, 40, 55]);
  });

  it('take a third where two together are so few that each can be told', () => {
    expect(shown([0, 0, 12, 40])).toEqual([undefined, undefined, undefined, 40, 52]);
    expect(shown([4, 4, 12, 40])).toEqual([undefined, undefined, undefined, 40, 60]);
  });

  it('take the total with them where there is no other to hide', () => {
    expect(shown([3])).toEqual([undefined, undefined]);
    expect(shown([1, 2])).toEqual([undefined, undefined, undefined]);
  });
});

/** Every table of so many counts, each up to `most`. */
function everyTable(cells: number, most: number): readonly (readonly number[])[] {
  if (cells === 0) return [[]];
  return everyTable(cells - 1, most).flatMap((table) =>
    Array.from({ length: most + 1 }, (_, count) => [...table, count]),
  );
}

test('nobody who knows the rule can work out a hidden count from what is shown', () => {
  const most = 6;
  for (const [cells, under] of [
    [2, 3],
    [3, 2],
    [3, 3],
    [3, 4],
    [4, 3],
  ] as const) {
    const bySight = new Map<string, (readonly number[])[]>();
    for (const table of everyTable(cells, most)) {
      const sight = JSON.stringify(shown(table, under).map((count) => count ?? 'hidden'));
      bySight.set(sight, [...(bySight.get(sight) ?? []), table]);
    }
    const told = [...bySight].flatMap(([sight, tables]) => {
      const seen = JSON.parse(sight) as readonly unknown[];
      return Array.from({ length: cells }, (_, cell) => cell)
        .filter((cell) => seen[cell] === 'hidden' && new Set(tables.map((table) => table[cell])).size === 1)
        .map((cell) => `${sight}: cell ${cell}`);
    });
    expect(told).toEqual([]);
  }
});

test('no count below the limit is ever shown, and a total that is shown is the sum', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(30), { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 1, max: 10 }),
      (counts, under) => {
        const seen = suppress(cellsOf(counts), under);
        expect(seen.cells.every(({ count }) => count === undefined || count >= under)).toBe(true);
        expect([undefined, counts.reduce((sum, count) => sum + count, 0)]).toContain(seen.total);
      },
    ),
  );
});
