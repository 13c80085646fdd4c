import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMoney,
  compareMoney,
  formatMoney,
  greatestMoney,
  multiplyMoney,
  negateMoney,
  noMoney,
  pence,
  pounds,
  subtractMoney,
  sumMoney,
} from './money.ts';
import { explainMoney, parseMoney } from './parse-money.ts';

describe('money', () => {
  it('adds up in whole pence', () => {
    expect(addMoney(pounds(0), pence(10))).toBe(pence(10));
    expect(addMoney(pence(10), pence(20))).toBe(pence(30));
    expect(subtractMoney(pounds(500), pence(1))).toBe(pence(49_999));
    expect(negateMoney(pounds(600))).toBe(pence(-60_000));
    expect(sumMoney([pounds(1), pence(-1), noMoney])).toBe(pence(99));
    expect([pounds(2), pounds(-3), pence(1)].toSorted(compareMoney)).toEqual([-300n, 1n, 200n]);
  });

  it('refuses to begin from a fraction of a penny', () => {
    expect(() => pence(0.5)).toThrow(RangeError);
  });

  it('is 30 pence a head for 142,800 people of Maidstone: £42,840.00', () => {
    const contribution = multiplyMoney(pence(30), { numerator: 142_800n, denominator: 1n }, 'half-up');
    expect(formatMoney(contribution)).toBe('£42,840.00');
  });

  it.each([
    ['half-up', 5n, 3n],
    ['half-even', 5n, 2n],
    ['down', 5n, 2n],
    ['up', 5n, 3n],
    ['half-up', 7n, 4n],
    ['half-even', 7n, 4n],
    ['up', 4n, 2n],
  ] as const)('rounds %s: half of %d pence is %d, and the same below zero', (rounding, whole, half) => {
    expect(multiplyMoney(pence(whole), { numerator: 1n, denominator: 2n }, rounding)).toBe(half);
    expect(multiplyMoney(pence(-whole), { numerator: 1n, denominator: 2n }, rounding)).toBe(-half);
    expect(multiplyMoney(pence(whole), { numerator: -1n, denominator: -2n }, rounding)).toBe(half);
  });

  it('cannot be divided by nothing', () => {
    expect(() => multiplyMoney(pence(1), { numerator: 1n, denominator: 0n }, 'down')).toThrow(
      'Division by zero',
    );
  });
});

describe('money on the page', () => {
  it.each([
    [4_284_000n, '£42,840.00', '£42,840'],
    [-60_000n, '−£600.00', '−£600'],
    [123_450n, '£1,234.50', '£1,234.50'],
    [5n, '£0.05', '£0.05'],
    [-5n, '−£0.05', '−£0.05'],
    [0n, '£0.00', '£0'],
    [99_999n, '£999.99', '£999.99'],
    [800_000_000_000n, '£8,000,000,000.00', '£8,000,000,000'],
  ])('%d pence is %s, or %s', (amount, exact, whole) => {
    expect(formatMoney(pence(amount))).toBe(exact);
    expect(formatMoney(pence(amount), { whole: true })).toBe(whole);
  });
});

describe('money as typed', () => {
  it.each([
    ['£42,840.00', 4_284_000n],
    ['1,234.5', 123_450n],
    ['1234', 123_400n],
    [' £ 500.01 ', 50_001n],
    ['.50', 50n],
    ['30p', 30n],
    ['-£600', -60_000n],
    ['£-600', -60_000n],
    ['−£600.00', -60_000n],
    ['(1,234.50)', -123_450n],
    ['£8,000,000,000', 800_000_000_000n],
    ['0', 0n],
    ['-0', 0n],
  ])('“%s” is %d pence', (text, expected) => {
    expect(parseMoney(text)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['lots', 'not-money'],
    ['£', 'not-money'],
    ['£1.2m', 'not-money'],
    ['1e3', 'not-money'],
    ['1.2.3', 'not-money'],
    ['5.', 'not-money'],
    ['--5', 'not-money'],
    ['(-5)', 'not-money'],
    ['€5', 'not-money'],
    ['1 000', 'not-money'],
    ['٣', 'not-money'],
    ['1,50', 'misplaced-comma'],
    ['12,34,567', 'misplaced-comma'],
    [',500', 'misplaced-comma'],
    ['1.005', 'part-of-a-penny'],
    ['90071992547409.92', 'too-large'],
    ['9'.repeat(400), 'too-large'],
  ])('“%s” is refused: %s', (text, reason) => {
    expect(parseMoney(text)).toEqual({ ok: false, error: reason });
  });

  it.each([
    ['empty', 'Enter the contribution'],
    ['not-money', 'The contribution must be an amount of money, like 42,840 or 42,840.50'],
    ['part-of-a-penny', 'The contribution must be in whole pence, with at most two digits after the point'],
    [
      'misplaced-comma',
      'The contribution must use commas only between thousands, like 1,250, and a point before the pence',
    ],
    ['too-large', 'The contribution must be no more than £90,071,992,547,409.91'],
  ] as const)('refused as %s it says what would be right', (refusal, sentence) => {
    expect(explainMoney('the contribution', refusal)).toBe(sentence);
  });

  it('reads back everything it writes', () => {
    const amount = fc.bigInt({ min: -BigInt(greatestMoney), max: BigInt(greatestMoney) });
    fc.assert(
      fc.property(amount, fc.boolean(), (size, whole) => {
        expect(parseMoney(formatMoney(pence(size), { whole }))).toEqual({ ok: true, value: size });
      }),
    );
  });
});
