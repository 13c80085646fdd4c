import { expect, test } from 'vitest';
import { bringFile } from './actions/readings/bring-file.ts';
import { approveBatch, withdrawBatch } from './actions/readings/decide-batch.ts';
import { enterReadings } from './actions/readings/enter-readings.ts';
import { putFile } from './actions/readings/put-file.ts';
import { readRow } from './domain/reading/read-row.ts';
import type { ReadingColumn } from './domain/reading/reading-columns.ts';
import { fileShown } from './queries/readings/file-shown.ts';
import {
  fileRow,
  maidstoneSeries,
  officerOf,
  publishSeriesForTest,
  readingsFile,
} from './readings.testing.ts';
import { agreementsForTest } from './testing.ts';

const enters = officerOf('maidstone');
const approves = officerOf('maidstone', 'chief-executive');

test('a file that was right when it was checked is judged again where something was done since', async () => {
  const { services, database } = await agreementsForTest();
  await publishSeriesForTest(services, maidstoneSeries, [['decent-homes', 'maidstone', 'maidstone']]);
  const shown = async () => {
    const found = await database.as(enters, (sql) => fileShown(sql, 'maidstone', services.clock.now()));
    if (found === undefined) throw new Error('No file was brought');
    return found;
  };
  const bring = async () => {
    const file = { bodyId: 'maidstone', filename: 'q1.csv', isComparison: false };
    const brought = await bringFile(services, enters, { ...file, bytes: readingsFile(fileRow()) });
    if (!brought.ok) throw new Error(JSON.stringify(brought.error));
    await brought.value.running;
    return (await shown()).findings;
  };
  const put = async () => {
    const { id: fileId } = await shown();
    const asked = { bodyId: 'maidstone', fileId, mode: 'all', isSure: false, says: '' } as const;
    const begun = await putFile(services, enters, asked);
    if (!begun.ok) throw new Error(JSON.stringify(begun.error));
    await begun.value.running;
    return shown();
  };
  const enter = async (value: string) => {
    const row: Readonly<Record<string, string>> = { ...fileRow({ value }), source: 'A test' };
    const rows = [readRow({ line: 1, text: (column: ReadingColumn) => row[column] ?? '' })];
    const form = { bodyId: 'maidstone', cameBy: 'form', isSure: false, says: '' } as const;
    const entered = await enterReadings(services, enters, { ...form, rows });
    if (!entered.ok) throw new Error(JSON.stringify(entered.error));
    return { bodyId: 'maidstone', batchId: entered.value };
  };

  expect(await bring()).toMatchObject({ fresh: 1, faultsInAll: 0 });
  // Somebody else of the body enters another figure for the same period.
  const another = await enter('62.0');
  const refused = await put();
  expect(refused.batchId).toBeUndefined();
  expect(refused.findings?.faults).toMatchObject([{ line: 2, found: { is: 'waits-already' } }]);

  await withdrawBatch(services, enters, { ...another, says: '' });
  expect(await bring()).toMatchObject({ fresh: 1, faultsInAll: 0 });
  // The same figure is entered and published before the file is put.
  await approveBatch(services, approves, await enter('61.9'));
  const known = await put();
  expect(known.batchId).toBeUndefined();
  expect(known.findings).toMatchObject({ fresh: 0, known: 1 });
});
