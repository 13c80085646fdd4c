import { expect, test } from 'vitest';
import { keptOpen } from './kept-open.ts';

test('a thing is opened once, closed when others were used since, and never while somebody uses it', async () => {
  const said: string[] = [];
  const withThing = keptOpen(2, {
    async open(name) {
      if (name === 'torn') throw new Error('torn');
      said.push(`open ${name}`);
      return name;
    },
    close: async (name) => void said.push(`close ${name}`),
  });
  let letGo = () => {};
  const long = withThing('a', () => new Promise<void>((resolve) => (letGo = resolve)));
  await Promise.resolve();
  await Promise.all([withThing('a', async (name) => name), withThing('b', async (name) => name)]);
  await withThing('c', async () => undefined);
  expect(said).toEqual(['open a', 'open b', 'open c', 'close b']);
  letGo();
  await long;
  await withThing('d', async () => undefined);
  expect(said.slice(4)).toEqual(['open d', 'close a']);

  // One that failed is opened anew.
  await expect(withThing('torn', async () => undefined)).rejects.toThrow('torn');
  await expect(withThing('d', () => Promise.reject(new Error('fault')))).rejects.toThrow('fault');
  expect(await withThing('d', async (name) => name)).toBe('d');
  expect(said.slice(6)).toEqual(['close d', 'open d']);
});
