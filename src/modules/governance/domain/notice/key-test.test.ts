import fc from 'fast-check';
import { type Money, pence } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { keyTest, sayAgreement } from './key-test.ts';
import { known, notKnown, since2012 } from './notice.testing.ts';

const figures = (spend?: number, wards?: number) => ({
  spend: spend === undefined ? undefined : pence(spend * 100),
  saving: undefined,
  wards,
});
const both = { ...since2012, limbs: known('keyDecision.limbs', 'both' as const) };
const unknown = { ...since2012, threshold: notKnown('keyDecision.threshold') };

describe('whether a decision is key', () => {
  test.each([
    ['£250,000', 250_000, undefined, since2012, 'key'],
    ['a pound less', 249_999, undefined, since2012, 'not-key'],
    ['two wards', undefined, 2, since2012, 'key'],
    ['a pound and one ward', 1, 1, since2012, 'not-key'],
    ['nothing stated', undefined, undefined, since2012, 'not-key'],
    ['money alone, where both are needed', 250_000, undefined, both, 'not-key'],
    ['money and wards, where both are needed', 250_000, 2, both, 'key'],
    ['money, where no threshold is known', 250_000, undefined, unknown, 'check-locally'],
    ['two wards, where no threshold is known', 250_000, 2, unknown, 'key'],
  ])('%s', (_name, spend, wards, ground, finding) => {
    expect(keyTest(figures(spend, wards), ground).finding).toBe(finding);
  });

  test('a saving counts as spending does', () => {
    expect(keyTest({ ...figures(1), saving: pence(25_000_000) }, since2012).finding).toBe('key');
  });

  test('is never undone by more money or more wards', () => {
    const money = fc.nat(1_000_000).map((pounds): Money => pence(pounds * 100));
    fc.assert(
      fc.property(money, fc.nat(5), money, fc.nat(3), fc.boolean(), (spend, wards, more, further, either) => {
        const ground = either ? since2012 : both;
        const less = keyTest({ spend, saving: undefined, wards }, ground);
        const greater = keyTest(
          { spend: pence(spend + more), saving: undefined, wards: wards + further },
          ground,
        );
        expect(less.finding !== 'key' || greater.finding === 'key').toBe(true);
      }),
    );
  });

  test('is held against the officer’s answer', () => {
    const key = keyTest(figures(250_000), since2012);
    const not = keyTest(figures(1), since2012);
    expect([sayAgreement(true, key), sayAgreement(false, key)].map(({ agreement }) => agreement)).toEqual([
      'agrees',
      'differs',
    ]);
    expect([sayAgreement(true, not), sayAgreement(false, not)].map(({ agreement }) => agreement)).toEqual([
      'stricter',
      'agrees',
    ]);
    expect(sayAgreement(true, keyTest(figures(1), unknown)).agreement).toBe('open');
  });
});
