import { expect, test } from 'vitest';
import { inBreaths, itemsInABreath } from './in-breaths.ts';

test('all items come in their order, and others have their turn after every so many', async () => {
  const items = Array.from({ length: itemsInABreath * 5 + 1 }, (_, at) => at);
  const taken: number[] = [];
  const others: number[] = [];
  let isDone = false;
  const other = () => {
    others.push(taken.length);
    if (!isDone) setImmediate(other);
  };
  setImmediate(other);
  for await (const item of inBreaths(items)) taken.push(item);
  isDone = true;
  expect(taken).toEqual(items);
  const longest = Math.max(...others.map((at, index) => at - (others[index - 1] ?? 0)));
  expect(longest).toBeLessThanOrEqual(itemsInABreath);
});
