import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import {
  type Framework,
  type Indicator,
  type Measure,
  measuresOn,
  type Outcome,
} from '../../domain/framework/framework.ts';
import { ownerOn, type SeriesOwner } from '../../domain/series/series-owner.ts';
import type { Polarity, Series } from '../../domain/series/series.ts';
import { findFramework, listFrameworks, listOutcomes } from '../../store/frameworks.ts';
import { findIndicator, listIndicators, listMeasures } from '../../store/indicators.ts';
import { listSeriesOwners } from '../../store/series-owners.ts';
import { listSeries } from '../../store/series.ts';

/** By what a reader narrows the list of indicators down. */
export type IndicatorsWanted = Readonly<{
  set?: string | undefined;
  kind?: Indicator['kind'] | undefined;
  /** Of any of its series. */
  better?: Polarity['better'] | undefined;
  /** A code or words of a title: `ni 154`, `affordable homes`. */
  words?: string | undefined;
}>;

export type IndicatorLine = Readonly<{
  indicator: Indicator;
  framework: Framework;
  series: readonly Series[];
}>;

/** Indicators of all sets, in the order of their codes: all of them, or those wanted. */
export async function indicatorLines(
  sql: Sql,
  wanted: IndicatorsWanted = {},
): Promise<readonly IndicatorLine[]> {
  const [indicators, series, frameworks] = await Promise.all([
    listIndicators(sql, wanted.set === undefined ? {} : { frameworkIds: [wanted.set] }),
    listSeries(sql),
    listFrameworks(sql),
  ]);
  const [seriesOf, frameworkOf] = [
    groupBy(series, ({ indicatorId }) => indicatorId),
    new Map(frameworks.map((framework) => [framework.id, framework])),
  ];
  return indicators.flatMap((indicator): readonly IndicatorLine[] => {
    const framework = frameworkOf.get(indicator.frameworkId);
    const line = framework && { indicator, framework, series: seriesOf.get(indicator.id) ?? [] };
    return line !== undefined && isWanted(line, wanted) ? [line] : [];
  });
}

function isWanted({ indicator, series }: IndicatorLine, { kind, better, words }: IndicatorsWanted): boolean {
  const text =
    `${indicator.code} ${indicator.title} ${series.map(({ title }) => title).join(' ')}`.toLowerCase();
  return (
    (kind === undefined || indicator.kind === kind) &&
    (better === undefined || series.some(({ polarity }) => polarity.better === better)) &&
    wordsOf(words).every((word) => saysWord(text, word))
  );
}

/** "NI1" and "NI 1" are the same code, and neither is NI 10. */
const wordsOf = (words = ''): readonly string[] =>
  words
    .toLowerCase()
    .replaceAll(/([a-z])(\d)/g, '$1 $2')
    .split(/\s+/)
    .filter((word) => word !== '');

const saysWord = (text: string, word: string): boolean =>
  /^\d+$/.test(word) ? text.split(/[^\d]+/).includes(word) : text.includes(word);

export type IndicatorPage = IndicatorLine &
  Readonly<{
    measures: readonly Readonly<{ measure: Measure; outcome: Outcome; framework: Framework }>[];
    /** By series: whoever brings its readings on the day. */
    owners: ReadonlyMap<string, readonly SeriesOwner[]>;
    /** Series that others replace or stand for, wherever they belong, by id. */
    related: ReadonlyMap<string, Series>;
    /** Quick measures of other indicators that stand for one of this one. */
    proxies: readonly Series[];
  }>;

/** One indicator with all its series, the outcomes it tells of, and who brings its readings; undefined where there is none. */
export async function indicatorPage(sql: Sql, id: string, on: IsoDate): Promise<IndicatorPage | undefined> {
  const indicator = await findIndicator(sql, id);
  const framework = indicator && (await findFramework(sql, indicator.frameworkId));
  if (indicator === undefined || framework === undefined) return undefined;
  const [every, said] = await Promise.all([listSeries(sql), listMeasures(sql, { indicatorIds: [id] })]);
  const series = every.filter(({ indicatorId }) => indicatorId === id);
  const ids = series.map((each) => each.id);
  const measures = measuresOn(said, on);
  const [outcomes, frameworks, owners] = await Promise.all([
    listOutcomes(sql, { ids: measures.map(({ outcomeId }) => outcomeId) }),
    listFrameworks(sql),
    listSeriesOwners(sql, { seriesIds: ids }),
  ]);
  const areas = [...new Set(owners.map(({ areaId }) => areaId))];
  return {
    indicator,
    framework,
    series,
    measures: measures.flatMap((measure) => {
      const outcome = outcomes.find((each) => each.id === measure.outcomeId);
      const of = frameworks.find((each) => each.id === outcome?.frameworkId);
      return outcome === undefined || of === undefined ? [] : [{ measure, outcome, framework: of }];
    }),
    owners: new Map(
      ids.map((seriesId) => {
        const own = owners.filter((each) => each.seriesId === seriesId);
        return [seriesId, areas.flatMap((areaId) => ownerOn(own, areaId, on) ?? [])];
      }),
    ),
    related: new Map(every.map((each) => [each.id, each])),
    proxies: every.filter(({ proxyFor }) => proxyFor !== undefined && ids.includes(proxyFor)),
  };
}
