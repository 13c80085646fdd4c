import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, isCanonicalJson, type Json } from './canonical-json.ts';

const { json } = fc.letrec<{ json: Json; list: Json[]; object: Record<string, Json> }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger().map((value) => value + 0),
    fc.boolean(),
    fc.constant(null),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('json'), { maxLength: 5 }),
  object: fc.dictionary(fc.string({ unit: 'binary' }), tie('json'), { maxKeys: 5, noNullPrototype: true }),
}));

describe('canonical JSON', () => {
  test('orders keys by UTF-16 code unit and leaves no spaces, as in RFC 8785', () => {
    // The key order of RFC 8785, 3.2.3: the pair that makes the emoji sorts before U+FB33.
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  test('escapes what JSON must and nothing else', () => {
    expect(canonicalJson('£ "\\/\b\f\n\r\t\u0000\u001f\u007f\u2028')).toBe(
      '"£ \\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028"',
    );
  });

  test('says the same of a value however its keys were put in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json, { noNullPrototype: true }), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
      }),
    );
  });

  test('written, read and written again is the same text, and the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        const read: Json = JSON.parse(text);
        expect(read).toEqual(value);
        expect(canonicalJson(read)).toBe(text);
        expect(isCanonicalJson(text)).toBe(true);
      }),
    );
  });

  test.each<[string, unknown]>([
    ['a fraction', 0.5],
    ['a number no reader keeps exactly', 2 ** 53],
    ['minus zero', -0],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['undefined', undefined],
    ['a bigint', 12n],
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['a map', new Map([['a', 1]])],
    ['half a surrogate pair', 'a\ud800'],
    ['a hole in a list', Array.from({ length: 1 })],
  ])('refuses %s and names the place', (_, value) => {
    expect(() => canonicalJson({ facts: [{ amount: value as Json }] })).toThrow(/^\$\.facts\[0\]\.amount/u);
  });

  test('refuses half a surrogate pair in a key', () => {
    expect(() => canonicalJson({ 'a\udc00': 1 })).toThrow('half a surrogate pair');
  });

  test.each([
    '{"b":1,"a":2}',
    '{"a": 1}',
    '[1.0]',
    '[-0]',
    '{"a":1,"a":1}',
    '"\\u0061"',
    '',
    '{',
    ' 1',
    '1e3',
  ])('does not take %s for canonical', (text) => expect(isCanonicalJson(text)).toBe(false));
});
