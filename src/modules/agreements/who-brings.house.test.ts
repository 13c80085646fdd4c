import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { nameOwner } from './actions/frameworks/name-owner.ts';
import { approveBatch, returnBatch } from './actions/readings/decide-batch.ts';
import { enterReadings } from './actions/readings/enter-readings.ts';
import { readRow } from './domain/reading/read-row.ts';
import type { ReadingColumn } from './domain/reading/reading-columns.ts';
import { fileRow, maidstoneSeries, officerOf, publishSeriesForTest } from './readings.testing.ts';
import { listRevisions } from './store/readings.ts';
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
