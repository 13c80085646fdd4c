import type { Dataset } from '#platform/http';
import type { Sql } from '#platform/db';
import { addDays, type IsoDate } from '#platform/kernel';
import { type Expected, expectedReadings } from '../../domain/reading/expected.ts';
import type { KeptReading } from '../../domain/reading/reading.ts';
import { readingColumns } from '../../domain/reading/reading-columns.ts';
import { isOver } from '../../domain/series/periods.ts';
import type { Series } from '../../domain/series/series.ts';
import { periodKey, waitingReadings } from '../../store/bringing.ts';
import { firstReadingsOf } from '../../store/first-readings.ts';
import { recentReadings } from '../../store/readings.ts';
import { listSeriesOwners } from '../../store/series-owners.ts';
import { whoseReadings } from './whose.ts';

/** A reading that a body must bring and has not published, and what was there before. */
export type DueReading = Expected &
  Readonly<{
    series: Series;
    areaName: string;
    /** It was entered and waits for approval. */
    isWaiting: boolean;
    previous: KeptReading | undefined;
  }>;

/** How far back it is asked for what was never brought, and how far ahead of its day a reading is asked for. */
const [daysBack, daysAhead] = [730, 45];

/** What a body still has to bring: periods that are over and have no published reading, the soonest due first. */
export async function dueReadings(sql: Sql, bodyId: string, today: IsoDate): Promise<readonly DueReading[]> {
  const owners = await listSeriesOwners(sql, { bodyId });
  const whose = await whoseReadings(sql, {
    seriesIds: [...new Set(owners.map(({ seriesId }) => seriesId))],
    on: today,
  });
  const days = { first: addDays(today, -daysBack), last: addDays(today, daysAhead) };
  const expected = expectedReadings(owners, whose.series, days).filter(
    (each) => isOver(each.period, today) && whose.ownerOf(each.seriesId, each.areaId)?.bodyId === bodyId,
  );
  const [earliest] = expected.map(({ period }) => period.to).toSorted((a, b) => a.localeCompare(b));
  if (earliest === undefined) return [];
  const brought = await firstReadingsOf(sql, { bodyId, first: earliest, last: today, on: today });
  const there = new Set(brought.map(periodKey));
  const missing = expected.filter((each) => !there.has(periodKey(each)));
  const waiting = await waitingReadings(sql, missing);
  const pairs = new Map(missing.map((each) => [pairKey(each), each]));
  const recent = await recentReadings(sql, [...pairs.values()], { periods: 1 });
  const previous = new Map(recent.map((each) => [pairKey(each), each]));
  return missing.flatMap((each) => {
    const series = whose.series.get(each.seriesId);
    if (series === undefined) return [];
    return {
      ...each,
      series,
      areaName: whose.areaName(each.areaId) ?? each.areaId,
      isWaiting: waiting.has(periodKey(each)),
      previous: previous.get(pairKey(each)),
    };
  });
}

const pairKey = ({ seriesId, areaId }: Readonly<{ seriesId: string; areaId: string }>) =>
  `${seriesId} ${areaId}`;

/** The rows that are due, under the heading of a file of readings: filled in, the file can be brought as it is. */
export const toBringDataset = (bodyId: string, due: readonly DueReading[]): Dataset => ({
  name: `readings-to-bring-${bodyId}`,
  source: 'What is due and not published',
  columns: readingColumns.map(({ key, title }) => ({ key, title })),
  rows: due
    .filter(({ isWaiting }) => !isWaiting)
    .map(({ series, areaId, areaName, period, due: by, previous }) => ({
      series: series.id,
      title: series.title,
      area: areaId,
      areaName,
      from: period.from,
      to: period.to,
      unit: series.unit,
      status: 'provisional',
      value: null,
      numerator: null,
      denominator: null,
      low: null,
      high: null,
      sample: null,
      note: null,
      source: null,
      due: by,
      revises: 0,
      previous: previous?.value ?? null,
      previousTo: previous?.period.to ?? null,
    })),
});
