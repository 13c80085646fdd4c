import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { approveImport } from './actions/publishing/approve-import.ts';
import { askPublication } from './actions/publishing/ask-publication.ts';
import type { Finding } from './domain/import/report.ts';
import { monthsAround } from './domain/release/months-covered.ts';
import { foundList } from './queries/publishing/found.ts';
import { importShown } from './queries/publishing/imports.ts';
import { bodyId, broughtForTest, chief, finance, openBooksForTest } from './testing.ts';

const june = monthsAround(date('2026-06-01'), date('2026-06-30'));

const row = (nth: number) => `${String((nth % 9) + 20)}/06/2026,Alder Print Ltd,R-${nth},${nth}.00,Printing`;

test('everything that was found is listed page by page, each payment with what was found of it', async () => {
  const made = await openBooksForTest();
  const { services } = made;
  const now = () => services.clock.now();
  const bring = (holds: readonly (readonly string[])[]) =>
    broughtForTest(
      made,
      holds.map((lines, at) => ({
        filename: `${at}.csv`,
        lines: ['Date,Supplier,Reference,Amount,Description', ...lines],
      })),
    );
  const list = (importId: string, kind: Finding['kind'], after = 0, most = 100) =>
    services.database.as(finance, async (sql) => {
      const found = await importShown(sql, { bodyId, id: importId }, now());
      return found && foundList(sql, services, { brought: found.brought, kind, page: { most, after } });
    });

  // Some 250 payments under the threshold, one of which stands in the second file again.
  const small = Array.from({ length: 250 }, (_, nth) => row(nth + 1));
  const importId = await bring([small, [row(7), '29/06/2026,Beech Cleaning Ltd,B-1,900.00,re Mr J Sample']]);
  const [first, last] = [
    await list(importId, 'under-threshold'),
    await list(importId, 'under-threshold', 200),
  ];
  expect([first?.inAll, first?.lines.length, last?.lines.length]).toEqual([251, 100, 51]);
  expect(first?.lines[0]).toMatchObject({
    filename: '0.csv',
    line: 2,
    supplier: 'Alder Print Ltd',
    amount: 100n,
  });
  expect(last?.lines.at(-1)).toMatchObject({ filename: '1.csv', line: 2, amount: 700n });
  expect((await list(importId, 'exact-duplicates'))?.lines).toMatchObject([
    { filename: '1.csv', line: 2, says: 'the same as line 8 of 0.csv' },
  ]);
  expect((await list(importId, 'purpose-personal'))?.lines).toMatchObject([
    { filename: '1.csv', line: 3, paid: '2026-06-29', says: '“re Mr J Sample”: the name of a person' },
  ]);
  expect(await list(importId, 'without-date')).toBeUndefined();

  // What is published already is listed too, beyond the first few.
  const asked = { bodyId, importId, period: june, says: '' };
  expect((await askPublication(services, finance, asked)).ok).toBe(true);
  expect((await approveImport(services, chief, { bodyId, importId })).ok).toBe(true);
  const again = await bring([small.slice(0, 20)]);
  const before = await list(again, 'published-before', 10, 100);
  expect([before?.inAll, before?.lines.length, before?.lines[0]?.line]).toEqual([20, 10, 12]);
});
