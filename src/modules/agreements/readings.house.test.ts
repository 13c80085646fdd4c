import { ConstraintViolated } from '#platform/db';
import { date } from '#platform/kernel';
import { entriesOfAct } from '#platform/record';
import { describe, expect, test } from 'vitest';
import { bringFile } from './actions/readings/bring-file.ts';
import { approveBatch, returnBatch, withdrawBatch } from './actions/readings/decide-batch.ts';
import { enterReadings } from './actions/readings/enter-readings.ts';
import { putFile, type PutFileAsked } from './actions/readings/put-file.ts';
import { readRow } from './domain/reading/read-row.ts';
import { readingForTest, seriesForTest } from './domain/reading/reading.testing.ts';
import type { ReadingColumn } from './domain/reading/reading-columns.ts';
import { fileShown } from './queries/readings/file-shown.ts';
import {
  fileRow,
  maidstoneSeries,
  officerOf,
  publishSeriesForTest,
  readingsFile,
} from './readings.testing.ts';
import { listBatches } from './store/batches.ts';
import { insertReadings, knownReadings, listRevisions, recentReadings } from './store/readings.ts';
import { agreementsForTest } from './testing.ts';

const enters = officerOf('maidstone');
const approves = officerOf('maidstone', 'chief-executive');

async function house() {
  const made = await agreementsForTest();
  const { services, database } = made;
  await publishSeriesForTest(services, maidstoneSeries, [
    ['decent-homes', 'maidstone', 'maidstone'],
    ['waiting-days', 'maidstone', 'maidstone'],
    ['decent-homes', 'swale', 'swale'],
  ]);
  const shown = async () => {
    const found = await database.as(enters, (sql) => fileShown(sql, 'maidstone', services.clock.now()));
    if (found === undefined) throw new Error('No file was brought');
    return found;
  };
  const bring = async (bytes: Buffer, isComparison = false) => {
    const asked = { bodyId: 'maidstone', filename: 'q1.csv', bytes, isComparison };
    const brought = await bringFile(services, enters, asked);
    if (!brought.ok) return brought.error;
    await brought.value.running;
    return shown();
  };
  const found = async (bytes: Buffer, isComparison = false) => {
    const file = await bring(bytes, isComparison);
    if (typeof file === 'string') throw new Error(file);
    return file;
  };
  const faults = async (bytes: Buffer, isComparison = false) =>
    (await found(bytes, isComparison)).findings?.faults.map(
      ({ line, column, found: fault }) => `${line} ${column}: ${fault.is}`,
    );
  const put = async (change: Partial<PutFileAsked> = {}) => {
    const { id } = await shown();
    const asked = {
      bodyId: 'maidstone',
      fileId: id,
      mode: 'all',
      isSure: false,
      says: '',
      ...change,
    } as const;
    const begun = await putFile(services, enters, asked);
    if (!begun.ok) return begun.error;
    await begun.value.running;
    return (await shown()).batchId;
  };
  const enter = (rows: readonly Readonly<Record<string, string>>[], actor = enters) =>
    enterReadings(services, actor, {
      bodyId: 'maidstone',
      cameBy: 'form',
      isSure: false,
      says: '',
      rows: rows.map((row, index) =>
        readRow({ line: index + 1, text: (column: ReadingColumn) => row[column] ?? '' }),
      ),
    });
  const published = (seriesId = 'decent-homes', areaId = 'maidstone') =>
    listRevisions(database, { seriesId, areaId });
  return { ...made, shown, bring, found, faults, put, enter, published };
}

