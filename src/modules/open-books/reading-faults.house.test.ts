import { readdir, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { bringAs } from './actions/publishing/bring-import.ts';
import { commandLine } from './actions/publishing/officers.ts';
import { runReading } from './actions/publishing/run-reading.ts';
import { importFolder } from './store/folders.ts';
import { tablePreview } from './queries/publishing/table-preview.ts';
import { beginReading, findImport, listImports } from './store/imports.ts';
import { openBooksForTest } from './testing.ts';
import { ok } from '#platform/kernel';

const bodyId = 'maidstone';

async function bringOneMonth(services: Awaited<ReturnType<typeof openBooksForTest>>['services']) {
  const by = { officeTitle: commandLine.office, bodyId };
  const begun = await bringAs(services, by, commandLine, {
    bodyId,
    dataset: 'spending',
    cameBy: 'command',
    files: [{ filename: 'july.csv', bytes: Buffer.from('Date,Supplier,Amount\n03/07/2026,Alder Ltd,900\n') }],
  });
  if (!begun.ok) throw new Error('The file was not brought');
  await begun.value.running;
  return begun.value.importId;
}

test('a fault that breaks a reading off reaches the log, and whoever waits is told', async () => {
  const { services } = await openBooksForTest();
  const { database, clock, privateFolder } = services;
  const importId = await bringOneMonth(services);
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

test('the columns of a table are not shown any more once its files are gone', async () => {
  const { services } = await openBooksForTest();
  const importId = await bringOneMonth(services);
  const brought = await services.database.as({ bodyId }, (sql) => findImport(sql, { bodyId, id: importId }));
  if (brought === undefined) throw new Error('The import is not there');
  expect((await tablePreview(services, brought, 0))?.columns).toHaveLength(3);
  await rm(importFolder(services.privateFolder, { bodyId, importId }), { recursive: true });
  expect(await tablePreview(services, brought, 0)).toBeUndefined();
});

test('one empty file among others keeps all of them out, and leaves nothing behind', async () => {
  const { services } = await openBooksForTest();
  const july = {
    filename: 'july.csv',
    bytes: Buffer.from('Date,Supplier,Amount\n03/07/2026,Alder Ltd,900\n'),
  };
  const brought = await bringAs(services, { officeTitle: commandLine.office, bodyId }, commandLine, {
    bodyId,
    dataset: 'spending',
    cameBy: 'command',
    files: [july, { filename: 'august.csv', bytes: Buffer.alloc(0) }],
  });
  expect(brought).toEqual({ ok: false, error: 'empty-file' });
  expect(await services.database.as({ bodyId }, (sql) => listImports(sql, { bodyId }))).toEqual([]);
  const left = await readdir(services.privateFolder, { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile())).toEqual([]);
});
