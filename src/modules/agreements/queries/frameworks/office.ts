import type { Sql } from '#platform/db';
import { type Draft, listDrafts } from '#platform/drafts';
import type { Actor, IsoDate } from '#platform/kernel';
import { areaOf, type PlaceLine, placesOn } from '#modules/register';
import {
  type Framework,
  type Indicator,
  type Measure,
  measuresOn,
  type Outcome,
} from '../../domain/framework/framework.ts';
import { ownerOn, type SeriesOwner } from '../../domain/series/series-owner.ts';
import type { Series } from '../../domain/series/series.ts';
import { findFramework, findOutcome, listFrameworks, listOutcomes } from '../../store/frameworks.ts';
import { findIndicator, listIndicators, listMeasures } from '../../store/indicators.ts';
import { listSeriesOwners } from '../../store/series-owners.ts';
import { findSeries, listSeries } from '../../store/series.ts';

export const indicatorDraft = 'agreements.indicator';

/** What an office can do about what its body measures. */
export type OwnIndicators = Readonly<{
  indicators: readonly Readonly<{ indicator: Indicator; series: readonly Series[] }>[];
  /** The outcomes of the body’s own frameworks, whose indicators it chooses. */
  outcomes: readonly Readonly<{ outcome: Outcome; framework: Framework }>[];
  drafts: readonly Draft[];
}>;

/** A body’s own indicators (those of its own sets), the outcomes whose indicators it chooses, and its drafts. */
export async function ownIndicators(sql: Sql, { bodyId }: Pick<Actor, 'bodyId'>): Promise<OwnIndicators> {
  const frameworks = (await listFrameworks(sql)).filter((framework) => framework.bodyId === bodyId);
  const frameworkIds = frameworks.map(({ id }) => id);
  const [indicators, outcomes, drafts] = await Promise.all([
    listIndicators(sql, { frameworkIds }),
    listOutcomes(sql, { frameworkIds }),
    listDrafts(sql, bodyId, indicatorDraft),
  ]);
  const series = await listSeries(sql, { indicatorIds: indicators.map(({ id }) => id) });
  return {
    drafts,
    indicators: indicators.map((indicator) => ({
      indicator,
      series: series.filter(({ indicatorId }) => indicatorId === indicator.id),
    })),
    outcomes: outcomes.flatMap((outcome) => {
      const framework = frameworks.find(({ id }) => id === outcome.frameworkId);
      return framework === undefined ? [] : [{ outcome, framework }];
    }),
  };
}

export type IndicatorToDefine = Readonly<{
  /** The indicator that gets another series; undefined for a new one. */
  indicator: Indicator | undefined;
  own: readonly Series[];
  /** Series of all indicators, for which a quick measure may stand. */
  every: readonly Series[];
}>;

/** What a form about an indicator is filled from; undefined where the indicator it names is none. */
export async function indicatorToDefine(
  sql: Sql,
  indicatorId: string | undefined,
): Promise<IndicatorToDefine | undefined> {
  const every = await listSeries(sql);
  if (indicatorId === undefined) return { indicator: undefined, own: [], every };
  const indicator = await findIndicator(sql, indicatorId);
  if (indicator === undefined) return undefined;
  return { indicator, own: every.filter((series) => series.indicatorId === indicatorId), every };
}

export type OutcomeToMeasure = Readonly<{
  outcome: Outcome;
  framework: Framework;
  stands: readonly Measure[];
  /** How often anything was said of its indicators. */
  said: number;
  indicators: readonly Indicator[];
}>;

/** An outcome, what tells of it on a day, and every indicator that could; undefined where there is none. */
export async function outcomeToMeasure(
  sql: Sql,
  id: string,
  on: IsoDate,
): Promise<OutcomeToMeasure | undefined> {
  const outcome = await findOutcome(sql, id);
  const framework = outcome && (await findFramework(sql, outcome.frameworkId));
  if (outcome === undefined || framework === undefined) return undefined;
  const [said, indicators] = await Promise.all([
    listMeasures(sql, { outcomeIds: [id] }),
    listIndicators(sql),
  ]);
  return { outcome, framework, stands: measuresOn(said, on), said: said.length, indicators };
}

export type SeriesToOwn = Readonly<{
  series: Series;
  /** The areas for which the body may name its office, each with who brings its readings on the day. */
  areas: readonly Readonly<{
    id: string;
    name: string;
    owner: SeriesOwner | undefined;
    /** Who was named last, though it may begin later or have handed over. */
    last: SeriesOwner | undefined;
  }>[];
}>;

/** A series and the areas of which a body answers; undefined where there is no such series. */
export async function seriesToOwn(
  sql: Sql,
  seriesId: string,
  { bodyId, bodyName }: Pick<Actor, 'bodyId' | 'bodyName'>,
  on: IsoDate,
): Promise<SeriesToOwn | undefined> {
  const series = await findSeries(sql, seriesId);
  if (series === undefined) return undefined;
  const owners = await listSeriesOwners(sql, { seriesIds: [seriesId] });
  const self = { id: bodyId, name: bodyName };
  const places = series.concerns === 'performance' ? [] : await placesServed(sql, bodyId, on);
  return {
    series,
    areas: (places.length === 0 ? [self] : places).map(({ id, name }) => ({
      id,
      name,
      owner: ownerOn(owners, id, on),
      last: owners.findLast(({ areaId }) => areaId === id),
    })),
  };
}

async function placesServed(sql: Sql, bodyId: string, on: IsoDate): Promise<readonly PlaceLine[]> {
  const places = await placesOn(sql, { on });
  const served = await Promise.all(places.map(({ id }) => areaOf(sql, id, { on })));
  return places.filter((_, index) => served[index]?.bodyIds.includes(bodyId));
}
