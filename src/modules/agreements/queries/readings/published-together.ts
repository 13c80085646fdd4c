import type { Dataset } from '#platform/http';
import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { KeptReading } from '../../domain/reading/reading.ts';
import type { Series } from '../../domain/series/series.ts';
import { countReadingsOfBatch, readingsOfBatch } from '../../store/readings.ts';
import { whoseReadings } from './whose.ts';

export type PublishedLine = Readonly<{ reading: KeptReading; series: Series | undefined; areaName: string }>;

/** How many readings were published together; 0 where no batch of this id was published. */
export const countPublishedTogether = countReadingsOfBatch;

/** The readings that were published together by a day, all or the first `most`. */
export async function publishedTogether(
  sql: Sql,
  batchId: string,
  on: IsoDate,
  most?: number,
): Promise<readonly PublishedLine[]> {
  const readings = await readingsOfBatch(sql, batchId, on, most);
  const whose = await whoseReadings(sql, {
    seriesIds: [...new Set(readings.map(({ seriesId }) => seriesId))],
    on,
  });
  return readings.map((reading) => ({
    reading,
    series: whose.series.get(reading.seriesId),
    areaName: whose.areaName(reading.areaId) ?? reading.areaId,
  }));
}

/** The same as a list: its columns up to `sample` are those that the hash in the record is worked out from. */
export const publishedTogetherDataset = (batchId: string, lines: readonly PublishedLine[]): Dataset => ({
  name: `readings-${batchId}`,
  source: 'Published readings',
  columns: [
    { key: 'series', title: 'Series' },
    { key: 'area', title: 'Area' },
    { key: 'from', title: 'Period from' },
    { key: 'to', title: 'Period to' },
    { key: 'status', title: 'Status' },
    { key: 'value', title: 'Value' },
    { key: 'numerator', title: 'Numerator' },
    { key: 'denominator', title: 'Denominator' },
    { key: 'low', title: 'Lower limit' },
    { key: 'high', title: 'Upper limit' },
    { key: 'sample', title: 'Sample' },
    { key: 'title', title: 'Title' },
    { key: 'areaName', title: 'Area name' },
    { key: 'unit', title: 'Unit' },
    { key: 'revision', title: 'Revision' },
    { key: 'note', title: 'Note' },
    { key: 'source', title: 'Source' },
    { key: 'enteredBy', title: 'Entered by' },
    { key: 'approvedBy', title: 'Approved by' },
    { key: 'publishedAt', title: 'Published at' },
  ],
  rows: lines.map(({ reading, series, areaName }) => ({
    series: reading.seriesId,
    area: reading.areaId,
    from: reading.period.from,
    to: reading.period.to,
    status: reading.status,
    value: reading.value ?? null,
    numerator: reading.numerator ?? null,
    denominator: reading.denominator ?? null,
    low: reading.confidence?.low ?? null,
    high: reading.confidence?.high ?? null,
    sample: reading.sample ?? null,
    title: series?.title ?? null,
    areaName,
    unit: series?.unit ?? null,
    revision: reading.revision,
    note: reading.note,
    source: reading.source,
    enteredBy: reading.enteredBy,
    approvedBy: reading.approvedBy,
    publishedAt: reading.publishedAt.toISOString(),
  })),
});
