import type { Actor } from '#platform/kernel';
import { date, ok } from '#platform/kernel';
import { act, type ActServices } from '#platform/record';
import { readingsSubject } from './actions/readings/readings-subject.ts';
import { seriesForTest } from './domain/reading/reading.testing.ts';
import { readingColumns } from './domain/reading/reading-columns.ts';
import type { Series } from './domain/series/series.ts';
import { insertFramework } from './store/frameworks.ts';
import { insertIndicators } from './store/indicators.ts';
import { insertSeries } from './store/series.ts';
import { insertSeriesOwners } from './store/series-owners.ts';

/** An officer of a body, as the example has them. */
export const officerOf = (
  bodyId: string,
  role: Actor['role'] = 'performance',
  change: Partial<Actor> = {},
): Actor => ({
  officeId: `${bodyId}.${role}`,
  officeTitle: `${role}, ${bodyId}`,
  role,
  bodyId,
  bodyName: bodyId,
  accountId: undefined,
  ...change,
});

/** Publishes series with an indicator of their own and who brings them: `[series, area, body]` for each area. */
export async function publishSeriesForTest(
  services: ActServices,
  series: readonly Series[],
  owners: readonly (readonly [seriesId: string, areaId: string, bodyId: string])[],
  from = '2024-04-01',
): Promise<void> {
  const actor = { officeTitle: 'A test', bodyId: undefined };
  const published = { by: 'A test', at: services.clock.now() };
  const said = { source: 'A test', certainty: 'confirmed' };
  const done = await act<void, never>(services, actor, {}, async (sql) => {
    const framework = { id: 'set-of-a-test', title: 'Set of a test', kind: 'indicator-set' } as const;
    const open = { bodyId: undefined, summary: '', from: undefined, until: undefined, isIllustrative: true };
    await insertFramework(sql, { ...framework, ...open, ...said }, {}, published);
    const indicator = { frameworkId: framework.id, says: '', kind: 'local', isPlaceholder: false } as const;
    const ids = [...new Set(series.map(({ indicatorId }) => indicatorId))];
    await insertIndicators(
      sql,
      ids.map((id) => ({ ...indicator, ...said, id, code: id, title: id })),
      published,
    );
    await insertSeries(sql, series, published);
    await insertSeriesOwners(
      sql,
      owners.map(([seriesId, areaId, bodyId]) => ({
        seriesId,
        areaId,
        bodyId,
        role: 'performance',
        from: date(from),
        until: undefined,
        namedBy: 'A test',
      })),
      published.at,
    );
    return ok({
      value: undefined,
      entry: {
        act: 'test.series',
        subject: readingsSubject('kent'),
        summary: 'Series of a test',
        facts: {},
        visibility: 'public',
      },
    });
  });
  if (!done.ok) throw new Error(done.error);
}

/** Two series of Maidstone’s and one of them of Swale’s too. */
export const maidstoneSeries = [
  seriesForTest(),
  seriesForTest({
    id: 'waiting-days',
    indicatorId: 'local-2',
    title: 'Days an applicant waits',
    unit: 'days',
    measuredAs: 'number',
    ratio: undefined,
    decimals: 0,
    lagDays: 14,
    collectedBy: 'body',
    concerns: 'performance',
    polarity: { better: 'lower' },
  }),
] as const;

/** A file of readings under its usual heading. */
export function readingsFile(...rows: readonly Readonly<Record<string, string>>[]): Buffer {
  const columns = readingColumns.filter(
    ({ key }) => key !== 'areaName' || rows.some((row) => 'areaName' in row),
  );
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ key }) => row[key] ?? '')),
  ];
  return Buffer.from(lines.map((line) => line.map(cell).join(',')).join('\r\n'));
}

/** A row of it: the second quarter of 2026, decent homes in Maidstone. */
export const fileRow = (change: Readonly<Record<string, string>> = {}) => ({
  series: 'decent-homes',
  area: 'maidstone',
  from: '2026-04-01',
  to: '2026-06-30',
  status: 'provisional',
  value: '61.9',
  ...change,
});
