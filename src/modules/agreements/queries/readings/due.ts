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
import { recordBook } from '../record-followed.ts';
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

/** A reading that a body must bring and has not published; all of it is public. */
type Missing = Omit<DueReading, 'isWaiting' | 'previous'>;

/**
 * What a body has not published of what is over, kept until an act may have changed it: every page of its work asks for it.
 * Asked before a transaction is begun, since it reads over a connection of its own.
 */
export const missingReadings = recordBook(14, readMissing);

/**
 * What a body still has to bring: periods that are over and have no published reading, the soonest due first. `sql` sees what
 * of it waits for approval.
 */
export async function dueReadings(
  sql: Sql,
  bodyId: string,
  today: IsoDate,
  known?: readonly Missing[],
): Promise<readonly DueReading[]> {
  const missing = known ?? (await readMissing(sql, bodyId, today));
  const waiting = await waitingReadings(sql, missing);
  const pairs = new Map(missing.map((each) => [pairKey(each), each]));
  const recent = await recentReadings(sql, [...pairs.values()], { periods: 1 });
  const previous = new Map(recent.map((each) => [pairKey(each), each]));
  return missing.map((each) => ({
    ...each,
    isWaiting: waiting.has(periodKey(each)),
    previous: previous.get(pairKey(each)),
  }));
}

async function readMissing(sql: Sql, bodyId: string, today: IsoDate): Promise<readonly Missing[]> {
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
  return expected.flatMap((each) => {
    const series = whose.series.get(each.seriesId);
    if (series === undefined || there.has(periodKey(each))) return [];
    return { ...each, series, areaName: whose.areaName(each.areaId) ?? each.areaId };
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
