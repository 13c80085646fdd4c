import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { approveImport } from './actions/publishing/approve-import.ts';
import { askPublication } from './actions/publishing/ask-publication.ts';
import { mendReadings } from './actions/publishing/mend-readings.ts';
import { monthsAround } from './domain/release/months-covered.ts';
import { importShown } from './queries/publishing/imports.ts';
import { filePlace, readingFolder } from './store/folders.ts';
import { listReleases } from './store/releases.ts';
import { bodyId, broughtForTest, chief, finance, openBooksForTest } from './testing.ts';

const period = monthsAround(date('2026-05-01'), date('2026-05-31'));
const lines = [
  'Date,Supplier,Amount',
  '03/05/2026,Alder Ltd,900.00',
  '13/05/2026,"Beech, Son & Co",1500.60',
  ',Note,',
];

test('what a power cut left short of a reading is never published, and is read again from what was brought', async () => {
  const made = await openBooksForTest();
  const { services } = made;
  const { database, privateFolder, clock } = services;
  const importId = await broughtForTest(made, [{ filename: 'may.csv', lines }]);
  const named = { bodyId, importId };
  const now = async () => {
    const found = await database.as({ bodyId }, (sql) =>
      importShown(sql, { bodyId, id: importId }, clock.now()),
    );
    return found?.brought;
  };
  const ask = () => askPublication(services, finance, { ...named, period, says: '' });
  expect((await ask()).ok).toBe(true);
  // Nothing is read again where nothing is damaged.
  await mendReadings(services);
  expect((await now())?.standing.is).toBe('asked');

  for (const name of readdirSync(readingFolder(privateFolder, named, 1))) {
    if (name === 'made.json') continue;
    const place = join(readingFolder(privateFolder, named, 1), name);
    if (statSync(place).isFile()) truncateSync(place, Math.floor(statSync(place).size / 2));
  }
  await expect(approveImport(services, chief, named)).rejects.toThrow('not as it was made');
  expect(await listReleases(database)).toEqual([]);
  await mendReadings(services);
  const mended = await now();
  expect([mended?.standing.is, mended?.reading.number, mended?.reading.report?.penceUnderstood]).toEqual([
    'read',
    2,
    240_060,
  ]);
  expect((await ask()).ok).toBe(true);
  expect((await approveImport(services, chief, named)).ok).toBe(true);
});

test('where the brought file itself is damaged, that is said, and nothing is made of the rest', async () => {
  const made = await openBooksForTest();
  const { services } = made;
  const { database, privateFolder, clock } = services;
  const named = { bodyId, importId: await broughtForTest(made, [{ filename: 'may.csv', lines }]) };
  truncateSync(filePlace(privateFolder, named, 0), 50);
  truncateSync(join(readingFolder(privateFolder, named, 1), 'made.json'), 3);
  await mendReadings(services);
  const found = await database.as({ bodyId }, (sql) =>
    importShown(sql, { bodyId, id: named.importId }, clock.now()),
  );
  expect(found?.brought.standing).toMatchObject({
    is: 'failed',
    says: expect.stringContaining('Bring them again'),
  });
});
