import { withClient } from '#platform/db';
import { date, lastMomentOf, ok } from '#platform/kernel';
import { expect, test } from 'vitest';
import { publishReport } from './actions/publish-report.ts';
import { readingForTest } from './domain/reading/reading.testing.ts';
import { composeReport } from './queries/reports/compose.ts';
import { maidstoneSeries, officerOf, publishSeriesForTest } from './readings.testing.ts';
import { insertReadings, knownReadings, listRevisions } from './store/readings.ts';
import { findReport } from './store/reports.ts';
import { agreementsForTest } from './testing.ts';

const curve = { seriesId: 'decent-homes', areaId: 'maidstone' };
const canary = '61.87';
const period = { from: date('2026-01-01'), to: date('2026-03-31') };

/** Maidstone published its figure and a report that quotes it; in July it finds that somebody can be known by it. */
async function house() {
  const made = await agreementsForTest('2026-07-15 10:00');
  await publishSeriesForTest(made.services, maidstoneSeries, [['decent-homes', 'maidstone', 'maidstone']]);
  const enter = (day: string, given: Parameters<typeof readingForTest>[0]) =>
    made.database.transaction(officerOf('maidstone'), {}, async (sql) => {
      const publishedAt = lastMomentOf(date(day));
      await insertReadings(sql, [readingForTest({ ...curve, period, publishedAt, ...given })]);
      return ok(undefined);
    });
  await enter('2026-04-10', {
    value: canary,
    numerator: '6187',
    denominator: '10000',
    note: `It was ${canary}.`,
    status: 'final',
  });
  return { ...made, enter };
}

test('a figure that is suppressed after it was published is read on no day any more, and kept by its body', async () => {
  const { database, services, enter, appUrl } = await house();
  const asked = {
    subject: { of: 'body', id: 'maidstone', name: 'Maidstone Borough Council' },
    period,
    says: 'Homes stand at {{decent-homes/maidstone/latest}}.',
  } as const;
  const moment = { on: date('2026-07-15'), at: services.clock.now() };
  const composed = await composeReport(database, asked, moment);
  if (!composed.ok) throw new Error('Not composed');
  const { fingerprint } = composed.value;
  const report = { ...asked, title: 'The quarter' };
  const published = await publishReport(services, officerOf('maidstone'), 'maidstone', report, fingerprint);
  if (!published.ok) throw new Error('Not published');
  const reportId = published.value.id;
  expect(JSON.stringify(await findReport(database, reportId))).toContain('61.9');

  await enter('2026-07-16', { value: undefined, status: 'suppressed', revision: 2, note: '' });
  for (const on of [date('2026-05-01'), date('2026-07-16')])
    expect(await knownReadings(database, { seriesIds: ['decent-homes'], on })).toMatchObject([
      { status: 'suppressed', value: undefined, numerator: undefined, note: '' },
    ]);
  const [latest, first] = await listRevisions(database, curve);
  expect(latest?.withdrawnAt).toBeUndefined();
  expect(first?.withdrawnAt).toEqual(lastMomentOf(date('2026-07-16')));

  const blanked = await findReport(database, reportId);
  expect(blanked?.lines.find(({ seriesId }) => seriesId === 'decent-homes')).toMatchObject({
    figure: '',
    because: '',
    isWithdrawn: true,
  });
  expect(blanked?.figures.map(({ value }) => value)).toEqual([undefined, undefined]);

  // Whoever gets past every check of the application finds it in no table; the body itself does.
  const seenBy = async (body: string) =>
    withClient(appUrl, async (client) => {
      await client.query(`SELECT set_config('accord.body', '${body}', false)`);
      const tables = await client.query<{ tablename: string }>(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'agreements'",
      );
      expect(tables.rows.length).toBeGreaterThan(30);
      const found: string[] = [];
      for (const { tablename: table } of tables.rows) {
        const { rowCount } = await client.query(
          `SELECT FROM agreements.${table} AS each WHERE each::text ~ '61[.]8?9|61[.]87|6187'`,
        );
        if ((rowCount ?? 0) > 0) found.push(table);
      }
      return found;
    });
  expect(await seenBy('')).toEqual([]);
  expect(await seenBy('swale')).toEqual([]);
  expect(await seenBy('maidstone')).toEqual(['withdrawn_figure']);
});

test('what follows a suppression is published as it is, and takes nothing back', async () => {
  const { database, enter, appUrl } = await house();
  await enter('2026-07-16', { value: undefined, status: 'suppressed', revision: 2, note: '' });
  await enter('2026-07-17', { value: '70.0', status: 'revised', revision: 3, note: '' });
  const revisions = await listRevisions(database, curve);
  expect(revisions.map(({ value }) => value)).toEqual(['70.0', undefined, undefined]);
  // Nobody but a suppression changes what is published.
  const changed = withClient(appUrl, (client) => client.query("UPDATE agreements.reading SET value = '1'"));
  await expect(changed).rejects.toThrow('permission denied');
});
