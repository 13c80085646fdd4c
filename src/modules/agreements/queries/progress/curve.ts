import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { actionPath, type PlannedAction } from '../../domain/agreement/action.ts';
import {
  type Indicator,
  indicatorPath,
  type Measure,
  measuresOn,
  type Outcome,
  outcomePath,
} from '../../domain/framework/framework.ts';
import type { KeptReading } from '../../domain/reading/reading.ts';
import type { Story } from '../../domain/reading/story.ts';
import { type Going, goingOf, type TargetAt } from '../../domain/series/going.ts';
import { knownOn } from '../../domain/series/known.ts';
import { comparedPeriod } from '../../domain/series/direction.ts';
import { type Outlook, outlookOf } from '../../domain/series/outlook.ts';
import { ownerOn } from '../../domain/series/series-owner.ts';
import type { Series } from '../../domain/series/series.ts';
import { targetPath } from '../../domain/target/target.ts';
import { listActions } from '../../store/actions.ts';
import { listOutcomes } from '../../store/frameworks.ts';
import { findIndicator, listMeasures } from '../../store/indicators.ts';
import { listRevisions, type SeriesInArea } from '../../store/readings.ts';
import { listSeriesOwners } from '../../store/series-owners.ts';
import { findSeries, listSeries } from '../../store/series.ts';
import { listStories } from '../../store/stories.ts';
import type { TargetGrounds } from '../target-grounds.ts';
import { type StoodTarget, targetsWithGrounds } from '../targets-at.ts';
import { commitmentsLinkedTo } from '../commitments/page.ts';
import type { CommitmentAt } from '../commitments/list.ts';
import { goingsOf } from './goings.ts';
import { type Names, namesOn } from './names.ts';
import type { Moment } from './moment.ts';

/** Everything the page of one series in one area shows. */
export type Curve = Readonly<{
  going: Going;
  names: Names;
  /** Where it will stand if it goes on so. */
  outlook: Outlook | undefined;
  /** What is known of each period, the oldest first, and every revision of each, the newest first. */
  known: readonly KeptReading[];
  revisions: readonly KeptReading[];
  stories: readonly Story[];
  /** Every target on it with each partner’s answer, and the decisions behind the answers. */
  targets: readonly StoodTarget[];
  grounds: TargetGrounds;
  indicator: Indicator | undefined;
  outcomes: readonly Outcome[];
  /** The actions that are meant to change it, of its target, its outcomes; and the promises linked to either. */
  actions: readonly PlannedAction[];
  commitments: readonly CommitmentAt[];
  /** The slow measure it stands for, and the quick ones that stand for it. */
  slow: Series | undefined;
  quick: readonly Going[];
  /** When the page says something else though nobody acts: a consent takes effect. */
  changesAt: Date | undefined;
}>;

/** One series in one area as known at the end of a day; undefined where there is no such series or area. */
export async function curveOn(sql: Sql, curve: SeriesInArea, moment: Moment): Promise<Curve | undefined> {
  const { on } = moment;
  const { seriesId, areaId } = curve;
  const series = await findSeries(sql, seriesId);
  if (series === undefined) return undefined;
  const [names, revisions, targets, owners, stories, indicator, measures, proxies, slow] = await Promise.all([
    namesOn(sql, on),
    listRevisions(sql, curve, on),
    targetsWithGrounds(sql, { seriesIds: [seriesId], areaIds: [areaId] }, moment),
    listSeriesOwners(sql, { seriesIds: [seriesId] }),
    listStories(sql, curve, on),
    findIndicator(sql, series.indicatorId),
    listMeasures(sql, { indicatorIds: [series.indicatorId] }),
    listSeries(sql, { proxyFor: seriesId }),
    series.proxyFor === undefined ? undefined : findSeries(sql, series.proxyFor),
  ]);
  const own = targets.targets;
  if (names.isOutside(areaId) && revisions.length === 0) return undefined;
  const known = knownOn(revisions, on);
  const latest = known.at(-1);
  const compared = latest === undefined ? undefined : comparedPeriod(series, latest.period);
  const going = goingOf({
    series,
    areaId,
    latest,
    compared: known.find(({ period }) => period.from === compared?.from && period.to === compared.to),
    targets: own,
    owner: ownerOn(owners, areaId, on),
    story: stories[0],
  });
  const outcomeIds = outcomesToldOf(series, own, measuresOn(measures, on));
  const targetIds = own.map(({ target }) => target.id);
  const [outcomes, ofTargets, ofOutcomes, commitments, quick] = await Promise.all([
    listOutcomes(sql, { ids: outcomeIds }),
    listActions(sql, { targetIds }),
    listActions(sql, { outcomeIds }),
    promisesLinked(
      sql,
      [
        ...outcomeIds.map((id) => outcomePath({ id })),
        indicatorPath({ id: series.indicatorId }),
        ...own.map(({ target }) => targetPath(target)),
      ],
      on,
    ),
    goingsOf(
      sql,
      proxies.map(({ id }) => ({ seriesId: id, areaId })),
      moment,
    ),
  ]);
  return {
    going,
    names,
    outlook: outlookOf(going, known),
    known,
    revisions,
    stories,
    targets: own,
    grounds: targets.grounds,
    indicator,
    outcomes,
    actions: [
      ...new Map([...ofTargets, ...ofOutcomes].map((action) => [actionPath(action), action])).values(),
    ],
    commitments,
    slow,
    quick: quick.goings,
    changesAt: targets.grounds.changesAt,
  };
}

/** The outcomes of its targets, and those its indicator was chosen to tell of. */
function outcomesToldOf(
  { indicatorId }: Series,
  targets: readonly TargetAt[],
  measures: readonly Measure[],
): readonly string[] {
  const chosen = measures.filter((each) => each.indicatorId === indicatorId && each.standing === 'chosen');
  return [
    ...new Set([
      ...targets.flatMap(({ target }) => target.outcomeId ?? []),
      ...chosen.map(({ outcomeId }) => outcomeId),
    ]),
  ];
}

async function promisesLinked(
  sql: Sql,
  pages: readonly string[],
  on: IsoDate,
): Promise<readonly CommitmentAt[]> {
  const found = await Promise.all(pages.map((path) => commitmentsLinkedTo(sql, path, on)));
  return [...new Map(found.flat().map((each) => [each.commitment.id, each])).values()];
}
