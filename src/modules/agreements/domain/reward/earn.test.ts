import { compareFractions, decimalFraction, formatMoney, fraction, pence, pounds } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { RewardTarget } from './achievement.ts';
import { earn, type Run } from './earn.ts';
import { findScheme, potOf } from './reward-rule.ts';
import { outturnOf, pot, targetOf, termsOf, twelve } from './reward.testing.ts';

const lpsa = termsOf('lpsa');
const first = (runs: readonly Run[], terms = lpsa) => {
  const target = earn(terms, pot, runs).targets[0];
  if (target === undefined) throw new Error('No target');
  return target;
};

describe('a pot of £5,940,691.375 shared by twelve targets', () => {
  it('gives each a share of £495,057.61', () => {
    expect(formatMoney(first(twelve(undefined)).potential)).toMatch(/^£495,057\.6[12]$/);
    expect(first(twelve(undefined)).share).toEqual(fraction(5_940_691_375n, 120n));
  });

  it.each([
    ['61.9', '0.58', '£0.00', 'below-floor'],
    ['62.0', '0.6', '£297,034.57', 'earned'],
    ['63.0', '0.8', '£396,046.09', 'earned'],
    ['64', '1', '£495,057.61', 'earned'],
    ['66.0', '1.4', '£495,057.61', 'capped'],
    ['59', '0', '£0.00', 'no-improvement'],
    ['58', '-0.2', '£0.00', 'no-improvement'],
  ])('from 59 to 64, at %s: %s of the way earns %s', (value, achieved, earned, why) => {
    const target = first(twelve(outturnOf(value)));
    expect(target.achieved).toEqual(decimalFraction(achieved));
    expect(formatMoney(target.earned)).toBe(earned);
    expect(target.why).toBe(why);
  });

  it.each([
    ['90', '0.5', '£0.00'],
    ['88', '0.6', '£297,034.57'],
    ['105', '-0.25', '£0.00'],
  ])('where less is better, from 100 to 80, at %s: %s of the way earns %s', (value, achieved, earned) => {
    const fewer = { polarity: { better: 'lower' }, without: '100', target: '80' } as const;
    const target = first(twelve(outturnOf(value), fewer));
    expect(target.achieved).toEqual(decimalFraction(achieved));
    expect(formatMoney(target.earned)).toBe(earned);
  });

  it('earns nothing by a provisional figure, and says why', () => {
    expect(first(twelve(outturnOf('66', false)))).toMatchObject({ earned: 0n, why: 'not-final' });
    expect(first(twelve(undefined))).toMatchObject({ earned: 0n, why: 'no-outturn' });
  });

  it('earns nothing by a target that is not agreed, whose share nobody else has', () => {
    const [one, ...others] = twelve(outturnOf('64')).map((run) => ({ ...run, outturn: outturnOf('64') }));
    if (one === undefined) throw new Error('No target');
    const agreed = earn(lpsa, pot, [one, ...others]);
    const { targets, total, potential } = earn(lpsa, pot, [{ ...one, isAgreed: false }, ...others]);
    expect(targets[0]).toMatchObject({ earned: 0n, payable: fraction(0), why: 'not-agreed' });
    expect(targets.slice(1).map(({ share }) => share)).toEqual(
      agreed.targets.slice(1).map(({ share }) => share),
    );
    expect(potential).toBe(agreed.potential);
    expect(formatMoney(total)).toBe('£5,445,633.76');
  });

  it.each([
    [{ target: undefined }, 'no-target-figure'],
    [{ without: undefined }, 'no-figure-to-measure-from'],
    [{ target: '59' }, 'target-not-beyond-it'],
    [{ polarity: { better: 'lower' } }, 'target-not-beyond-it'],
    [{ polarity: { better: 'band', low: '1', high: '2' } }, 'band-has-no-way-to-go'],
  ] satisfies [Partial<RewardTarget>, string][])('cannot reward a target with %o', (said, why) => {
    expect(first(twelve(outturnOf('62'), said))).toMatchObject({ earned: 0n, why, achieved: undefined });
  });

  it.each([
    [fraction(301, 100), '62', 'within-sampling-error'],
    [fraction(3), '62', 'within-sampling-error'],
    [fraction(299, 100), '62', 'earned'],
    ['not-known', '62', 'sampling-error-not-known'],
    [undefined, '62', 'earned'],
  ] as const)('rewards a target on a survey only beyond its sampling error: %o', (error, target, why) => {
    // It sets out to gain 3 points, from 59 to 62, and reached all of them.
    expect(first(twelve(outturnOf('62'), { target, error })).why).toBe(why);
    const anyway = { ...lpsa, isBeyondError: false };
    expect(first(twelve(outturnOf('62'), { target, error }), anyway).why).toBe('earned');
    const fewer = { polarity: { better: 'lower' }, without: '62', target: '59', error } as const;
    expect(first(twelve(outturnOf('59'), fewer)).why).toBe(why);
  });

  it('divides a target’s share equally among its sub-targets', () => {
    const runs = ['a', 'b', 'c'].map((id) => ({
      target: targetOf(id, { heading: id === 'a' ? 'homes' : 'roads' }),
      outturn: outturnOf('64'),
      isAgreed: true,
    }));
    const { targets, total } = earn(lpsa, fraction(120_00n), runs);
    expect(targets.map(({ earned }) => earned)).toEqual([60_00n, 30_00n, 30_00n]);
    expect(total).toBe(pounds(120));
  });

  it('weighs headings where own rules do', () => {
    const runs = ['2', '1'].map((weight, index) => ({
      target: targetOf(`t${index}`, { weight }),
      outturn: outturnOf('64'),
      isAgreed: true,
    }));
    expect(earn(lpsa, fraction(90_00n), runs).targets.map(({ earned }) => earned)).toEqual([60_00n, 30_00n]);
  });
});

