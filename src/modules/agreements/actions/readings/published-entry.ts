import { createHash } from 'node:crypto';
import type { Sql } from '#platform/db';
import { type IsoDate, plural } from '#platform/kernel';
import { type Entry, publicEntry } from '#platform/record';
import type { Batch, BatchReading } from '../../domain/reading/batch.ts';
import { type Measured } from '../../domain/reading/reading.ts';
import { readingsPath, seriesAreaPath } from '../../domain/reading/reading-paths.ts';
import { periodName } from '../../domain/series/period-name.ts';
import { listSeries } from '../../store/series.ts';
import { placesOn } from '#modules/register';

type Published = Readonly<{
  batch: Batch;
  readings: readonly BatchReading[];
  approvedBy: string;
  today: IsoDate;
}>;

/** With more series and areas than this, followers are told by the series alone: an entry is no list of thousands. */
const mostPairs = 200;

/**
 * The record’s entry of readings published together: how many, of what, and a hash by which anybody can show that the
 * published rows are those that were approved.
 */
export async function publishedEntry(
  sql: Sql,
  { batch, readings, approvedBy, today }: Published,
): Promise<Entry> {
  const seriesIds = [...new Set(readings.map(({ seriesId }) => seriesId))];
  const series = await listSeries(sql, { ids: seriesIds });
  const areas = new Set(readings.map(({ areaId }) => areaId));
  const places = (await placesOn(sql, { on: today }, [...areas])).map(({ id }) => id);
  const pairs = new Set(readings.map(seriesAreaPath));
  return publicEntry({
    act: 'agreements.readings.published',
    subject: readingsPath(batch),
    summary: `${plural(readings.length, 'reading')} published: ${summaryOf(readings, series)}`,
    facts: {
      readings: readings.length,
      revisions: readings.filter(({ revises }) => revises > 0).length,
      isComparison: batch.isComparison,
      enteredBy: batch.enteredBy,
      approvedBy,
      sha256: hashOfReadings(readings),
    },
    about: {
      bodies: [batch.bodyId],
      places,
      things: [
        ...(pairs.size <= mostPairs ? pairs : []),
        ...series.map(({ id }) => `/series/${id}`),
        ...series.map(({ indicatorId }) => `/indicators/${indicatorId}`),
      ],
    },
  });
}

function summaryOf(
  readings: readonly BatchReading[],
  series: readonly Readonly<{ title: string }>[],
): string {
  const [first, ...others] = series;
  const periods = new Set(readings.map(({ period }) => periodName(period)));
  const of = others.length === 0 ? first?.title : `${first?.title} and ${plural(others.length, 'other')}`;
  const [only] = periods;
  return `${of ?? ''}${periods.size === 1 ? `, ${only}` : ''}`;
}

/**
 * SHA-256 over one line for each reading, in the order of series, area and period, its figures parted by tabs. The rows of
 * `/readings/…` give the same hash to whoever works it out again.
 */
export function hashOfReadings(readings: readonly Measured[]): string {
  const lines = readings
    .map(({ seriesId, areaId, period, status, value, numerator, denominator, confidence, sample }) =>
      [
        seriesId,
        areaId,
        period.from,
        period.to,
        status,
        value ?? '',
        numerator ?? '',
        denominator ?? '',
        confidence?.low ?? '',
        confidence?.high ?? '',
        sample ?? '',
      ].join('\t'),
    )
    .toSorted();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
