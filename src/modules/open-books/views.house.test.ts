import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { standingReleases } from './domain/release/release.ts';
import { explored, type ExploreServices } from './queries/explore/explored.ts';
import { accounts } from './queries/explore/landing.ts';
import { scopeOf } from './queries/explore/scope.ts';
import { totalOf } from './queries/explore/sums.ts';
import { suppliersCalled } from './queries/explore/suppliers.ts';
import { listReleases } from './store/releases.ts';
import { buildViews, linkAgain } from './store/views/ensure-views.ts';
import { type PaymentForTest, openBooksForTest, releaseForTest } from './testing.ts';
import { exploreRoutes } from './web/explore/routes.tsx';

const spending = { dataset: 'spending' } as const;

/** The pages that tell of suppliers: all of them, one, and payments by supplier; and one that does not, payments by council. */
function pagesOfSuppliers(services: ExploreServices): Promise<readonly string[]> {
  const asked = [
    ['/money/suppliers', {}, {}],
    ['/money/suppliers/:supplier', { supplier: 'oak' }, {}],
    ['/money/payments', {}, { by: 'supplier' }],
    ['/money/payments', {}, { by: 'body' }],
  ] as const;
  const today = services.clock.today();
  // Of what else these routes are given none of the four has need.
  const routes = exploreRoutes(services as Parameters<typeof exploreRoutes>[0]);
  return Promise.all(
    asked.map(async ([path, params, query]) => {
      const route = routes.find((each) => each.path === path);
      const visit = { on: today, today, path, params, query };
      const reply = await route?.handle(visit as never);
      if (reply?.kind !== 'page') throw new Error(`${path} is no page`);
      return renderToString(reply.page.main);
    }),
  );
}

describe('views', () => {
  const one: PaymentForTest = { paid: '2026-04-02', supplier: 'Oak Ltd', payee: 'oak', pence: 100n };
  const viewsOf = (folder: string, body: string) => {
    const at = join(folder, 'views', body);
    return existsSync(at) ? readdirSync(at).toSorted() : [];
  };

  test('stand beside those that counted before; a body that published nothing new is not worked out again', async () => {
    const { services } = await openBooksForTest();
    const { folder } = services.published;
    await releaseForTest(services, { id: 'm-1', bodyId: 'maidstone', payments: [one] });
    await releaseForTest(services, { id: 's-1', bodyId: 'swale', payments: [one] });
    const before = await explored(services);
    const [swale, maidstone] = [viewsOf(folder, 'swale'), viewsOf(folder, 'maidstone')];
    await releaseForTest(services, {
      id: 'm-2',
      version: 2,
      bodyId: 'maidstone',
      supersedes: ['m-1'],
      payments: [one, one],
    });
    await buildViews(services, standingReleases(await listReleases(services.database)));
    expect(viewsOf(folder, 'swale')).toEqual(swale);
    expect(viewsOf(folder, 'maidstone')).toHaveLength(maidstone.length + 1);
    const after = await explored(services);
    const totals = await Promise.all(
      [before, after].map(async ({ view }) => {
        const scope = await scopeOf(services.published, view, spending);
        return scope && (await totalOf(services.published, scope)).pence;
      }),
    );
    expect(totals).toEqual([200n, 300n]);
  });

  test('are built once however many ask at the same time, and leave nothing half done', async () => {
    const { services } = await openBooksForTest();
    await releaseForTest(services, { id: 'm-1', bodyId: 'maidstone', payments: [one] });
    const found = await Promise.all([1, 2, 3, 4].map(() => explored(services)));
    expect(new Set(found.map(({ view }) => view.folder)).size).toBe(1);
    for (const of of ['all', 'maidstone'])
      expect(viewsOf(services.published.folder, of).filter((name) => name.includes('.'))).toEqual([]);
    expect(viewsOf(services.published.folder, 'maidstone')).toHaveLength(1);
  });

  test('are there without suppliers where finding them fails, and say so; the next start tries again, once', async () => {
    const made = await openBooksForTest();
    const faults: unknown[] = [];
    const services = { ...made.services, onFault: (...fault: unknown[]) => void faults.push(fault) };
    await releaseForTest(services, { id: 'm-1', bodyId: 'maidstone', payments: [one] });
    const { view, isLinked } = await explored(services);
    expect([isLinked, faults]).toEqual([true, []]);
    // The account of all is gone, and what suppliers are found by cannot be read.
    const namings = join(view.bodies[0]?.folder ?? '', 'namings.parquet');
    const whole = readFileSync(namings);
    writeFileSync(namings, 'torn');
    rmSync(view.folder, { recursive: true });
    const without = await explored(services);
    expect([without.isLinked, faults.length]).toEqual([false, 1]);
    const told = 'Suppliers have not yet been found';
    const withoutSuppliers = await pagesOfSuppliers(services);
    expect(withoutSuppliers.map((page) => page.includes(told))).toEqual([true, true, true, false]);
    const found = await scopeOf(services.published, without.view, { ...spending, supplier: 'oak' });
    expect(found && (await totalOf(services.published, found))).toMatchObject({ pence: 100n, payments: 1 });
    expect([(await explored(services)).isLinked, faults.length]).toEqual([false, 1]);

    await linkAgain(services);
    expect([(await explored(services)).isLinked, faults.length]).toEqual([false, 2]);
    writeFileSync(namings, whole);
    await linkAgain(services);
    expect([(await explored(services)).isLinked, faults.length]).toEqual([true, 2]);
    for (const page of await pagesOfSuppliers(services)) expect(page).not.toContain(told);
  });

  test('say so when the files of a release that counts are not there', async () => {
    const { services } = await openBooksForTest();
    const release = await releaseForTest(services, { id: 'm-1', bodyId: 'maidstone', payments: [one] });
    await expect(buildViews(services, [{ ...release, id: 'gone' }])).rejects.toThrow('missing');
    expect(viewsOf(services.published.folder, 'maidstone')).toEqual([]);
  });

  test('of nothing answer nothing', async () => {
    const { services } = await openBooksForTest();
    const { view } = await explored(services);
    // What the page of every body asks for.
    expect(await accounts(services)).toEqual([]);
    expect(await scopeOf(services.published, view, spending)).toBeUndefined();
    expect(await suppliersCalled(services.published, view, 'oak', { limit: 5 })).toEqual({
      lines: [],
      count: 0,
    });
  });
});
