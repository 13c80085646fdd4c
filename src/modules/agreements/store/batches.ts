import type { Sql } from '#platform/db';
import { sql as raw } from 'kysely';
import type { Batch, BatchOutcome, BatchReading } from '../domain/reading/batch.ts';
import { measuredColumns, measuredFrom, measuredRow } from './reading-rows.ts';
import type { AgreementsTables } from './tables.ts';

type BatchesAsked = Readonly<{ bodyId: string; ids?: readonly string[]; isWaiting?: true; most?: number }>;

/** A body’s batches with what became of them, the last entered first. */
export async function listBatches(
  sql: Sql,
  { bodyId, ids, isWaiting, most }: BatchesAsked,
): Promise<readonly Batch[]> {
  if (ids?.length === 0) return [];
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.batch as batch')
    .leftJoin('agreements.batch_outcome as became', 'became.batch_id', 'batch.id')
    .selectAll('batch')
    .select(['became.outcome', 'became.says as became_says', 'became.by_office', 'became.at'])
    .where('batch.body_id', '=', bodyId)
    .$if(ids !== undefined, (query) => query.where('batch.id', 'in', ids ?? []))
    .$if(isWaiting === true, (query) => query.where('became.outcome', 'is', null))
    .$if(most !== undefined, (query) => query.limit(most ?? 0))
    .orderBy('batch.entered_at', 'desc')
    .orderBy('batch.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    bodyId: row.body_id,
    cameBy: row.came_by as Batch['cameBy'],
    fileName: row.file_name ?? undefined,
    isComparison: row.is_comparison,
    says: row.says,
    enteredBy: row.entered_by,
    officeId: row.office_id,
    accountId: row.account_id ?? undefined,
    enteredAt: row.entered_at,
    outcome:
      row.outcome === null || row.at === null
        ? undefined
        : {
            outcome: row.outcome as BatchOutcome['outcome'],
            says: row.became_says ?? '',
            byOffice: row.by_office ?? '',
            at: row.at,
          },
  }));
}

/** One batch of a body; undefined where it has none of this id. */
export async function findBatch(
  sql: Sql,
  { bodyId, id }: Readonly<{ bodyId: string; id: string }>,
): Promise<Batch | undefined> {
  return (await listBatches(sql, { bodyId, ids: [id] }))[0];
}

/** How many readings each of these batches holds. */
export async function countBatchReadings(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.batch_reading')
    .select(['batch_id', ({ fn }) => fn.countAll<bigint>().as('readings')])
    .where('batch_id', 'in', ids)
    .groupBy('batch_id')
    .execute();
  return new Map(rows.map(({ batch_id, readings }) => [batch_id, Number(readings)]));
}

/** The readings of a batch in the order in which they were entered, all or so many of them from a position on. */
export async function listBatchReadings(
  sql: Sql,
  batchId: string,
  { after = 0, most }: Readonly<{ after?: number; most?: number }> = {},
): Promise<readonly BatchReading[]> {
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.batch_reading')
    .select([...measuredColumns, 'position', 'revises', 'area_name'])
    .where('batch_id', '=', batchId)
    .where('position', '>', after)
    .$if(most !== undefined, (query) => query.limit(most ?? 0))
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    ...measuredFrom(row),
    position: row.position,
    revises: row.revises,
    areaName: row.area_name,
  }));
}

/** Keeps a batch with its readings, thousands at a time. */
export async function insertBatch(
  sql: Sql,
  batch: Omit<Batch, 'outcome'>,
  readings: readonly BatchReading[],
): Promise<void> {
  const tables = sql.tables<AgreementsTables>();
  await tables
    .insertInto('agreements.batch')
    .values({
      id: batch.id,
      body_id: batch.bodyId,
      came_by: batch.cameBy,
      file_name: batch.fileName ?? null,
      is_comparison: batch.isComparison,
      says: batch.says,
      entered_by: batch.enteredBy,
      office_id: batch.officeId,
      account_id: batch.accountId ?? null,
      entered_at: batch.enteredAt,
    })
    .execute();
  for (let start = 0; start < readings.length; start += readingsAtOnce) {
    const rows = readings.slice(start, start + readingsAtOnce).map((reading) => ({
      ...measuredRow(reading),
      batch_id: batch.id,
      body_id: batch.bodyId,
      position: reading.position,
      revises: reading.revises,
      area_name: reading.areaName,
    }));
    await raw`
      INSERT INTO agreements.batch_reading
      SELECT * FROM jsonb_populate_recordset(NULL::agreements.batch_reading, ${JSON.stringify(rows)}::jsonb)
    `.execute(tables);
  }
}

const readingsAtOnce = 2500;

/** Keeps what became of a batch. A second outcome breaks `batch_outcome_pkey`: the caller holds its lock and has asked. */
export async function insertBatchOutcome(
  sql: Sql,
  { id, bodyId }: Pick<Batch, 'id' | 'bodyId'>,
  { outcome, says, byOffice, at }: BatchOutcome,
): Promise<void> {
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.batch_outcome')
    .values({ batch_id: id, body_id: bodyId, outcome, says, by_office: byOffice, at })
    .execute();
}

/**
 * Publishes every reading of a batch as the next revision of its period, in one statement. Where another revision was
 * published meanwhile it breaks `reading_pkey`.
 */
export async function publishBatch(
  sql: Sql,
  { id }: Pick<Batch, 'id'>,
  { approvedBy, at }: Readonly<{ approvedBy: string; at: Date }>,
): Promise<void> {
  await raw`
    INSERT INTO agreements.reading (
      series_id, area_id, period_from, period_to, revision, status, value, numerator, denominator, ci_low, ci_high,
      sample, note, source, body_id, batch_id, entered_by, approved_by, published_at)
    SELECT entered.series_id, area_id, period_from, period_to, revises + 1, status, value, numerator, denominator,
      ci_low, ci_high, sample, note, source, entered.body_id, batch_id, batch.entered_by, ${approvedBy}, ${at}
    FROM agreements.batch_reading AS entered JOIN agreements.batch ON batch.id = entered.batch_id
    WHERE batch_id = ${id}
  `.execute(sql.tables<AgreementsTables>());
}
