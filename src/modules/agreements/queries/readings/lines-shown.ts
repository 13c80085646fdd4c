import type { Dataset } from '#platform/http';
import type { Sql } from '#platform/db';
import { addMonths, type IsoDate } from '#platform/kernel';
import { readingColumns } from '../../domain/reading/reading-columns.ts';
import type { KeptReading, Measured } from '../../domain/reading/reading.ts';
import { readingDue } from '../../domain/series/periods.ts';
import type { Series } from '../../domain/series/series.ts';
import { type PeriodOfSeries, periodKey, standingReadings } from '../../store/bringing.ts';
import { knownReadings, recentReadings } from '../../store/readings.ts';
import { listSeriesOwners } from '../../store/series-owners.ts';
import { type Whose, whoseReadings } from './whose.ts';

/** One period that a form asks about, with what is published of it and before it. */
export type LineShown<Line extends PeriodOfSeries = PeriodOfSeries> = Readonly<{
  line: Line;
  series: Series;
  areaName: string;
  stands: KeptReading | undefined;
  previous: KeptReading | undefined;
}>;

/** These periods, those left out whose series there is not. */
export async function linesShown<Line extends PeriodOfSeries>(
  sql: Sql,
  lines: readonly Line[],
  today: IsoDate,
): Promise<readonly LineShown<Line>[]> {
  const whose = await whoseReadings(sql, {
    seriesIds: [...new Set(lines.map(({ seriesId }) => seriesId))],
    on: today,
  });
  const standing = await standingReadings(sql, lines);
  const recent = await recentReadings(sql, lines, { periods: 4 });
  return lines.flatMap((line) => {
    const series = whose.series.get(line.seriesId);
    if (series === undefined) return [];
    return {
      line,
      series,
      areaName: whose.areaName(line.areaId) ?? line.areaId,
      stands: standing.get(periodKey(line)),
      previous: recent.find((each) => isOf(each, line) && each.period.to < line.period.to),
    };
  });
}

const isOf = (a: Pick<Measured, 'seriesId' | 'areaId'>, b: Pick<Measured, 'seriesId' | 'areaId'>): boolean =>
  a.seriesId === b.seriesId && a.areaId === b.areaId;

/** The latest published reading of everything a body brings, by the title of its series. */
export async function publishedOf(
  sql: Sql,
  bodyId: string,
  today: IsoDate,
): Promise<readonly LineShown<KeptReading>[]> {
  const { pairs, whose } = await ownPairs(sql, bodyId, today);
  return shownWith(whose, await recentReadings(sql, pairs, { periods: 1 }));
}

/** Every published reading a body brings whose period ended since a day, as known now. */
export async function publishedSince(
  sql: Sql,
  bodyId: string,
  { since, today }: Readonly<{ since: IsoDate; today: IsoDate }>,
): Promise<readonly LineShown<KeptReading>[]> {
  const { pairs, whose } = await ownPairs(sql, bodyId, today);
  const [seriesIds, areaIds] = [pairs.map(({ seriesId }) => seriesId), pairs.map(({ areaId }) => areaId)];
  const known = await knownReadings(sql, {
    seriesIds: [...new Set(seriesIds)],
    areaIds: [...new Set(areaIds)],
    since,
  });
  const own = new Set(pairs.map(({ seriesId, areaId }) => `${seriesId} ${areaId}`));
  return shownWith(
    whose,
    known.filter(({ seriesId, areaId }) => own.has(`${seriesId} ${areaId}`)),
  );
}

async function ownPairs(sql: Sql, bodyId: string, today: IsoDate) {
  const owners = await listSeriesOwners(sql, { bodyId });
  const whose = await whoseReadings(sql, {
    seriesIds: [...new Set(owners.map(({ seriesId }) => seriesId))],
    on: today,
  });
  const current = owners.filter(({ from, until }) => from <= today && (until === undefined || today < until));
  return { pairs: current.map(({ seriesId, areaId }) => ({ seriesId, areaId })), whose };
}

const shownWith = (whose: Whose, readings: readonly KeptReading[]): readonly LineShown<KeptReading>[] =>
  readings
    .flatMap((reading) => {
      const series = whose.series.get(reading.seriesId);
      if (series === undefined) return [];
      const areaName = whose.areaName(reading.areaId) ?? reading.areaId;
      return { line: reading, series, areaName, stands: reading, previous: undefined };
    })
    .toSorted((a, b) => a.series.title.localeCompare(b.series.title, 'en'));

/** How far back the file of what is published goes where nobody says otherwise. */
export const publishedFrom = (today: IsoDate): IsoDate => addMonths(today, -36);

/** What is published, under the heading of a file of readings: brought again as it is, it changes nothing. */
export const publishedDataset = (bodyId: string, lines: readonly LineShown<KeptReading>[]): Dataset => ({
  name: `readings-${bodyId}`,
  source: 'Published readings',
  columns: readingColumns.map(({ key, title }) => ({ key, title })),
  rows: lines.map(({ line, series, areaName }) => ({
    series: series.id,
    title: series.title,
    area: line.areaId,
    areaName,
    from: line.period.from,
    to: line.period.to,
    unit: series.unit,
    status: line.status,
    value: line.value ?? null,
    numerator: line.numerator ?? null,
    denominator: line.denominator ?? null,
    low: line.confidence?.low ?? null,
    high: line.confidence?.high ?? null,
    sample: line.sample ?? null,
    note: line.note,
    source: line.source,
    due: readingDue(series, line.period),
    revises: line.revision,
    previous: null,
    previousTo: null,
  })),
});
