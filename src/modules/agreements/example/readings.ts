import { addDays, date, type IsoDate, lastMomentOf, ok } from '#platform/kernel';
import type { Services } from '#platform/module';
import { act } from '#platform/record';
import { type BodyLine, everyBody } from '#modules/register';
import type { KeptReading } from '../domain/reading/reading.ts';
import { periodsBetween } from '../domain/series/periods.ts';
import type { Series } from '../domain/series/series.ts';
import { withItsFigure } from '../domain/reading/judge.ts';
import { frameworkEntry } from '../actions/framework-entry.ts';
import { findFramework, insertFramework } from '../store/frameworks.ts';
import { insertIndicators } from '../store/indicators.ts';
import { insertReadings } from '../store/readings.ts';
import { insertSeries } from '../store/series.ts';
import { insertSeriesOwners } from '../store/series-owners.ts';

const madeUp = 'Made up to show how the page works';
const said = { source: madeUp, certainty: 'illustrative' } as const;
const loader = { officeTitle: 'The example', bodyId: undefined };
const begins = date('2025-04-01');

/** A set of its own, so that nothing in it can be taken for what any source says. */
const framework = {
  id: 'illustration',
  title: 'Measures made up to show the pages',
  kind: 'indicator-set',
  bodyId: undefined,
  summary: 'No council has such figures. They show how readings, targets and progress look.',
  from: begins,
  until: undefined,
  isIllustrative: true,
  ...said,
} as const;

const common = {
  concerns: 'performance',
  polarity: { better: 'higher' },
  frequency: 'quarterly',
  method: { by: 'count' },
  suppressUnder: undefined,
  collectedBy: 'body',
  floorMargin: undefined,
  profile: undefined,
  measuredFrom: madeUp,
  fromDay: begins,
  replaces: undefined,
  proxyFor: undefined,
  isIllustrative: true,
  ...said,
} as const;

const repairs: Series = {
  ...common,
  id: 'illustration-repairs-in-time',
  indicatorId: 'illustration-repairs',
  title: 'Repairs done in time (made up)',
  unit: '% of repairs',
  measuredAs: 'percentage',
  decimals: 1,
  accumulation: 'point',
  ratio: { numerator: 'Repairs done in time', denominator: 'Repairs asked for', per: '100' },
  lagDays: 42,
};

const homes: Series = {
  ...common,
  id: 'illustration-homes-improved',
  indicatorId: 'illustration-homes',
  title: 'Homes improved since April (made up)',
  unit: 'homes',
  measuredAs: 'count',
  decimals: 0,
  accumulation: 'cumulative',
  ratio: undefined,
  lagDays: 30,
};

/** The example’s readings: every one of them made up, and marked so wherever it is shown. */
export async function loadReadingsExample(services: Services): Promise<void> {
  const { database, clock } = services;
  if ((await findFramework(database, framework.id)) !== undefined) return;
  const bodies = (await everyBody(database, { on: date('2026-03-31') })).filter(
    ({ tier, exists }) => exists && (tier === 'lower' || tier === 'single'),
  );
  const loaded = await act<void, never>(services, loader, {}, async (sql) => {
    const published = { by: loader.officeTitle, at: clock.now() };
    await insertFramework(sql, framework, {}, published);
    const indicator = { frameworkId: framework.id, kind: 'local', isPlaceholder: false, ...said } as const;
    await insertIndicators(
      sql,
      [repairs, homes].map(({ indicatorId, title }) => ({
        ...indicator,
        id: indicatorId,
        code: indicatorId.replace('illustration-', ''),
        title,
        says: framework.summary,
      })),
      published,
    );
    await insertSeries(sql, [repairs, homes], published);
    const owners = bodies.flatMap(({ id }) =>
      [repairs, homes].map((series) => ({
        seriesId: series.id,
        areaId: id,
        bodyId: id,
        role: 'performance' as const,
        from: begins,
        until: undefined,
        namedBy: loader.officeTitle,
      })),
    );
    await insertSeriesOwners(sql, owners, clock.now());
    await insertReadings(sql, bodies.flatMap(readingsOf));
    return ok({
      value: undefined,
      entry: frameworkEntry(framework, { outcomes: 0, indicators: 2, series: 2 }),
    });
  });
  if (!loaded.ok) throw new Error(`The readings of the example could not be loaded: ${loaded.error}`);
}

/** Four quarters of one body: the last still provisional, the first revised by every third, one late and one left out. */
function readingsOf({ id, name }: BodyLine, place: number): readonly KeptReading[] {
  return periodsBetween(repairs, begins, date('2026-03-31')).flatMap((period, quarter) => {
    if (place % 6 === 5 && quarter === 3) return [];
    const publishedOn = addDays(period.to, place % 5 === 4 && quarter === 2 ? 50 : 28);
    const status = quarter === 3 ? 'provisional' : 'final';
    const asked = 400 + place * 23 + quarter * 11;
    const done = Math.round(asked * (0.78 + ((place * 7) % 13) / 100 + quarter * 0.012));
    const own = { areaId: id, period, status, bodyId: id, office: name } as const;
    const first = [
      reading(repairs, own, publishedOn, { numerator: String(done), denominator: String(asked) }),
      reading(homes, { ...own, period: { ...period, from: begins } }, publishedOn, {
        value: String((quarter + 1) * (9 + place) + ((place * 5) % 7)),
      }),
    ];
    if (place % 3 !== 0 || quarter !== 0) return first;
    const again = { numerator: String(done - 6), denominator: String(asked) };
    const note = 'Six repairs were counted twice';
    return [
      ...first,
      reading(repairs, { ...own, status: 'revised' }, addDays(publishedOn, 60), {
        ...again,
        note,
        revision: 2,
      }),
    ];
  });
}

type Own = Pick<KeptReading, 'areaId' | 'period' | 'status' | 'bodyId'> & Readonly<{ office: string }>;

function reading(
  series: Series,
  { office, ...own }: Own,
  publishedOn: IsoDate,
  figures: Partial<Pick<KeptReading, 'value' | 'numerator' | 'denominator' | 'note' | 'revision'>>,
): KeptReading {
  return withItsFigure(
    {
      value: undefined,
      numerator: undefined,
      denominator: undefined,
      confidence: undefined,
      sample: undefined,
      note: '',
      revision: 1,
      ...own,
      ...figures,
      seriesId: series.id,
      source: madeUp,
      batchId: `illustration-${own.bodyId}-${own.period.to}-${figures.revision ?? 1}`,
      enteredBy: `Performance Officer, ${office}`,
      approvedBy: `Chief Executive, ${office}`,
      publishedAt: lastMomentOf(publishedOn),
    },
    series,
  );
}
