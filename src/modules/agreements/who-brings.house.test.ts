import { withClient } from '#platform/db';
import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { handOver } from './actions/frameworks/hand-over.ts';
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
import { listSeriesOwners } from './store/series-owners.ts';
import { agreementsForTest } from './testing.ts';

const series = { seriesId: 'decent-homes', areaId: 'maidstone' };

/** Maidstone brings its decent homes; the county, which serves the same place, would take over from a day. */
async function house() {
  const made = await agreementsForTest();
  const { services } = made;
  await publishSeriesForTest(services, maidstoneSeries, [['decent-homes', 'maidstone', 'maidstone']]);
  const takeOver = async (from: string, seen = 'maidstone performance', body = 'kent-county-council') => {
    const asked = { ...series, role: 'performance', from: date(from), seen } as const;
    const outcome = await nameOwner(services, officerOf(body), asked);
    return outcome.ok ? 'taken' : outcome.error;
  };
  const layDown = async (until: string, seen = 'maidstone performance', body = 'maidstone') => {
    const outcome = await handOver(services, officerOf(body), { ...series, until: date(until), seen });
    return outcome.ok ? 'laid down' : outcome.error;
  };
  const merged = (successor: string) =>
    withClient(made.ownerUrl, (client) =>
      client.query(
        `INSERT INTO register.succession (predecessor, successor, on_day, kind, reason, source, certainty, recorded_on)
         VALUES ('maidstone', $1, '2026-07-01', 'merge', 'A test', 'A test', 'confirmed', '2026-06-14')`,
        [successor],
      ),
    );
  return { ...made, takeOver, layDown, merged };
}

test('readings are not published any more once somebody else is named to bring them', async () => {
  const { services, database, takeOver, layDown } = await house();
  const row: Readonly<Partial<Record<ReadingColumn, string>>> = fileRow();
  const entered = await enterReadings(services, officerOf('maidstone'), {
    bodyId: 'maidstone',
    cameBy: 'form',
    isSure: false,
    says: '',
    rows: [readRow({ line: 1, text: (column: ReadingColumn) => row[column] ?? '' })],
  });
  const named = { bodyId: 'maidstone', batchId: entered.ok ? entered.value : '' };
  expect(await layDown('2026-07-15')).toBe('laid down');
  expect(await takeOver('2026-07-15', 'maidstone performance 2026-07-15')).toBe('taken');
  const approves = officerOf('maidstone', 'chief-executive');
  expect(await approveBatch(services, approves, named)).toEqual({ ok: false, error: 'no-longer-owner' });
  expect(await listRevisions(database, { seriesId: 'decent-homes', areaId: 'maidstone' })).toEqual([]);
  const given = await returnBatch(services, approves, { ...named, says: 'The county brings it' });
  expect(given).toMatchObject({ ok: true });
});

test('a body takes no series from another that brings it, until that one hands it over', async () => {
  const { takeOver, layDown, database } = await house();
  for (const day of ['2026-07-14', '2026-07-15', '2027-01-01'])
    expect(await takeOver(day)).toBe('anothers-duty');
  expect(await layDown('2026-07-20', 'maidstone performance', 'kent-county-council')).toBe('not-yours');
  expect(await layDown('2026-07-14')).toBe('in-the-past');
  expect(await layDown('2026-07-20')).toBe('laid down');
  const now = 'maidstone performance 2026-07-20';
  expect(await layDown('2026-07-21', now)).toBe('handed-over-already');
  expect(await layDown('2026-07-21')).toMatchObject({ stale: { until: '2026-07-20' } });
  expect(await takeOver('2026-07-19', now)).toBe('anothers-duty');
  expect(await takeOver('2026-07-20')).toMatchObject({ stale: { bodyId: 'maidstone' } });
  expect(await takeOver('2026-07-20', now)).toBe('taken');
  const owners = await listSeriesOwners(database, { seriesIds: ['decent-homes'] });
  expect(owners.map(({ bodyId, from, until }) => [bodyId, from, until])).toEqual([
    ['maidstone', '2024-04-01', '2026-07-20'],
    ['kent-county-council', '2026-07-20', undefined],
  ]);
});

test('what a body brought that has ended, whoever took its place takes over, and nobody else', async () => {
  const inherits = await house();
  await inherits.merged('kent-county-council');
  // What was due from another until today does not become its own after the day.
  expect(await inherits.takeOver('2026-07-14')).toBe('behind-anothers-back');
  expect(await inherits.takeOver('2026-07-15')).toBe('taken');
  const owners = await listSeriesOwners(inherits.database, { seriesIds: ['decent-homes'] });
  expect(owners.map(({ until }) => until)).toEqual(['2026-07-15', undefined]);
  const stranger = await house();
  await stranger.merged('swale');
  expect(await stranger.takeOver('2026-07-15')).toBe('anothers-duty');
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
