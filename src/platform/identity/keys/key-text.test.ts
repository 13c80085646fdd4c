import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isKey, newKey } from './key-text.ts';

test('a new key is known for one, and no two are alike', () => {
  const keys = Array.from({ length: 50 }, newKey);
  expect(keys.every(isKey)).toBe(true);
  expect(new Set(keys).size).toBe(50);
  expect(keys[0]).toMatch(/^accord_[0-9a-f]{72}$/);
});

test('one with a character changed, or cut short, is none', () => {
  fc.assert(
    fc.property(fc.nat({ max: 71 }), fc.constantFrom(...Array.from('0123456789abcdef')), (at, other) => {
      const key = newKey();
      const place = 'accord_'.length + at;
      const changed = key.slice(0, place) + other + key.slice(place + 1);
      expect(isKey(changed)).toBe(changed === key);
      expect(isKey(key.slice(0, place))).toBe(false);
    }),
  );
  for (const text of ['', 'accord_', newKey().toUpperCase(), ` ${newKey()}`, `${newKey()}\n`])
    expect(isKey(text)).toBe(false);
});
