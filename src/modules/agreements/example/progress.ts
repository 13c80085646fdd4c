import { addDays, date, lastMomentOf, ok } from '#platform/kernel';
import type { Services } from '#platform/module';
import { act, publicEntry } from '#platform/record';
import { exactly } from '../domain/agreement/rough-day.ts';
import type { KeptReading, ReadingPeriod } from '../domain/reading/reading.ts';
import { reportPath } from '../domain/report/report.ts';
import { periodsBetween } from '../domain/series/periods.ts';
import type { Series } from '../domain/series/series.ts';
import type { TargetVersion } from '../domain/target/target.ts';
import { composeReport } from '../queries/reports/compose.ts';
import { insertAgreement, insertVersion } from '../store/agreements.ts';
import { insertFramework, insertOutcomes } from '../store/frameworks.ts';
import { insertIndicators, insertMeasures } from '../store/indicators.ts';
import { insertReadings } from '../store/readings.ts';
import { findReport, insertReport } from '../store/reports.ts';
import { insertSeriesOwners } from '../store/series-owners.ts';
import { findSeries, insertSeries } from '../store/series.ts';
import { insertStory } from '../store/stories.ts';
import { insertTarget, insertTargetVersion } from '../store/targets.ts';
import {
  areas,
  curves,
  type IllustratedCurve,
  illustratedSeries,
  madeUp,
  outcomes,
  said,
} from './progress-figures.ts';

const loader = { officeTitle: 'Accord, as an illustration', bodyId: undefined };
const agreementId = 'illustration-targets';
const frameworkId = 'illustration-outcomes';
const reportId = 'illustration-kent-2025-26-q4';
const begins = date('2024-04-01');
const ends = date('2026-03-31');

/**
 * Made-up readings and targets of four series, so that the pages of progress show themselves: one where less is better and a
 * figure is revised, a survey, one that adds up over the year, one with a small count that is hidden. The targets bind nobody,
 * for no council ever agreed to them. Loading it again changes nothing.
 */
export async function loadProgressExample(services: Services): Promise<void> {
  const { database, clock } = services;
  const now = clock.now();
  const published = { by: loader.officeTitle, at: now };
  if ((await findSeries(database, 'illustration-waste-per-home')) !== undefined) return;
  const loaded = await act<void, never>(services, loader, {}, async (sql) => {
    await insertFramework(
      sql,
      {
        id: frameworkId,
        title: 'Outcomes made up to show the pages',
        kind: 'plan',
        bodyId: undefined,
        summary: 'No council set these. They show how outcomes, measures and targets hang together.',
        from: begins,
        until: undefined,
        isIllustrative: true,
        ...said,
      },
      { themes: [{ number: 1, title: 'A good place to live (made up)' }] },
      published,
    );
    await insertOutcomes(sql, outcomes(frameworkId));
    await insertIndicators(
      sql,
      illustratedSeries.map(({ indicatorId, title }) => ({
        id: indicatorId,
        frameworkId: 'illustration',
        code: indicatorId.replace('illustration-', ''),
        title,
        says: madeUp,
        kind: 'local' as const,
        isPlaceholder: false,
        ...said,
      })),
      published,
    );
    await insertSeries(sql, illustratedSeries, published);
    await insertMeasures(
      sql,
      illustratedSeries.map(({ indicatorId }, index) => ({
        outcomeId: `${frameworkId}/${index === 2 ? 2 : 1}`,
        indicatorId,
        standing: 'chosen' as const,
        on: begins,
        bodyId: 'kent-county-council',
        byOffice: loader.officeTitle,
        says: madeUp,
        ...said,
      })),
    );
    await insertSeriesOwners(
      sql,
      illustratedSeries.flatMap((series) =>
        areas
          .filter(({ areaId }) => !(series.id === 'illustration-new-homes' && areaId === 'thanet'))
          .map(({ areaId, bodyId }) => ({
            seriesId: series.id,
            areaId,
            bodyId,
            role: 'performance' as const,
            from: begins,
            until: undefined,
            namedBy: loader.officeTitle,
          })),
      ),
      now,
    );
    await insertReadings(sql, curves.flatMap(readingsOf));
    await insertAgreement(sql, {
      id: agreementId,
      kind: 'other',
      bodyId: 'kent-county-council',
      renews: undefined,
      partOf: undefined,
      placeId: undefined,
      mostDesignated: undefined,
      isIllustrative: true,
      recordedAt: now,
    });
    await insertVersion(sql, agreementId, {
      number: 1,
      title: 'Targets made up to show the pages',
      summary: 'Nobody agreed to these: they bind nobody, and show how figures are held against a target.',
      frameworkId,
      outcomeIds: [],
      term: { from: date('2025-04-01'), until: date('2028-04-01') },
      principles: [],
      sections: [],
      parties: [],
      proposalId: undefined,
      changed: '',
      reason: '',
      ...said,
      published: exactly(date('2025-04-01')),
      publishedBy: loader.officeTitle,
      recordedAt: now,
    });
    const targeted = curves.filter(({ target }) => target !== undefined);
    for (const [index, curve] of targeted.entries()) {
      const target = {
        id: `${agreementId}/${index + 1}`,
        agreementId,
        outcomeId: undefined,
        seriesId: curve.seriesId,
        areaId: curve.areaId,
        standing: 'local' as const,
        number: index + 1,
        partOf: undefined,
        isIllustrative: true,
      };
      await insertTarget(sql, target, now);
      await insertTargetVersion(sql, target.id, versionOf(curve), now);
    }
    for (const { seriesId, areaId, bodyId, story } of curves)
      if (story !== undefined)
        await insertStory(sql, {
          seriesId,
          areaId,
          number: 1,
          periodTo: ends,
          says: story,
          bodyId,
          byOffice: loader.officeTitle,
          publishedAt: lastMomentOf(date('2026-05-05')),
        });
    return ok({
      value: undefined,
      entry: publicEntry({
        act: 'agreements.framework.published',
        subject: `/frameworks/${frameworkId}`,
        summary: 'Readings and targets made up to show how the pages of progress look',
        facts: { series: illustratedSeries.length },
        about: { bodies: ['kent-county-council'] },
      }),
    });
  });
  if (!loaded.ok) throw new Error(`The illustrative readings could not be loaded: ${loaded.error}`);
  await loadReport(services);
}

