import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { measuresOn } from '../../domain/framework/framework.ts';
import { listCrossings, listFrameworks, listOutcomes, listThemes } from '../../store/frameworks.ts';
import { listIndicators, listMeasures } from '../../store/indicators.ts';
import { listSeriesOwners } from '../../store/series-owners.ts';
import { listSeries } from '../../store/series.ts';
import { targetsAt } from '../targets-at.ts';

/** Everything public of agreements that the readings rest on, on a day: what is measured, for what, by whom, and what was agreed. */
export async function definitionsOn(sql: Sql, on: IsoDate) {
  const [frameworks, themes, outcomes, crosswalk, indicators, series, measures, owners, targets] =
    await Promise.all([
      listFrameworks(sql),
      listThemes(sql),
      listOutcomes(sql),
      listCrossings(sql),
      listIndicators(sql),
      listSeries(sql),
      listMeasures(sql),
      listSeriesOwners(sql),
      targetsAt(sql, {}, on),
    ]);
  return {
    on,
    frameworks,
    themes,
    outcomes,
    crosswalk,
    indicators,
    series,
    measures: measuresOn(measures, on),
    owners: owners.filter(({ from, until }) => from <= on && (until === undefined || on < until)),
    targets: targets.map(({ target, standing }) => ({
      ...target,
      versions: target.versions.filter(({ putOn }) => putOn <= on),
      answers: target.answers.filter((answer) => answer.on <= on),
      versionInForce: standing.inForce?.version.number ?? null,
    })),
  };
}