describe('what was known', () => {
  test('on a day is the last revision published by its end, of each period', async () => {
    const { database, services } = await house();
    const quarter = (from: string, to: string) => ({ from: date(from), to: date(to) });
    const at = (day: string, change: object) =>
      readingForTest({ publishedAt: new Date(`${day}T22:30:00Z`), ...change });
    const second = quarter('2026-04-01', '2026-06-30');
    const first = quarter('2026-01-01', '2026-03-31');
    await database.transaction(undefined, {}, async (sql) => {
      await insertReadings(sql, [
        at('2026-04-20', { period: first, value: '60.00' }),
        at('2026-05-20', { period: first, value: '60.1', revision: 2, status: 'final' }),
        at('2026-07-10', {
          period: second,
          value: '61.9',
          confidence: { low: '60', high: '63.5' },
          sample: 12,
        }),
        at('2026-05-20', { period: first, areaId: 'swale', value: undefined, status: 'suppressed' }),
      ]);
      return { ok: true, value: undefined };
    });
    const asked = { seriesIds: ['decent-homes'], areaIds: ['maidstone'] };
    const values = async (on?: string, more: object = {}) =>
      (
        await knownReadings(services.database, {
          ...asked,
          ...more,
          on: on === undefined ? undefined : date(on),
        })
      ).map(({ value }) => value);
    expect(await values()).toEqual(['60.1', '61.9']);
    expect(await values('2026-04-19')).toEqual([]);
    // 22:30 in universal time is half past eleven in the summer evening of London, still the same day.
    expect(await values('2026-04-20')).toEqual(['60.00']);
    expect(await values('2026-05-20')).toEqual(['60.1']);
    expect(await values(undefined, { since: date('2026-04-01') })).toEqual(['61.9']);
    expect(await values(undefined, { areaIds: undefined })).toEqual(['60.1', '61.9', undefined]);
    const both = [
      { seriesId: 'decent-homes', areaId: 'maidstone' },
      { seriesId: 'decent-homes', areaId: 'swale' },
    ];
    const recent = await recentReadings(database, both, { periods: 1 });
    expect(
      recent.map(({ areaId, value, confidence, sample }) => [areaId, value, confidence, sample]),
    ).toEqual([
      ['maidstone', '61.9', { low: '60', high: '63.5' }, 12],
      ['swale', undefined, undefined, undefined],
    ]);
    expect(await recentReadings(database, both, { periods: 1, on: date('2026-05-19') })).toMatchObject([
      { value: '60.00' },
    ]);
    const revisions = await listRevisions(database, { seriesId: 'decent-homes', areaId: 'maidstone' });
    expect(revisions.map(({ value }) => value)).toEqual(['61.9', '60.1', '60.00']);
  });
});

