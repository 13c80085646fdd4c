import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import {
  type Crossing,
  type Framework,
  type Indicator,
  type Measure,
  measuresOn,
  type Outcome,
  type Theme,
} from '../../domain/framework/framework.ts';
import type { Series } from '../../domain/series/series.ts';
import {
  findFramework,
  findOutcome,
  listCrossings,
  listFrameworks,
  listOutcomes,
  listThemes,
} from '../../store/frameworks.ts';
import { listIndicators, listMeasures } from '../../store/indicators.ts';
import { listSeries } from '../../store/series.ts';

/** An indicator beside an outcome, suggested or chosen, and how it is measured. */
export type MeasureLine = Readonly<{ measure: Measure; indicator: Indicator; series: readonly Series[] }>;
export type OutcomeLine = Readonly<{ outcome: Outcome; measures: readonly MeasureLine[] }>;

export type FrameworkPage = Readonly<{
  framework: Framework;
  /** Its themes in their order, each with its outcomes; those under no theme come first. */
  parts: readonly Readonly<{ theme: Theme | undefined; outcomes: readonly OutcomeLine[] }>[];
  /** The indicators it defines itself. */
  indicators: readonly Readonly<{ indicator: Indicator; series: readonly Series[] }>[];
}>;

/** A framework with everything in it, as it stood on a day; undefined where there is none. */
export async function frameworkPage(sql: Sql, id: string, on: IsoDate): Promise<FrameworkPage | undefined> {
  const framework = await findFramework(sql, id);
  if (framework === undefined) return undefined;
  const [themes, outcomes, own] = await Promise.all([
    listThemes(sql, id),
    listOutcomes(sql, { frameworkIds: [id] }),
    listIndicators(sql, { frameworkIds: [id] }),
  ]);
  const lines = await outcomeLines(sql, outcomes, on);
  const series = groupBy(
    await listSeries(sql, { indicatorIds: own.map((each) => each.id) }),
    ({ indicatorId }) => indicatorId,
  );
  const parts = [undefined, ...themes].map((theme) => ({
    theme,
    outcomes: lines.filter(({ outcome }) => outcome.theme === theme?.number),
  }));
  return {
    framework,
    parts: parts.filter((part) => part.outcomes.length > 0),
    indicators: own.map((indicator) => ({ indicator, series: series.get(indicator.id) ?? [] })),
  };
}

/** Outcomes with the indicators that tell of them on a day. */
export async function outcomeLines(
  sql: Sql,
  outcomes: readonly Outcome[],
  on: IsoDate,
): Promise<readonly OutcomeLine[]> {
  const said = await listMeasures(sql, { outcomeIds: outcomes.map(({ id }) => id) });
  const measures = measuresOn(said, on);
  const indicatorIds = [...new Set(measures.map(({ indicatorId }) => indicatorId))];
  const [indicators, series] = await Promise.all([
    listIndicators(sql, { ids: indicatorIds }),
    listSeries(sql, { indicatorIds }),
  ]);
  const seriesOf = groupBy(series, ({ indicatorId }) => indicatorId);
  return outcomes.map((outcome) => ({
    outcome,
    // In the order of the indicators’ codes.
    measures: indicators.flatMap((indicator) =>
      measures
        .filter((each) => each.outcomeId === outcome.id && each.indicatorId === indicator.id)
        .map((measure) => ({ measure, indicator, series: seriesOf.get(indicator.id) ?? [] })),
    ),
  }));
}

/** An outcome of another framework that answers to this one. */
export type CrossingLine = Readonly<{
  crossing: Crossing;
  other: Outcome;
  framework: Framework;
}>;

export type OutcomePage = OutcomeLine &
  Readonly<{ framework: Framework; theme: Theme | undefined; crossings: readonly CrossingLine[] }>;

/** One outcome with its indicators and what answers to it elsewhere; undefined where there is none. */
export async function outcomePage(sql: Sql, id: string, on: IsoDate): Promise<OutcomePage | undefined> {
  const outcome = await findOutcome(sql, id);
  const framework = outcome && (await findFramework(sql, outcome.frameworkId));
  if (outcome === undefined || framework === undefined) return undefined;
  const [[line], themes, crossings] = await Promise.all([
    outcomeLines(sql, [outcome], on),
    listThemes(sql, framework.id),
    crossingLines(sql, id),
  ]);
  const theme = themes.find(({ number }) => number === outcome.theme);
  return { framework, theme, outcome, measures: line?.measures ?? [], crossings };
}

async function crossingLines(sql: Sql, outcomeId: string): Promise<readonly CrossingLine[]> {
  const crossings = await listCrossings(sql, [outcomeId]);
  const otherOf = ({ from, to }: Crossing) => (from === outcomeId ? to : from);
  const others = await listOutcomes(sql, { ids: [...new Set(crossings.map(otherOf))] });
  const frameworks = await listFrameworks(sql, [...new Set(others.map(({ frameworkId }) => frameworkId))]);
  return crossings.flatMap((crossing) => {
    const other = others.find(({ id }) => id === otherOf(crossing));
    const framework = frameworks.find(({ id }) => id === other?.frameworkId);
    return other === undefined || framework === undefined ? [] : [{ crossing, other, framework }];
  });
}
