import { date, formatMoney, noMoney, pounds } from '#platform/kernel';
import { expect, it } from 'vitest';
import { periodOf } from '../series/series.testing.ts';
import { earn } from './earn.ts';
import { interimOf } from './interim.ts';
import { onAccountOf, paymentsOf } from './pay.ts';
import { outturnOf, pot, termsOf, twelve } from './reward.testing.ts';

const level = { figure: '61.5', by: date('2009-03-31') };
const reading = (value: string | undefined, to = '2009-03-31', isFirm = true) => ({
  value,
  period: periodOf('2008-04-01', to),
  isFirm,
});

it('is reached at its very figure, by the year it is set for and a final figure', () => {
  const higher = { better: 'higher' } as const;
  expect(interimOf(level, higher, [reading('61.5')])).toBe('reached');
  expect(interimOf(level, higher, [reading('61.4')])).toBe('not-reached');
  expect(interimOf(level, higher, [reading('70', '2009-03-31', false)])).toBe('not-final');
  expect(interimOf(level, higher, [reading('70', '2010-03-31')])).toBe('no-figure');
  expect(interimOf(level, higher, [reading(undefined)])).toBe('no-figure');
  expect(interimOf(level, { better: 'lower' }, [reading('61.5')])).toBe('reached');
  expect(interimOf(level, { better: 'lower' }, [reading('61.6')])).toBe('not-reached');
});

it('pays one-fifth of the share on account, and makes it good with the first instalment', () => {
  const lpsa = termsOf('lpsa');
  const { targets, total } = earn(lpsa, pot, twelve(outturnOf('62')));
  const onAccount = onAccountOf(lpsa, targets, new Set(['t1']));
  expect(formatMoney(onAccount)).toBe('£99,011.52');
  const payments = paymentsOf(lpsa, total, onAccount).map(({ amount }) => formatMoney(amount));
  expect(payments).toEqual(['£99,011.52', '£49,505.76', '£148,517.29']);
  expect(onAccountOf(lpsa, targets, new Set())).toBe(noMoney);
  // More on account than was earned in the end goes back.
  const back = paymentsOf(lpsa, noMoney, pounds(10)).at(-1);
  expect(back && formatMoney(back.amount)).toBe('−£10.00');
});