const seriesOf = (id: string): Series => {
  const found = illustratedSeries.find((series) => series.id === id);
  if (found === undefined) throw new Error(`There is no series ${id} in the example`);
  return found;
};

function readingsOf({
  seriesId,
  areaId,
  bodyId,
  figures,
  revised,
}: IllustratedCurve): readonly KeptReading[] {
  const series = seriesOf(seriesId);
  const periods = periodsBetween(series, begins, ends);
  return figures.flatMap((figure, index) => {
    const period = periods[index];
    if (period === undefined) return [];
    const isLast = index === figures.length - 1;
    const own = { seriesId, areaId, bodyId, period } as const;
    const first = reading(series, own, figure, 1, isLast ? 'provisional' : 'final');
    return revised?.index === index
      ? [first, { ...reading(series, own, revised.figure, 2, 'revised'), note: revised.note }]
      : [first];
  });
}

type Own = Pick<KeptReading, 'seriesId' | 'areaId' | 'bodyId'> & Readonly<{ period: ReadingPeriod }>;

function reading(
  { method }: Series,
  own: Own,
  figure: string,
  revision: number,
  status: KeptReading['status'],
): KeptReading {
  const isHidden = figure === 'hidden';
  const [value, spread] = figure.split('±');
  const about = Number(value);
  return {
    ...own,
    status: isHidden ? 'suppressed' : status,
    value: isHidden ? undefined : value,
    numerator: undefined,
    denominator: undefined,
    confidence:
      spread === undefined
        ? undefined
        : { low: (about - Number(spread)).toFixed(1), high: (about + Number(spread)).toFixed(1) },
    sample: method.by === 'survey' ? 1100 : undefined,
    note: '',
    source: madeUp,
    revision,
    batchId: `illustration-${own.areaId}-${own.period.to}-${revision}`,
    enteredBy: loader.officeTitle,
    approvedBy: loader.officeTitle,
    publishedAt: lastMomentOf(addDays(own.period.to, revision * 30)),
  };
}

function versionOf({ target }: IllustratedCurve): TargetVersion {
  if (target === undefined) throw new Error('A curve without a target has no version');
  return {
    number: 1,
    leadBody: 'kent-county-council',
    baseline: {
      value: target.baseline,
      period: { from: begins, to: date('2025-03-31') },
      status: 'final',
      by: undefined,
    },
    without: undefined,
    values: target.values.map((value, index) => ({
      period: { from: date(`${2025 + index}-04-01`), to: date(`${2026 + index}-03-31`) },
      value,
      floor: target.floors?.[index],
      stretch: undefined,
    })),
    partners: [],
    reason: '',
    putOn: date('2025-04-01'),
    putBy: loader.officeTitle,
    byBody: 'kent-county-council',
    ...said,
  };
}

/** A report of Kent, composed as any other is, of figures that are made up. */
async function loadReport(services: Services): Promise<void> {
  const { database, clock } = services;
  if ((await findReport(database, reportId)) !== undefined) return;
  const now = clock.now();
  const asked = {
    subject: { of: 'place', id: 'kent', name: 'Kent' },
    period: { from: date('2026-01-01'), to: ends },
    says: 'This report is made up, like every figure in it.',
  } as const;
  const composed = await composeReport(database, asked, { on: clock.today(), at: now });
  if (!composed.ok) throw new Error('The illustrative report quotes a figure that there is not');
  const { lines, figures } = composed.value;
  const report = {
    id: reportId,
    bodyId: 'kent-county-council',
    title: 'Kent, January to March 2026 (made up)',
    ...asked,
    knownOn: clock.today(),
    lines,
    figures,
    byOffice: loader.officeTitle,
    publishedAt: now,
  };
  await act<void, never>(services, loader, {}, async (sql) => {
    await insertReport(sql, report);
    return ok({
      value: undefined,
      entry: publicEntry({
        act: 'agreements.report.published',
        subject: reportPath(report),
        summary: `Report published: ${report.title}`,
        facts: { of: 'place', id: 'kent', lines: lines.length },
        about: { bodies: ['kent-county-council'], places: ['kent'] },
      }),
    });
  });
}
