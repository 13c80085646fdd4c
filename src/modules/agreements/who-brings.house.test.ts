import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { nameOwner } from './actions/frameworks/name-owner.ts';
import { bringFile } from './actions/readings/bring-file.ts';
import { approveBatch, returnBatch } from './actions/readings/decide-batch.ts';
import { enterReadings } from './actions/readings/enter-readings.ts';
import { readingForTest } from './domain/reading/reading.testing.ts';
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
import { insertReadings, listRevisions } from './store/readings.ts';
import { agreementsForTest } from './testing.ts';

/** Maidstone brings its decent homes; the county, which serves the same place, would take over from a day. */
async function house() {
  const made = await agreementsForTest();
  const { services } = made;
  await publishSeriesForTest(services, maidstoneSeries, [['decent-homes', 'maidstone', 'maidstone']]);
  const takeOver = (from: string) =>
    nameOwner(services, officerOf('kent-county-council'), {
      seriesId: 'decent-homes',
      areaId: 'maidstone',
      role: 'performance',
      from: date(from),
      seen: 'maidstone performance',
    });
  return { ...made, takeOver };
}

test('readings are not published any more once somebody else is named to bring them', async () => {
  const { services, database, takeOver } = await house();
  const row: Readonly<Partial<Record<ReadingColumn, string>>> = fileRow();
  const entered = await enterReadings(services, officerOf('maidstone'), {
    bodyId: 'maidstone',
    cameBy: 'form',
    isSure: false,
    says: '',
    rows: [readRow({ line: 1, text: (column: ReadingColumn) => row[column] ?? '' })],
  });
  const named = { bodyId: 'maidstone', batchId: entered.ok ? entered.value : '' };
  expect(await takeOver('2026-07-15')).toMatchObject({ ok: true });
  const approves = officerOf('maidstone', 'chief-executive');
  expect(await approveBatch(services, approves, named)).toEqual({ ok: false, error: 'no-longer-owner' });
  expect(await listRevisions(database, { seriesId: 'decent-homes', areaId: 'maidstone' })).toEqual([]);
  const given = await returnBatch(services, approves, { ...named, says: 'The county brings it' });
  expect(given).toMatchObject({ ok: true });
});

test('what was due from one body does not become another’s after the day', async () => {
  const { takeOver } = await house();
  expect(await takeOver('2026-07-14')).toEqual({ ok: false, error: 'behind-anothers-back' });
  expect(await takeOver('2026-07-15')).toMatchObject({ ok: true });
});

test('a figure of an outside area is revised by the body that brought it, and by no other', async () => {
  const { services, database } = await house();
  const wales = fileRow({ area: 'wales', areaName: 'Wales', source: 'National statistics', value: '55.0' });
  await database.transaction(undefined, {}, async (sql) => {
    const { source, value } = wales as Readonly<Record<string, string>>;
    await insertReadings(sql, [
      readingForTest({ areaId: 'wales', bodyId: 'swale', source: source ?? '', value }),
    ]);
    return { ok: true, value: undefined };
  });
  const found = async (row: Readonly<Record<string, string>>) => {
    const actor = officerOf('maidstone');
    const asked = { bodyId: 'maidstone', filename: 'q1.csv', bytes: readingsFile(row), isComparison: true };
    const brought = await bringFile(services, actor, asked);
    if (!brought.ok) throw new Error(brought.error);
    await brought.value.running;
    const shown = await database.as(actor, (sql) => fileShown(sql, 'maidstone', services.clock.now()));
    return shown?.findings;
  };
  expect((await found({ ...wales, status: 'final', value: '95.0' }))?.faults).toMatchObject([
    { column: 'area', found: { is: 'brought-by-another', by: 'swale' } },
  ]);
  expect(await found(wales)).toMatchObject({ known: 1, faultsInAll: 0 });
  const before = { ...wales, from: '2026-01-01', to: '2026-03-31' };
  expect(await found(before)).toMatchObject({ fresh: 1, faultsInAll: 0 });
});
