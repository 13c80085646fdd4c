import { readData } from '#platform/config';
import type { Sql } from '#platform/db';
import { ok } from '#platform/kernel';
import { type ActServices, actTogether, type Entry, type SystemActor } from '#platform/record';
import type { Indicator } from '../domain/framework/framework.ts';
import type { Series } from '../domain/series/series.ts';
import { frameworkEntry } from '../actions/framework-entry.ts';
import { findFramework, insertCrossings, insertFramework } from '../store/frameworks.ts';
import { insertIndicators, insertMeasures } from '../store/indicators.ts';
import type { Published } from '../store/published.ts';
import { insertSeries } from '../store/series.ts';
import { type FrameworkRead, frameworksFile } from './frameworks-file.ts';

const loader: SystemActor = { officeTitle: 'Accord, reading the example', bodyId: undefined };
const suggestion = 'Accord’s suggestion: the paper says only that matching was under way';
const reading = 'Accord’s own reading of both frameworks';

/**
 * The frameworks of Kent: what was agreed in 2007, planned in 2010 and published for all in 2026, with the national indicators
 * of 2008. Loading it again changes nothing.
 */
export async function loadFrameworksExample(services: ActServices): Promise<void> {
  const file = frameworksFile.parse(readData('examples/kent/frameworks.json'));
  const [first] = file.frameworks;
  if (first === undefined || (await findFramework(services.database, first.id)) !== undefined) return;
  const loaded = await actTogether(services, loader, {}, async (sql) => {
    const published: Published = { by: loader.officeTitle, at: services.clock.now() };
    const entries: Entry[] = [];
    for (const read of file.frameworks) entries.push(await load(sql, read, published));
    await insertMeasures(
      sql,
      file.measures.map(({ outcome, indicator, says, standing }) => ({
        outcomeId: outcome,
        indicatorId: indicator,
        standing,
        says,
        ...(standing === 'chosen'
          ? { ...chosenIn(file.frameworks, outcome), byOffice: loader.officeTitle }
          : { on: undefined, byOffice: undefined, source: suggestion, certainty: 'unsure' }),
        bodyId: undefined,
      })),
    );
    await insertCrossings(
      sql,
      file.crosswalk.map((crossing) => ({ ...crossing, source: reading, certainty: 'unsure' })),
    );
    return ok({ value: undefined, entries });
  });
  if (!loaded.ok)
    throw new Error(`The frameworks of the example could not be loaded: ${String(loaded.error)}`);
}

/** What a framework itself says belongs to its outcomes, since the day it was published. */
function chosenIn(frameworks: readonly FrameworkRead[], outcomeId: string) {
  const own = frameworks.find(({ id }) => outcomeId.startsWith(`${id}/`));
  if (own?.from === undefined) throw new Error(`${outcomeId} is of no framework that is dated`);
  return { on: own.from, source: own.source, certainty: own.certainty };
}

async function load(sql: Sql, read: FrameworkRead, published: Published): Promise<Entry> {
  const { themes, outcomes, indicators, series, prefix: _prefix, ...own } = read;
  const framework = { ...own, bodyId: own.bodyId, from: own.from, until: own.until, isIllustrative: false };
  await insertFramework(
    sql,
    framework,
    {
      themes,
      outcomes: outcomes.map((outcome) => ({
        ...outcome,
        id: `${read.id}/${outcome.number}`,
        frameworkId: read.id,
        theme: outcome.theme,
      })),
    },
    published,
  );
  await insertIndicators(
    sql,
    indicators.map((indicator) => indicatorFrom(read, indicator)),
    published,
  );
  await insertSeries(
    sql,
    series.map((one) => seriesFrom(read, one)),
    published,
  );
  return frameworkEntry(framework, {
    outcomes: outcomes.length,
    indicators: indicators.length,
    series: series.length,
  });
}

const idOf = ({ prefix }: FrameworkRead, code: string): string =>
  [prefix, code.toLowerCase().replaceAll(' ', '-')].filter((part) => part !== '').join('-');

const indicatorFrom = (
  read: FrameworkRead,
  { code, title, kind, isPlaceholder, certainty }: FrameworkRead['indicators'][number],
): Indicator => ({
  id: idOf(read, code),
  frameworkId: read.id,
  code,
  title,
  says: '',
  kind,
  isPlaceholder,
  source: read.source,
  certainty: certainty ?? read.certainty,
});

/** What no title says is left at its simplest, and the whole is marked as not checked. */
const seriesFrom = (read: FrameworkRead, one: FrameworkRead['series'][number]): Series => ({
  id: [idOf(read, one.of), one.suffix].filter((part) => part !== '').join('-'),
  indicatorId: idOf(read, one.of),
  title: one.title,
  concerns: one.concerns,
  polarity: { better: one.better },
  unit: one.unit,
  measuredAs: one.measuredAs,
  decimals: one.measuredAs === 'count' ? 0 : 1,
  frequency: 'annual',
  accumulation: one.accumulation,
  ratio: undefined,
  method: one.survey ? { by: 'survey', designEffect: '1' } : { by: 'count' },
  suppressUnder: undefined,
  collectedBy: one.collectedBy,
  lagDays: 0,
  floorMargin: undefined,
  profile: undefined,
  measuredFrom: 'Not known: look in the handbook of the set',
  fromDay: undefined,
  replaces: undefined,
  proxyFor: undefined,
  isIllustrative: false,
  source: `${read.source}. Unit, frequency and what is counted are read from the title alone and not checked`,
  certainty: 'unsure',
});
