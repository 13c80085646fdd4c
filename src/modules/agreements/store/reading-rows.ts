import type { KeptReading, Measured, ReadingStatus } from '../domain/reading/reading.ts';
import type { ReadingTables } from './tables/readings.ts';

/** The columns a reading has whether it is published or not. */
export const measuredColumns = [
  'series_id',
  'area_id',
  'period_from',
  'period_to',
  'status',
  'value',
  'numerator',
  'denominator',
  'ci_low',
  'ci_high',
  'sample',
  'note',
  'source',
] as const;

type MeasuredRow = Pick<ReadingTables['agreements.reading'], (typeof measuredColumns)[number]>;

/** What a row says was measured. */
export const measuredFrom = (row: MeasuredRow): Measured => ({
  seriesId: row.series_id,
  areaId: row.area_id,
  period: { from: row.period_from, to: row.period_to },
  status: row.status as ReadingStatus,
  value: row.value ?? undefined,
  numerator: row.numerator ?? undefined,
  denominator: row.denominator ?? undefined,
  confidence:
    row.ci_low === null || row.ci_high === null ? undefined : { low: row.ci_low, high: row.ci_high },
  sample: row.sample ?? undefined,
  note: row.note,
  source: row.source,
});

/** The other way round. */
export const measuredRow = (measured: Measured): MeasuredRow => ({
  series_id: measured.seriesId,
  area_id: measured.areaId,
  period_from: measured.period.from,
  period_to: measured.period.to,
  status: measured.status,
  value: measured.value ?? null,
  numerator: measured.numerator ?? null,
  denominator: measured.denominator ?? null,
  ci_low: measured.confidence?.low ?? null,
  ci_high: measured.confidence?.high ?? null,
  sample: measured.sample ?? null,
  note: measured.note,
  source: measured.source,
});

/** A published reading as it is kept. */
export const readingFrom = (row: ReadingTables['agreements.reading']): KeptReading => ({
  ...measuredFrom(row),
  revision: row.revision,
  bodyId: row.body_id,
  batchId: row.batch_id,
  enteredBy: row.entered_by,
  approvedBy: row.approved_by,
  publishedAt: row.published_at,
  ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
});