describe('a quarter', () => {
  test('is checked, mended, put, approved by somebody else, and revised', async () => {
    const { faults, found, put, published, services, database } = await house();
    const wrong = readingsFile(
      fileRow({ value: '140' }),
      fileRow({ to: '2026-09-30', from: '2026-07-01' }),
      fileRow({ area: 'swale' }),
      fileRow({ area: 'england' }),
      fileRow({ series: 'nothing' }),
      fileRow({ series: 'waiting-days', value: '21', unit: '%' }),
      fileRow({ value: '61' }),
    );
    expect(await faults(wrong)).toEqual([
      '2 value: over-a-hundred',
      '3 to: not-over',
      '4 area: not-the-owner',
      '5 area: unknown-area',
      '6 series: unknown-series',
      '7 unit: another-unit',
      '8 to: twice',
    ]);
    expect(await put()).toBe('rows-are-wrong');
    expect(await put({ mode: 'good' })).toBe('nothing-to-put');

    const right = readingsFile(fileRow(), fileRow({ series: 'waiting-days', value: '21', unit: 'days' }));
    expect((await found(right)).findings).toMatchObject({ fresh: 2, faultsInAll: 0 });
    const batchId = (await put({ says: 'First quarter' })) ?? '';
    expect(await published()).toEqual([]);
    // The same file again changes nothing, and another figure for what waits is refused.
    expect((await found(right)).findings).toMatchObject({ fresh: 0, known: 2 });
    expect(await put()).toBe('nothing-to-put');
    expect(await faults(readingsFile(fileRow({ value: '62.0' })))).toEqual(['2 to: waits-already']);

    const named = { bodyId: 'maidstone', batchId };
    expect(await approveBatch(services, officerOf('maidstone'), named)).toEqual({
      ok: false,
      error: 'own-batch',
    });
    expect(await approveBatch(services, officerOf('swale'), named)).toEqual({
      ok: false,
      error: 'wrong-body',
    });
    expect(await approveBatch(services, officerOf('maidstone', 'leader'), named)).toEqual({
      ok: false,
      error: 'wrong-role',
    });
    expect(await approveBatch(services, officerOf('swale'), { ...named, bodyId: 'swale' })).toEqual({
      ok: false,
      error: 'no-such-batch',
    });
    // Two approve at once: one of them does, and the other is told.
    const both = await Promise.all([
      approveBatch(services, approves, named),
      approveBatch(services, officerOf('maidstone', 'finance'), named),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { stale: { outcome: 'approved' } } });
    expect(await published()).toMatchObject([
      { value: '61.9', revision: 1, enteredBy: 'performance, maidstone', source: 'A test' },
    ]);
    expect(await entriesOfAct(database, 'agreements.readings.published')).toBe(1);
    expect((await found(right)).findings).toMatchObject({ fresh: 0, known: 2 });

    const final = readingsFile(fileRow({ status: 'final', revises: '1' }));
    expect((await found(final)).findings).toMatchObject({ revisions: 1 });
    const second = (await put()) ?? '';
    await approveBatch(services, approves, { ...named, batchId: second });
    expect(await faults(readingsFile(fileRow({ value: '62.0' })))).toEqual(['2 status: follows-badly']);
    expect(await faults(readingsFile(fileRow({ status: 'revised', value: '62.0', revises: '1' })))).toEqual([
      '2 revises: stale',
    ]);
    expect((await published()).map(({ revision, status }) => [revision, status])).toEqual([
      [2, 'final'],
      [1, 'provisional'],
    ]);
  });

  test('entered in a form is put whole or not at all, given back with a reason, taken back, and entered again', async () => {
    const { enter, services, database, published } = await house();
    expect(await enter([fileRow(), fileRow({ series: 'waiting-days', value: '21.5' })])).toMatchObject({
      error: { found: { faults: [{ line: 2, column: 'value', found: { is: 'too-many-decimals' } }] } },
    });
    expect(await enter([fileRow()], officerOf('maidstone', 'leader'))).toEqual({
      ok: false,
      error: 'wrong-role',
    });
    const entered = await enter([fileRow()]);
    const batchId = entered.ok ? entered.value : '';
    const named = { bodyId: 'maidstone', batchId };
    expect(await returnBatch(services, approves, { ...named, says: ' ' })).toEqual({
      ok: false,
      error: 'says-missing',
    });
    expect(await returnBatch(services, enters, { ...named, says: 'No' })).toEqual({
      ok: false,
      error: 'own-batch',
    });
    expect(await withdrawBatch(services, approves, { ...named, says: '' })).toEqual({
      ok: false,
      error: 'wrong-role',
    });
    expect(await returnBatch(services, approves, { ...named, says: 'Wards are missing' })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await approveBatch(services, approves, named)).toMatchObject({
      error: { stale: { says: 'Wards are missing' } },
    });

    const again = await enter([fileRow({ value: '61.8' })]);
    const second = { ...named, batchId: again.ok ? again.value : '' };
    expect(await withdrawBatch(services, enters, { ...second, says: '' })).toEqual({
      ok: true,
      value: undefined,
    });
    const batches = await database.as(enters, (sql) => listBatches(sql, { bodyId: 'maidstone' }));
    expect(new Set(batches.map(({ outcome }) => outcome?.outcome))).toEqual(
      new Set(['returned', 'withdrawn']),
    );
    expect(
      await database.as({ bodyId: 'swale' }, (sql) => listBatches(sql, { bodyId: 'maidstone' })),
    ).toEqual([]);
    expect(await published()).toEqual([]);
  });

  test('one person in two offices does not approve what they entered themselves', async () => {
    const { enter, services } = await house();
    const accountId = '0197f0a0-0000-7000-8000-000000000001';
    const entered = await enter([fileRow()], officerOf('maidstone', 'performance', { accountId }));
    const named = { bodyId: 'maidstone', batchId: entered.ok ? entered.value : '' };
    const same = officerOf('maidstone', 'chief-executive', { accountId });
    expect(await approveBatch(services, same, named)).toEqual({ ok: false, error: 'own-batch' });
    const other = officerOf('maidstone', 'performance', { accountId: accountId.replace(/1$/, '2') });
    expect(await approveBatch(services, other, named)).toEqual({ ok: true, value: undefined });
  });
});