describe('the average type of 2008 to 2011', () => {
  const average = termsOf('laa-average');
  const runs = (...values: readonly string[]): readonly Run[] =>
    values.map((value, index) => ({
      target: targetOf(`t${index}`, { baseline: '50', target: '60' }),
      outturn: outturnOf(value),
      isAgreed: true,
    }));

  it('pays by the average from the baseline, each target counting for no more than all of its own', () => {
    const { total, average: reached } = earn(average, fraction(1000_00n), runs('70', '54'));
    expect(reached).toEqual(fraction(7, 10));
    expect(total).toBe(pounds(700));
  });

  it('pays a target that fell short, where the average does not', () => {
    expect(earn(average, fraction(1000_00n), runs('60', '52')).targets.map(({ earned }) => earned)).toEqual([
      pounds(500),
      pounds(100),
    ]);
  });

  it('pays nothing at all below six tenths, and all of it at six tenths exactly', () => {
    expect(earn(average, fraction(1000_00n), runs('60', '51.9')).total).toBe(0n);
    expect(earn(average, fraction(1000_00n), runs('60', '51.9')).targets[0]?.why).toBe('average-below-floor');
    expect(earn(average, fraction(1000_00n), runs('60', '52')).total).toBe(pounds(600));
  });

  it('takes a target that is not agreed into the average as nothing', () => {
    const [one, other] = runs('60', '60');
    if (one === undefined || other === undefined) throw new Error('No targets');
    expect(earn(average, fraction(1000_00n), [one, { ...other, isAgreed: false }])).toMatchObject({
      average: fraction(1, 2),
      total: 0n,
    });
  });

  it('was never paid, and says so', () => {
    expect(findScheme('laa-average')).toMatchObject({ wasPaid: false, certainty: 'unsure' });
  });
});

