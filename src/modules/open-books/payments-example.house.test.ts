import { expect, test } from 'vitest';
import { openBooksForTest } from './testing.ts';
import { loadPaymentsExample } from './example/payments.ts';
import { listReleases } from './store/releases.ts';

test('the fourteen councils have made-up payments, marked as such, once', async () => {
  const { services } = await openBooksForTest();
  await loadPaymentsExample(services);
  await loadPaymentsExample(services);
  const releases = await listReleases(services.database);
  expect(new Set(releases.map(({ bodyId }) => bodyId)).size).toBe(14);
  expect(releases).toHaveLength(15);
  expect(releases.every(({ isIllustrative }) => isIllustrative)).toBe(true);
});
