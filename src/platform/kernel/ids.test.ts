import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isId, isSlug, newId } from './ids.ts';

const randomBytes = fc.uint8Array({ minLength: 10, maxLength: 16 });
const instant = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true });

describe('an id', () => {
  it('carries its millisecond and its randomness as RFC 9562 lays them out', () => {
    const now = new Date(0x017f22e279b0);
    expect(newId({ now, randomBytes: new Uint8Array(10).fill(0xff) })).toBe(
      '017f22e2-79b0-7fff-bfff-ffffffffffff',
    );
    expect(newId({ now, randomBytes: new Uint8Array(10) })).toBe('017f22e2-79b0-7000-8000-000000000000');
  });

  it('is always recognised, and sorts by the time it was made', () => {
    fc.assert(
      fc.property(instant, instant, randomBytes, randomBytes, (a, b, bytesA, bytesB) => {
        const [idA, idB] = [newId({ now: a, randomBytes: bytesA }), newId({ now: b, randomBytes: bytesB })];
        expect(isId(idA)).toBe(true);
        expect(a >= b || idA < idB).toBe(true);
      }),
    );
  });

  it('needs enough randomness', () => {
    expect(() => newId({ now: new Date(0), randomBytes: new Uint8Array(9) })).toThrow('ten random bytes');
  });

  it.each([
    '',
    '1',
    '0',
    '0e1',
    '017F22E2-79B0-7FFF-BFFF-FFFFFFFFFFFF',
    '017f22e2-79b0-4fff-bfff-ffffffffffff',
  ])('is not “%s”', (text) => {
    expect(isId(text)).toBe(false);
  });
});

describe('a slug', () => {
  it.each(['maidstone', 'folkestone-and-hythe', '5-cs', 'a'.repeat(80)])('may be “%s”', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each(['', 'Maidstone', '-a', 'a-', 'a--b', 'a b', 'é', 'a/b', '../a', 'a\n', 'a'.repeat(81)])(
    'may not be “%s”',
    (text) => {
      expect(isSlug(text)).toBe(false);
    },
  );
});
