import type { Clock } from '#platform/kernel';
import { expect, test } from 'vitest';
import { loadExample, loadRestOfExample } from './example.ts';
import { standingReleases } from './domain/release/release.ts';
import { isExampleUnderWay } from './queries/publishing/example-under-way.ts';
import { listReleases } from './store/releases.ts';
import { openBooksForTest, releaseForTest } from './testing.ts';

test(
  'councils have made-up payments, on their way until all are there, also where loading was cut off between two',
  { timeout: 120_000 },
  async () => {
    const { services } = await openBooksForTest();
    const { database } = services;
    await loadExample(services);
    expect(await isExampleUnderWay(database)).toBe(true);
    const real = await releaseForTest(services, {
      id: 'swale-1',
      bodyId: 'swale',
      payments: [{ paid: '2026-04-01', supplier: 'Oak', payee: 'oak', pence: 1n }],
    });
    // What stands in the way of one council ends the work there: what was published until then stays.
    const blocked = { ...services, clock: stopsAfter(services.clock, 5) };
    await expect(loadRestOfExample(blocked)).rejects.toThrow('cut off');
    const some = await listReleases(database);
    expect(some.length).toBeGreaterThan(1);
    expect(some.length).toBeLessThan(15);
    expect(await isExampleUnderWay(database)).toBe(true);

    await loadRestOfExample(services);
    const all = await listReleases(database);
    expect(new Set(all.map(({ bodyId }) => bodyId)).size).toBe(14);
    expect(standingReleases(all)).toHaveLength(14);
    expect(all.filter(({ bodyId }) => bodyId === 'swale')).toEqual([real]);
    expect(all.filter(({ bodyId }) => bodyId === 'maidstone')).toHaveLength(2);
    expect(await isExampleUnderWay(database)).toBe(false);
    expect(all.filter(({ isIllustrative }) => isIllustrative)).toHaveLength(14);
    await loadRestOfExample(services);
    expect(await listReleases(database)).toHaveLength(all.length);
  },
);

/** A clock that fails when it is asked for the moment once more than so often, as a process that is killed then. */
function stopsAfter(clock: Clock, times: number): Clock {
  let asked = 0;
  return {
    ...clock,
    now: () => {
      asked += 1;
      if (asked > times) throw new Error('cut off');
      return clock.now();
    },
  };
}
