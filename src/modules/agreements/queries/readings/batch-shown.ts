import type { Dataset } from '#platform/http';
import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Batch, BatchReading } from '../../domain/reading/batch.ts';
import type { KeptReading } from '../../domain/reading/reading.ts';
import type { Series } from '../../domain/series/series.ts';
import { countBatchReadings, findBatch, listBatches, listBatchReadings } from '../../store/batches.ts';
import { periodKey, standingReadings } from '../../store/bringing.ts';
import { recentReadings } from '../../store/readings.ts';
import { whoseReadings } from './whose.ts';

/** A batch in a list. */
export type BatchLine = Batch & Readonly<{ readings: number }>;

/** A body’s batches with how many readings each holds, the last entered first. */
export async function batchLines(
  sql: Sql,
  asked: Parameters<typeof listBatches>[1],
): Promise<readonly BatchLine[]> {
  const batches = await listBatches(sql, asked);
  const counts = await countBatchReadings(
    sql,
    batches.map(({ id }) => id),
  );
  return batches.map((batch) => ({ ...batch, readings: counts.get(batch.id) ?? 0 }));
}

/** One reading that waits, beside what is published. */
export type ReadingBeside = Readonly<{
  entered: BatchReading;
  series: Series | undefined;
  areaName: string;
  /** What is published of the same period; undefined where nothing is. */
  stands: KeptReading | undefined;
  /** The newest published period before it. */
  previous: KeptReading | undefined;
}>;

/** A batch with some of its readings, each beside what it would take the place of. */
export type BatchShown = Readonly<{
  batch: BatchLine;
  readings: readonly ReadingBeside[];
  /** The position of the last one shown, where there are more. */
  more: number | undefined;
}>;

/** How many readings a page shows. */
const onAPage = 100;

/** A batch of a body from a position on; undefined where it has none of this id. */
export async function batchShown(
  sql: Sql,
  {
    bodyId,
    id,
    after = 0,
    all = false,
  }: Readonly<{ bodyId: string; id: string; after?: number; all?: boolean }>,
  today: IsoDate,
): Promise<BatchShown | undefined> {
  const batch = await findBatch(sql, { bodyId, id });
  if (batch === undefined) return undefined;
  const readings = (await countBatchReadings(sql, [id])).get(id) ?? 0;
  const entered = await listBatchReadings(sql, id, { after, ...(all ? {} : { most: onAPage }) });
  const seriesIds = [...new Set(entered.map(({ seriesId }) => seriesId))];
  const whose = await whoseReadings(sql, { seriesIds, on: today });
  const standing = await standingReadings(sql, entered);
  const pairs = new Map(entered.map((each) => [pairKey(each), each]));
  const recent = await recentReadings(sql, [...pairs.values()], { periods: 3 });
  const last = entered.at(-1)?.position ?? 0;
  return {
    batch: { ...batch, readings },
    readings: entered.map((each) => ({
      entered: each,
      series: whose.series.get(each.seriesId),
      areaName: whose.areaName(each.areaId) ?? (each.areaName || each.areaId),
      stands: standing.get(periodKey(each)),
      previous: recent.find(
        (before) => pairKey(before) === pairKey(each) && before.period.to < each.period.to,
      ),
    })),
    more: last < readings && !all ? last : undefined,
  };
}

const pairKey = ({ seriesId, areaId }: Readonly<{ seriesId: string; areaId: string }>) =>
  `${seriesId} ${areaId}`;

/** Every reading of a batch, with what is published beside it. */
export const batchDataset = ({ batch, readings }: BatchShown): Dataset => ({
  name: `readings-${batch.id}`,
  source: batch.fileName ?? `Entered by ${batch.enteredBy}`,
  columns: [
    { key: 'series', title: 'Series' },
    { key: 'title', title: 'Title' },
    { key: 'area', title: 'Area' },
    { key: 'from', title: 'Period from' },
    { key: 'to', title: 'Period to' },
    { key: 'status', title: 'Status' },
    { key: 'value', title: 'Value' },
    { key: 'numerator', title: 'Numerator' },
    { key: 'denominator', title: 'Denominator' },
    { key: 'publishedStatus', title: 'Published status' },
    { key: 'publishedValue', title: 'Published value' },
    { key: 'previousValue', title: 'Previous figure' },
    { key: 'note', title: 'Note' },
    { key: 'source', title: 'Source' },
  ],
  rows: readings.map(({ entered, series, stands, previous }) => ({
    series: entered.seriesId,
    title: series?.title ?? null,
    area: entered.areaId,
    from: entered.period.from,
    to: entered.period.to,
    status: entered.status,
    value: entered.value ?? null,
    numerator: entered.numerator ?? null,
    denominator: entered.denominator ?? null,
    publishedStatus: stands?.status ?? null,
    publishedValue: stands?.value ?? null,
    previousValue: previous?.value ?? null,
    note: entered.note,
    source: entered.source,
  })),
});
