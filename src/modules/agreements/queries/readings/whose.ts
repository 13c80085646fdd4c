import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { everyBody, placesOn } from '#modules/register';
import type { SeriesOwner } from '../../domain/series/series-owner.ts';
import type { Series } from '../../domain/series/series.ts';
import { listComparisonAreas } from '../../store/comparison-areas.ts';
import { listSeries } from '../../store/series.ts';
import { listSeriesOwners } from '../../store/series-owners.ts';

/** What some series are, who brings their readings on a day, and how areas are called. */
export type Whose = Readonly<{
  series: ReadonlyMap<string, Series>;
  /** Who brings a series about an area; undefined where nobody is named. */
  ownerOf(seriesId: string, areaId: string): SeriesOwner | undefined;
  /** Every body that brings a series about any area. */
  ownersOf(seriesId: string): readonly string[];
  /** The name of a place, a body or an area of comparison; undefined for what none of them is. */
  areaName(areaId: string): string | undefined;
}>;

/** Reads it for these series, or for all. */
export async function whoseReadings(
  sql: Sql,
  { seriesIds, on }: Readonly<{ seriesIds?: readonly string[]; on: IsoDate }>,
): Promise<Whose> {
  const asked = seriesIds === undefined ? {} : { ids: seriesIds };
  const [series, owners, bodies, places, compared] = [
    await listSeries(sql, asked),
    await listSeriesOwners(sql, seriesIds === undefined ? {} : { seriesIds }),
    await everyBody(sql, { on }),
    await placesOn(sql, { on }),
    await listComparisonAreas(sql),
  ];
  const names = new Map([...compared, ...bodies, ...places].map(({ id, name }) => [id, name]));
  const current = owners.filter(({ from, until }) => from <= on && (until === undefined || on < until));
  const byPair = new Map(current.map((owner) => [`${owner.seriesId} ${owner.areaId}`, owner]));
  const bySeries = new Map<string, Set<string>>();
  for (const { seriesId, bodyId } of current)
    bySeries.set(seriesId, (bySeries.get(seriesId) ?? new Set()).add(bodyId));
  return {
    series: new Map(series.map((each) => [each.id, each])),
    ownerOf: (seriesId, areaId) => byPair.get(`${seriesId} ${areaId}`),
    ownersOf: (seriesId) => [...(bySeries.get(seriesId) ?? [])],
    areaName: (areaId) => names.get(areaId),
  };
}
