import { formatMoney, pence, pounds, sumMoney } from '#platform/kernel';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { earn } from './earn.ts';
import { onAccountOf, paymentsOf } from './pay.ts';
import { outturnOf, pot, termsOf, twelve } from './reward.testing.ts';
import { shareOut } from './share-out.ts';

const lpsa = termsOf('lpsa');

describe('how a reward is paid', () => {
  it('is in two equal instalments, each half revenue and half capital', () => {
    const payments = paymentsOf(lpsa, pence(29_703_457), pence(0));
    expect(
      payments.map(({ amount, revenue, capital }) =>
        [amount, revenue, capital].map((each) => formatMoney(each)),
      ),
    ).toEqual([
      ['£148,517.28', '£74,258.64', '£74,258.64'],
      ['£148,517.29', '£74,258.64', '£74,258.65'],
    ]);
  });

  it('takes what was paid on account from the instalments', () => {
    const payments = paymentsOf(lpsa, pounds(500), pounds(100));
    expect(payments.map(({ amount }) => amount)).toEqual([pounds(100), pounds(150), pounds(250)]);
  });

  it('is paid back where more was paid on account than was earned', () => {
    const payments = paymentsOf(lpsa, pounds(0), pounds(100));
    expect(payments.map(({ amount }) => amount)).toEqual([pounds(100), pounds(0), pounds(0), pounds(-100)]);
  });

  it('is on account a fifth of the share of each target that reached its interim level', () => {
    const { targets } = earn(lpsa, pot, twelve(outturnOf('62')));
    expect(formatMoney(onAccountOf(lpsa, targets, new Set(['t3'])))).toBe('£99,011.52');
    expect(onAccountOf(lpsa, targets, new Set())).toBe(0n);
    expect(onAccountOf(termsOf('laa-average'), targets, new Set(['t3']))).toBe(0n);
  });
});

describe('how a reward is shared', () => {
  const fund = { key: 'fund', title: 'Venture fund', amount: pounds(300) };
  const priming = { key: 'priming', title: 'Pump-priming, to be paid back', amount: pounds(200) };
  const halves = [
    { key: 'kent-county-council', weight: 1 },
    { key: 'maidstone', weight: 1 },
  ];

  it('is first calls in their order, then by weight', () => {
    expect(shareOut(pounds(1000), [fund, priming], halves)).toMatchObject({
      calls: [{ paid: pounds(300) }, { paid: pounds(200) }],
      shares: [{ share: pounds(250) }, { share: pounds(250) }],
      left: 0n,
    });
  });

  it('pays the calls as far as the money goes, and the later ones go short', () => {
    expect(shareOut(pounds(400), [fund, priming], halves)).toMatchObject({
      calls: [{ paid: pounds(300) }, { paid: pounds(100), asked: pounds(200) }],
      shares: [{ share: 0n }, { share: 0n }],
    });
  });

  it('leaves over what nobody agreed how to share', () => {
    expect(shareOut(pounds(1000), [fund], [])).toMatchObject({ left: pounds(700), refusal: 'no-partners' });
  });
});

describe('for any reward', () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 12n }).map(pence);

  test('calls, shares and what is left are the reward, to the penny', () => {
    const calls = fc.array(amounts, { maxLength: 4 });
    const weights = fc.array(fc.integer({ min: 1, max: 2_000_000 }), { maxLength: 14 });
    fc.assert(
      fc.property(amounts, calls, weights, (total, asked, parts) => {
        const shared = shareOut(
          total,
          asked.map((amount, index) => ({ key: `c${index}`, title: 'A call', amount })),
          parts.map((weight, index) => ({ key: `p${index}`, weight })),
        );
        const paid = sumMoney([
          ...shared.calls.map((call) => call.paid),
          ...shared.shares.map(({ share }) => share),
          shared.left,
        ]);
        expect(paid).toBe(total);
      }),
    );
  });

  test('payments are the reward, and revenue and capital the payment', () => {
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 100 }), (total, onAccount, revenue) => {
        const payments = paymentsOf({ ...lpsa, revenuePart: (revenue / 100).toFixed(2) }, total, onAccount);
        expect(sumMoney(payments.map(({ amount }) => amount))).toBe(total);
        expect(payments.every((each) => each.revenue + each.capital === each.amount)).toBe(true);
      }),
    );
  });
});
