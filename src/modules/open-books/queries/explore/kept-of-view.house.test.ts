import { expect, test } from 'vitest';
import type { PaymentsAsked } from '../../domain/explore/asked.ts';
import { openBooksForTest, releaseForTest } from '../../testing.ts';
import { explored } from './explored.ts';
import { accounts } from './landing.ts';
import { paymentsIn } from './payments.ts';
import { scopeOf } from './scope.ts';
import { totalOf } from './sums.ts';
import { supplierPage } from './suppliers.ts';

test('what pages remember of the account is gone with the next release: sums, words, suppliers and texts', async () => {
  const { services } = await openBooksForTest();
  const { published } = services;
  const paid = { paid: '2026-04-02', supplier: 'Oak Ltd', payee: 'oak', department: 'Housing' } as const;

  /** What a reader finds of Oak, of roads, of repairs and of everything. */
  async function found() {
    const { view } = await explored(services);
    const total = async (asked: Partial<PaymentsAsked>) => {
      const scope = await scopeOf(published, view, { dataset: 'spending', ...asked });
      if (scope === undefined) return [0n, []];
      const listed = await paymentsIn(published, scope, { limit: 9, offset: 0 });
      return [(await totalOf(published, scope)).pence, listed.map(({ purpose }) => purpose)];
    };
    return {
      all: await total({}),
      roads: await total({ department: 'Roads' }),
      repairs: await total({ words: 'repair' }),
      oak: (await supplierPage(published, view, 'oak'))?.latest.map(({ pence }) => pence),
      bodies: (await accounts(services)).map(({ bodyId, years }) => [bodyId, years[0]?.pence]),
    };
  }

  await releaseForTest(services, {
    id: 'm-1',
    bodyId: 'maidstone',
    payments: [{ ...paid, pence: 1n, purpose: 'a repair' }],
  });
  const first = {
    all: [1n, ['a repair']],
    roads: [0n, []],
    repairs: [1n, ['a repair']],
    oak: [1n],
    bodies: [['maidstone', 1n]],
  };
  expect([await found(), await found()]).toEqual([first, first]);

  await releaseForTest(services, {
    id: 'm-2',
    bodyId: 'maidstone',
    version: 2,
    supersedes: ['m-1'],
    payments: [{ ...paid, pence: 20n, department: 'Roads', purpose: 'two repairs' }],
  });
  await releaseForTest(services, {
    id: 's-1',
    bodyId: 'swale',
    payments: [{ ...paid, paid: '2026-04-01', pence: 300n, purpose: 'a tree' }],
  });
  expect(await found()).toEqual({
    all: [320n, ['two repairs', 'a tree']],
    roads: [20n, ['two repairs']],
    repairs: [20n, ['two repairs']],
    oak: [20n, 300n],
    bodies: [
      ['maidstone', 20n],
      ['swale', 300n],
    ],
  });
});
