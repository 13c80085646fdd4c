import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { bringAs } from './actions/publishing/bring-import.ts';
import { commandLine } from './actions/publishing/officers.ts';
import { runReading } from './actions/publishing/run-reading.ts';
import { importFolder } from './store/folders.ts';
import { beginReading, findImport } from './store/imports.ts';
import { openBooksForTest } from './testing.ts';
import { ok } from '#platform/kernel';

test('a fault that breaks a reading off reaches the log, and whoever waits is told', async () => {
  const { services } = await openBooksForTest();
  const { database, clock, privateFolder } = services;
  const bodyId = 'maidstone';
  const by = { officeTitle: commandLine.office, bodyId };
  const begun = await bringAs(services, by, commandLine, {
    bodyId,
    dataset: 'spending',
    cameBy: 'command',
    files: [{ filename: 'july.csv', bytes: Buffer.from('Date,Supplier,Amount\n03/07/2026,Alder Ltd,900\n') }],
  });
  if (!begun.ok) throw new Error('The file was not brought');
  const { importId, running } = begun.value;
  await running;
  await rm(importFolder(privateFolder, { bodyId, importId }), { recursive: true });
  await database.transaction({ bodyId }, {}, async (sql) =>
    ok(await beginReading(sql, { importId, bodyId, number: 2 }, clock.now())),
  );
  const faults: unknown[] = [];
  const reading = runReading(
    { ...services, onFault: (...fault) => faults.push(fault) },
    { bodyId, importId },
  );
  await expect(reading).rejects.toThrow('ENOENT');
  expect(faults).toEqual([[expect.objectContaining({ code: 'ENOENT' }), 'reading files of payments']]);
  const found = await database.as({ bodyId }, (sql) => findImport(sql, { bodyId, id: importId }));
  expect(found?.reading.failed).toContain('not there any more');
});