describe('the pot', () => {
  const budgets = [
    { bodyId: 'kent-county-council', amount: pounds(200_000_000) },
    { bodyId: 'maidstone', amount: pounds(20_000_000) },
    { bodyId: 'medway', amount: pounds(999) },
  ];
  const part = { by: 'part-of-budgets', part: '0.025', year: '2007-08' } as const;

  it('is two and a half hundredths of what the bodies’ budgets required, the districts’ too', () => {
    expect(potOf(part, budgets, ['kent-county-council', 'maidstone'])).toEqual({
      pence: fraction(pounds(5_500_000)),
    });
  });

  it('is not known while a body’s budget is not, and names the body', () => {
    expect(potOf(part, budgets, ['kent-county-council', 'maidstone', 'swale'])).toEqual({
      pence: undefined,
      missing: ['swale'],
    });
    expect(potOf(part, [], [])).toMatchObject({ pence: undefined });
  });

  it('may be a sum that is set', () => {
    expect(potOf({ by: 'sum', amount: pence(1) }, [], [])).toEqual({ pence: fraction(1) });
  });
});

describe('for any targets and outturns', () => {
  const figure = fc.integer({ min: -500, max: 500 }).map((tenths) => (tenths / 10).toFixed(1));
  const runsOf = fc.array(
    fc.record({
      without: figure,
      target: figure,
      value: figure,
      isHigher: fc.boolean(),
      heading: fc.nat(4),
      isFirm: fc.boolean(),
    }),
    { minLength: 1, maxLength: 14 },
  );
  const pots = fc.bigInt({ min: 0n, max: 10n ** 14n }).map((thousandths) => fraction(thousandths, 1000n));
  const methods = fc.constantFrom(termsOf('lpsa'), termsOf('laa-average'));
  const made = (
    given: readonly Readonly<{
      without: string;
      target: string;
      value: string;
      isHigher: boolean;
      heading: number;
      isFirm: boolean;
    }>[],
  ): readonly Run[] =>
    given.map(({ without, target, value, isHigher, heading, isFirm }, index) => ({
      target: targetOf(`t${index}`, {
        heading: `h${heading}`,
        polarity: { better: isHigher ? 'higher' : 'lower' },
        without,
        baseline: without,
        target,
      }),
      outturn: outturnOf(value, isFirm),
      isAgreed: true,
    }));

  test('what is earned is never below nought nor above the pot, and adds up', () => {
    fc.assert(
      fc.property(methods, pots, runsOf, (terms, amount, given) => {
        const { targets, total, potential } = earn(terms, amount, made(given));
        expect(targets.every(({ earned }) => earned >= 0n)).toBe(true);
        expect(targets.reduce((sum, { earned }) => sum + earned, 0n)).toBe(total);
        expect(total <= potential).toBe(true);
        expect(
          compareFractions(
            fraction(potential),
            fraction(amount.numerator * 2n + amount.denominator, amount.denominator * 2n),
          ),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('a better outturn never earns less, the target or all together', () => {
    fc.assert(
      fc.property(methods, pots, runsOf, fc.integer({ min: 0, max: 300 }), (terms, amount, given, more) => {
        const [one, ...others] = given;
        if (one === undefined) return;
        const better = (Number(one.value) + ((one.isHigher ? 1 : -1) * more) / 10).toFixed(1);
        const before = earn(terms, amount, made(given));
        const after = earn(terms, amount, made([{ ...one, value: better }, ...others]));
        expect((after.targets[0]?.earned ?? 0n) >= (before.targets[0]?.earned ?? 0n)).toBe(true);
        expect(after.total >= before.total).toBe(true);
      }),
    );
  });

  test('figures that are not final earn nothing', () => {
    fc.assert(
      fc.property(methods, pots, runsOf, (terms, amount, given) => {
        const { total } = earn(terms, amount, made(given.map((each) => ({ ...each, isFirm: false }))));
        expect(total).toBe(0n);
      }),
    );
  });
});
