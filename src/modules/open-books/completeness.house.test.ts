import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { loadDuties } from './example/publication-duties.ts';
import { loadPaymentsExample } from './example/payments.ts';
import { completenessDataset, completenessOn } from './queries/completeness/completeness.ts';
import { openBooksForTest } from './testing.ts';

test('every council owes its payments quarter by quarter, and where nothing is published nothing is', async () => {
  const { services } = await openBooksForTest();
  await loadDuties(services);
  await loadDuties(services);
  const { duties, lines } = await completenessOn(services.database, date('2026-09-20'));
  expect(duties).toHaveLength(12);
  expect(new Set(lines.map(({ body }) => body.id)).size).toBe(14);
  expect(lines).toHaveLength(14 * 2 * 8);
  expect(lines.every(({ standing }) => standing.is === 'not-published')).toBe(true);
});

test('made-up payments are published as what they are', async () => {
  const { services } = await openBooksForTest();
  await loadDuties(services);
  await loadPaymentsExample(services);
  const found = await completenessOn(services.database, services.clock.today(), { bodyId: 'maidstone' });
  const spending = found.lines.filter(({ duty }) => duty.id === 'spending');
  const published = spending.filter(
    ({ standing }) => standing.is === 'published' || standing.is === 'in-part',
  );
  expect(published.length).toBeGreaterThan(0);
  expect(published.every(({ isIllustrative, releases }) => isIllustrative && releases.length > 0)).toBe(true);
  for (const { owed, releases } of found.lines)
    for (const { periodFrom, periodTo, standing } of releases)
      expect({ standing: standing.is, of: periodFrom <= owed.to && periodTo >= owed.from }).toEqual({
        standing: 'standing',
        of: true,
      });
  const rows = completenessDataset(found, 'completeness-maidstone').rows;
  expect(rows).toHaveLength(found.lines.length);
});
