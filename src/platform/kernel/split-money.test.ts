import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pence, pounds } from './money.ts';
import { explainSplit, splitMoney, type Weight } from './split-money.ts';

const equally = (...keys: string[]): Weight[] => keys.map((key) => ({ key, weight: 1 }));

describe('sharing money among partners', () => {
  it('gives the odd penny of £100 among three to the first by key, however they are listed', () => {
    expect(shares(pounds(100), equally('ashford', 'maidstone', 'swale'))).toEqual({
      ashford: 3334n,
      maidstone: 3333n,
      swale: 3333n,
    });
    expect(shares(pounds(100), equally('swale', 'maidstone', 'ashford'))).toMatchObject({ ashford: 3334n });
  });

  it('shares the Mid Kent fund by population to the penny: 30p a head', () => {
    const people = [
      { key: 'ashford', weight: 111_200 },
      { key: 'maidstone', weight: 142_800 },
      { key: 'swale', weight: 128_500 },
      { key: 'tunbridge-wells', weight: 104_600 },
    ];
    expect(shares(pounds(146_130), people)).toEqual({
      ashford: 3_336_000n,
      maidstone: 4_284_000n,
      swale: 3_855_000n,
      'tunbridge-wells': 3_138_000n,
    });
  });

  it('gives left-over pence to the largest remainder first', () => {
    const split = shares(pence(10), [
      { key: 'a', weight: 50 },
      { key: 'b', weight: 27.5 },
      { key: 'c', weight: 22.5 },
    ]);
    expect(split).toEqual({ a: 5n, b: 3n, c: 2n });
  });

  it('takes decimal weights as they are written', () => {
    expect(
      shares(pounds(1), [
        { key: 'a', weight: 0.1 },
        { key: 'b', weight: 0.2 },
        { key: 'c', weight: 0.7 },
      ]),
    ).toEqual({ a: 10n, b: 20n, c: 70n });
  });

  it('mirrors a total below zero', () => {
    expect(shares(pounds(-100), equally('a', 'b', 'c'))).toEqual({ a: -3334n, b: -3333n, c: -3333n });
    expect(shares(pence(0), equally('a', 'b'))).toEqual({ a: 0n, b: 0n });
  });

  it.each([
    [[], 'no-partners'],
    [equally('a', 'a'), 'partner-twice'],
    [[{ key: 'a', weight: 0 }], 'weight-not-positive'],
    [
      [
        { key: 'a', weight: 1 },
        { key: 'b', weight: -1 },
      ],
      'weight-not-positive',
    ],
    [[{ key: 'a', weight: Number.NaN }], 'weight-not-positive'],
    [[{ key: 'a', weight: Number.POSITIVE_INFINITY }], 'weight-not-positive'],
    [[{ key: 'a', weight: 0n }], 'weight-not-positive'],
  ] satisfies [Weight[], string][])('refuses what cannot be shared (case %#)', (weights, reason) => {
    expect(splitMoney(pounds(100), weights)).toEqual({ ok: false, error: reason });
  });
});

describe('a refused split', () => {
  it.each([
    ['no-partners', 'Name at least one partner'],
    ['partner-twice', 'add its weights together'],
    ['weight-not-positive', 'leave out a partner that pays nothing'],
  ] as const)('as %s names the remedy', (refusal, remedy) => {
    expect(explainSplit(refusal)).toContain(remedy);
  });
});

describe('for any total and any partners', () => {
  const total = fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }).map(pence);
  const weight = fc.oneof(
    fc.integer({ min: 1, max: 2_000_000 }),
    fc.bigInt({ min: 1n, max: 10n ** 12n }),
    fc.integer({ min: 1, max: 99_999 }).map((thousandths) => thousandths / 1000),
  );
  const partners = fc.uniqueArray(fc.record({ key: fc.string({ minLength: 1, maxLength: 4 }), weight }), {
    selector: ({ key }) => key,
    minLength: 1,
    maxLength: 14,
  });

  it('the shares add up to the total exactly', () => {
    fc.assert(
      fc.property(total, partners, (amount, weights) => {
        expect(list(amount, weights).reduce((sum, { share }) => sum + share, 0n)).toBe(amount);
      }),
    );
  });

  it('the order of partners changes nobody’s share', () => {
    const shuffled = partners.chain((weights) =>
      fc.tuple(fc.constant(weights), fc.shuffledSubarray(weights, { minLength: weights.length })),
    );
    fc.assert(
      fc.property(total, shuffled, (amount, [weights, other]) => {
        expect(byKey(list(amount, other))).toEqual(byKey(list(amount, weights)));
      }),
    );
  });

  it('each share is within a penny of its exact proportion', () => {
    fc.assert(
      fc.property(total, partners, (amount, weights) => {
        const whole = (size: bigint | number) =>
          BigInt(typeof size === 'bigint' ? size * 1000n : Math.round(size * 1000));
        const sum = weights.reduce((running, each) => running + whole(each.weight), 0n);
        const off = list(amount, weights).filter(({ share }, index) => {
          const exact = amount * whole(weights[index]?.weight ?? 0);
          const gap = share * sum - exact;
          return (gap < 0n ? -gap : gap) >= sum;
        });
        expect(off).toEqual([]);
      }),
    );
  });
});

function list(amount: ReturnType<typeof pence>, weights: readonly Weight[]) {
  const split = splitMoney(amount, weights);
  if (!split.ok) throw new Error(split.error);
  return split.value;
}

function byKey(split: ReturnType<typeof list>) {
  return new Map(split.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ key, share }) => [key, share]));
}

function shares(amount: ReturnType<typeof pence>, weights: readonly Weight[]) {
  return Object.fromEntries(list(amount, weights).map(({ key, share }) => [key, share]));
}
