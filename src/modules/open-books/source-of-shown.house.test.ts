import { expect, test } from 'vitest';
import { explored } from './queries/explore/explored.ts';
import { releasesShown } from './queries/explore/releases-shown.ts';
import { scopeOf } from './queries/explore/scope.ts';
import { openBooksForTest, releaseForTest } from './testing.ts';

test('only what comes from a made-up release is said to be illustrative', async () => {
  const { services } = await openBooksForTest();
  const payment = { paid: '2026-04-01', pence: 100n };
  await releaseForTest(services, {
    id: 'real',
    bodyId: 'swale',
    payments: [{ ...payment, supplier: 'Oak Ltd', payee: 'oak' }],
  });
  await releaseForTest(services, {
    id: 'made-up',
    bodyId: 'dover',
    isIllustrative: true,
    payments: [
      { ...payment, supplier: 'Elm Ltd', payee: 'elm' },
      { ...payment, supplier: 'Ash Ltd', payee: 'ash' },
    ],
  });
  const found = await explored(services);
  const from = async (narrowed: Readonly<{ supplier?: string; bodyId?: string }>) => {
    const asked = { dataset: 'spending', ...narrowed } as const;
    const scope = await scopeOf(services.published, found.view, asked);
    const shown = await releasesShown(services.published, found, asked, scope);
    return shown.map(({ id }) => id).toSorted();
  };
  expect(await from({ supplier: 'oak' })).toEqual(['real']);
  expect(await from({ supplier: 'elm' })).toEqual(['made-up']);
  expect(await from({ bodyId: 'swale' })).toEqual(['real']);
  expect(await from({})).toEqual(['made-up', 'real']);
  expect(await from({ supplier: 'nobody' })).toEqual([]);
});