describe('a file', () => {
  test('with another heading is refused naming the column, and what is no table by its kind', async () => {
    const { bring } = await house();
    const refused = async (bytes: Buffer | string) => {
      const file = await bring(Buffer.from(bytes));
      return typeof file === 'string' ? file : file.refused;
    };
    const heading = 'Series,Area,Period from,Period to,Status,Value';
    expect(await refused(`${heading},May 2026\na,b,c,d,e,f,1`)).toEqual({
      is: 'unknown-columns',
      columns: ['May 2026'],
    });
    expect(await refused(`${heading},Value\na,b,c,d,e,f,1`)).toEqual({
      is: 'columns-twice',
      columns: ['Value'],
    });
    expect(await refused('Series,Area\na,b')).toEqual({
      is: 'columns-missing',
      columns: ['Period from', 'Period to', 'Status', 'Value'],
    });
    expect(await refused('')).toEqual({ is: 'empty' });
    expect(await refused('\n \n')).toEqual({ is: 'empty' });
    expect(await refused(heading)).toEqual({ is: 'no-rows' });
    expect(await refused(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]))).toEqual({ is: 'not-a-table' });
    expect(await refused(Buffer.from('PK\u{3}\u{4}rest', 'latin1'))).toEqual({ is: 'damaged' });
  });

  test('of figures of others says what they are called and where they come from', async () => {
    const { faults, found, put, published, services, bring } = await house();
    const england = fileRow({
      area: 'england',
      areaName: 'England',
      source: 'National statistics',
      value: '58.3',
    });
    expect(await faults(readingsFile(england))).toEqual(['2 area: unknown-area']);
    expect(
      await faults(readingsFile({ ...england, areaName: '', source: '' }, fileRow({ area: 'swale' })), true),
    ).toEqual(['2 areaName: missing', '2 source: missing', '3 area: owned-already']);
    expect((await found(readingsFile(england), true)).findings).toMatchObject({ fresh: 1 });
    const batchId = (await put()) ?? '';
    await approveBatch(services, approves, { bodyId: 'maidstone', batchId });
    expect(await published('decent-homes', 'england')).toMatchObject([
      { value: '58.3', source: 'National statistics' },
    ]);
    expect(await bring(readingsFile(england), true)).toMatchObject({ findings: { known: 1 } });
    const revised = { ...england, status: 'final', value: '58.4' };
    expect((await found(readingsFile(revised), true)).findings).toMatchObject({
      revisions: 1,
      faultsInAll: 0,
    });
  });

  test('of ten thousand rows is judged while the site goes on answering, and put whole', async () => {
    const { services, database, found, put } = await house();
    const months = Array.from({ length: 24 }, (_, index) =>
      new Date(Date.UTC(2024, 4 + index, 0)).toISOString().slice(0, 10),
    );
    const many = Array.from({ length: 420 }, (_, index) =>
      seriesForTest({
        id: `many-${index}`,
        indicatorId: `many-${index}`,
        frequency: 'monthly',
        ratio: undefined,
      }),
    );
    await publishSeriesForTest(
      services,
      many,
      many.map(({ id }) => [id, 'maidstone', 'maidstone'] as const),
    );
    const rows = many.flatMap(({ id }, n) =>
      months.map((to, m) =>
        fileRow({
          series: id,
          from: `${to.slice(0, 8)}01`,
          to,
          status: 'final',
          value: `${50 + ((n + m) % 7)}.5`,
        }),
      ),
    );
    expect(rows).toHaveLength(10_080);
    let turns = 0;
    const others = setInterval(() => (turns += 1), 5);
    expect((await found(readingsFile(...rows))).findings).toMatchObject({
      rows: 10_080,
      fresh: 10_080,
      faultsInAll: 0,
    });
    clearInterval(others);
    expect(turns).toBeGreaterThan(10);
    const batchId = (await put()) ?? '';
    expect(await approveBatch(services, approves, { bodyId: 'maidstone', batchId })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await knownReadings(database, { seriesIds: ['many-7'] })).toHaveLength(24);
    expect((await found(readingsFile(...rows))).findings).toMatchObject({ known: 10_080 });
  });
});

test('the database keeps no second reading under one revision, whoever asks', async () => {
  const { database } = await house();
  const write = () =>
    database.transaction(undefined, {}, async (sql) => {
      await insertReadings(sql, [readingForTest()]);
      return { ok: true, value: undefined };
    });
  await write();
  await expect(write()).rejects.toThrow(ConstraintViolated);
});
