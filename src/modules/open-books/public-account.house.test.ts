import { date, fixedClock } from '#platform/kernel';
import { expect, test } from 'vitest';
import { explored } from './queries/explore/explored.ts';
import { accounts } from './queries/explore/landing.ts';
import { paymentsIn } from './queries/explore/payments.ts';
import { scopeOf } from './queries/explore/scope.ts';
import { totalOf } from './queries/explore/sums.ts';
import { undatedBeside } from './queries/explore/undated-beside.ts';
import { countedOn } from './queries/publishing/counted-on.ts';
import { openBooksForTest, releaseForTest } from './testing.ts';
import { askedIn, queryOf } from './web/explore/asked-in.ts';

const to = (supplier: string, paid: string | null, pence: bigint) => ({
  paid,
  supplier,
  payee: supplier.toLowerCase(),
  pence,
});

test('payments without a day count to the year of their release, or are said to count to none, and can be looked at', async () => {
  const { services } = await openBooksForTest();
  await releaseForTest(services, {
    id: 'swale-1',
    bodyId: 'swale',
    payments: [to('Oak', '2026-04-01', 100n), to('Oak', null, 20n)],
  });
  await releaseForTest(services, {
    id: 'swale-2',
    bodyId: 'swale',
    periodFrom: date('2026-02-01'),
    periodTo: date('2026-04-30'),
    payments: [to('Elm', '2026-03-31', 7n), to('Elm', null, 3n)],
  });
  const [swale] = await accounts(services);
  expect(swale?.years).toEqual([
    { begun: 2026, pence: 120n, payments: 2, months: 3 },
    { begun: 2025, pence: 7n, payments: 1, months: 1 },
  ]);
  expect(swale?.inNoYear).toEqual({ pence: 3n, payments: 1 });
  expect(swale?.withoutDay).toEqual({ pence: 23n, payments: 2 });

  const { view } = await explored(services);
  for (const [days, pence] of [
    ['none', 23n],
    ['2026-04/2026-06', 20n],
    ['2026-02/2026-04', 3n],
  ] as const) {
    const { asked } = askedIn({ days, body: 'swale' });
    expect(new URLSearchParams(queryOf({ asked })).get('days')).toBe(days);
    const scope = await scopeOf(services.published, view, asked);
    if (scope === undefined) throw new Error(`Nothing is without a day: ${days}`);
    expect((await totalOf(services.published, scope)).pence, days).toBe(pence);
    const listed = await paymentsIn(services.published, scope, { limit: 10, offset: 0 });
    expect(listed.reduce((sum, each) => sum + each.pence, 0n)).toBe(pence);
    expect(listed.every(({ paid }) => paid === null)).toBe(true);
  }

  // Of months asked for: what may lie in them and beside them is told and not counted, what lies wholly in them is counted once.
  for (const [from, till, total, counted, left] of [
    ['2026-04', '2026-04', 100n, [], ['2026-02/2026-04', '2026-04/2026-06']],
    ['2026-04', '2026-06', 120n, ['2026-04/2026-06'], ['2026-02/2026-04']],
    ['2026-02', '2026-06', 130n, ['2026-02/2026-04', '2026-04/2026-06'], []],
    ['2026-07', '2026-09', 0n, [], []],
  ] as const) {
    const { asked } = askedIn({ from, to: till });
    const scope = await scopeOf(services.published, view, asked);
    expect(scope && (await totalOf(services.published, scope)).pence, from).toBe(total);
    const beside = await undatedBeside(services, asked);
    const keys = (sums: typeof beside.left) => sums.map(({ key }) => key).toSorted();
    expect([keys(beside.counted), keys(beside.left)]).toEqual([counted, left]);
  }

  // Nor is one kept quiet of a release of so many months that nothing says when it was.
  await releaseForTest(services, {
    id: 'dover-1',
    bodyId: 'dover',
    periodFrom: date('2014-01-01'),
    periodTo: date('2018-01-31'),
    payments: [to('Ash', '2014-01-07', 9n), to('Ash', null, 4n)],
  });
  const { asked } = askedIn({ body: 'dover', from: '2014-04', to: '2014-06' });
  const { counted, left } = await undatedBeside(services, asked);
  expect([counted, left.map(({ key, pence }) => [key, pence])]).toEqual([[], [['', 4n]]]);
});

test('the account of a past day is that of the releases that counted then, or is told apart from today’s', async () => {
  const { services } = await openBooksForTest();
  const at = (moment: string) => ({ ...services, clock: fixedClock(new Date(moment)) });
  const payments = [to('Oak', '2026-04-01', 100n)];
  await releaseForTest(at('2026-07-10T09:00:00Z'), { id: 'swale-1', bodyId: 'swale', payments });
  await releaseForTest(at('2026-08-10T09:00:00Z'), {
    id: 'swale-2',
    bodyId: 'swale',
    version: 2,
    supersedes: ['swale-1'],
    payments,
  });
  const counted = async (on: string) => {
    const { isNow, releases } = await countedOn(services.database, {
      on: date(on),
      today: services.clock.today(),
    });
    return [isNow, releases.map(({ id }) => id)];
  };
  expect(await counted('2026-07-09')).toEqual([false, []]);
  expect(await counted('2026-07-10')).toEqual([false, ['swale-1']]);
  expect(await counted('2026-08-10')).toEqual([true, ['swale-2']]);
  expect(await counted('2026-09-19')).toEqual([true, ['swale-2']]);
});
