import type { Sql } from '#platform/db';
import { groupBy } from '#platform/kernel';
import { comparedPeriod } from '../../domain/series/direction.ts';
import { type Going, goingOf } from '../../domain/series/going.ts';
import { ownerOn } from '../../domain/series/series-owner.ts';
import { recentReadings, type SeriesInArea } from '../../store/readings.ts';
import { listSeriesOwners } from '../../store/series-owners.ts';
import { readingsOfPeriods } from '../../store/series-in-areas.ts';
import { listSeries } from '../../store/series.ts';
import { lastStories } from '../../store/stories.ts';
import { targetsWithGrounds } from '../targets-at.ts';
import type { Moment } from './moment.ts';

/** By which a curve is found among many. */
export const curveKey = ({ seriesId, areaId }: SeriesInArea): string => `${seriesId} ${areaId}`;

export type GoingsFound = Readonly<{
  goings: readonly Going[];
  /** When one of them may stand otherwise though nobody acts. */
  changesAt: Date | undefined;
}>;

/**
 * How each of these series goes in its area, as known at the end of a day, in the order asked for; what is no series is left
 * out. However many they are it takes the same few questions: each looks up the periods it needs and no others.
 */
export async function goingsOf(
  sql: Sql,
  curves: readonly SeriesInArea[],
  moment: Moment,
): Promise<GoingsFound> {
  if (curves.length === 0) return { goings: [], changesAt: undefined };
  const { on, until } = moment;
  const seriesIds = [...new Set(curves.map(({ seriesId }) => seriesId))];
  const areaIds = [...new Set(curves.map(({ areaId }) => areaId))];
  const [series, latest, targets, owners, stories] = await Promise.all([
    listSeries(sql, { ids: seriesIds }),
    recentReadings(sql, curves, { periods: 1, on, until }),
    targetsWithGrounds(sql, { seriesIds, areaIds }, moment),
    listSeriesOwners(sql, { seriesIds }),
    lastStories(sql, curves, on),
  ]);
  const seriesOf = new Map(series.map((each) => [each.id, each]));
  const compared = await readingsOfPeriods(
    sql,
    latest.flatMap((reading) => {
      const of = seriesOf.get(reading.seriesId);
      return of === undefined ? [] : [{ ...reading, period: comparedPeriod(of, reading.period) }];
    }),
    on,
  );
  const latestOf = new Map(latest.map((each) => [curveKey(each), each]));
  const comparedOf = new Map(compared.map((each) => [curveKey(each), each]));
  const storyOf = new Map(stories.map((each) => [curveKey(each), each]));
  const ownersOf = groupBy(owners, ({ seriesId }) => seriesId);
  const targetsOf = groupBy(targets.targets, ({ target }) => curveKey(target));
  const goings = curves.flatMap((curve) => {
    const of = seriesOf.get(curve.seriesId);
    if (of === undefined) return [];
    const key = curveKey(curve);
    return [
      goingOf({
        series: of,
        areaId: curve.areaId,
        latest: latestOf.get(key),
        compared: comparedOf.get(key),
        targets: targetsOf.get(key) ?? [],
        owner: ownerOn(ownersOf.get(curve.seriesId) ?? [], curve.areaId, on),
        story: storyOf.get(key),
      }),
    ];
  });
  return { goings, changesAt: targets.grounds.changesAt };
}
