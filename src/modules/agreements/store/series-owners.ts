import type { Sql } from '#platform/db';
import type { IsoDate, Role } from '#platform/kernel';
import type { SeriesOwner } from '../domain/series/series-owner.ts';
import type { AgreementsTables } from './tables.ts';
import type { IndicatorTables } from './tables/indicators.ts';

export type OwnersAsked = Readonly<{ seriesIds?: readonly string[]; bodyId?: string }>;

/**
 * Every office that brings or brought readings, the first to begin first. Whoever did not lay its duty down, for its body ended, had
 * it until the next was named.
 */
export async function listSeriesOwners(
  sql: Sql,
  { seriesIds, bodyId }: OwnersAsked = {},
): Promise<readonly SeriesOwner[]> {
  if (seriesIds?.length === 0) return [];
  const rows = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.series_owner')
    .selectAll()
    .$if(seriesIds !== undefined, (query) => query.where('series_id', 'in', seriesIds ?? []))
    .$if(bodyId !== undefined, (query) => query.where('body_id', '=', bodyId ?? ''))
    .orderBy('series_id')
    .orderBy('area_id')
    .orderBy('from_day')
    .execute();
  return rows.map((row, index) => ({
    seriesId: row.series_id,
    areaId: row.area_id,
    bodyId: row.body_id,
    role: row.role as Role,
    from: row.from_day,
    until: row.until_day ?? nextFrom(row, rows[index + 1]),
    namedBy: row.named_by,
  }));
}

type Row = Pick<IndicatorTables['agreements.series_owner'], 'series_id' | 'area_id' | 'from_day'>;

const nextFrom = (row: Row, next: Row | undefined): IsoDate | undefined =>
  next?.series_id === row.series_id && next.area_id === row.area_id ? next.from_day : undefined;

/** When somebody of a body was last named to bring readings; undefined where nobody ever was. */
export async function lastNamedAt(sql: Sql, bodyId: string): Promise<Date | undefined> {
  const row = await sql
    .tables<AgreementsTables>()
    .selectFrom('agreements.series_owner')
    .select(({ fn }) => fn.max<Date | null>('recorded_at').as('at'))
    .where('body_id', '=', bodyId)
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** Names who brings the readings. The caller holds the series’ lock and has ended who brought them before. */
export async function insertSeriesOwners(
  sql: Sql,
  owners: readonly SeriesOwner[],
  recordedAt: Date,
): Promise<void> {
  if (owners.length === 0) return;
  await sql
    .tables<AgreementsTables>()
    .insertInto('agreements.series_owner')
    .values(
      owners.map((owner) => ({
        series_id: owner.seriesId,
        area_id: owner.areaId,
        body_id: owner.bodyId,
        role: owner.role,
        from_day: owner.from,
        until_day: owner.until ?? null,
        named_by: owner.namedBy,
        recorded_at: recordedAt,
      })),
    )
    .execute();
}

/** Ends an office’s duty on a day, the first on which it no longer has it. */
export async function endSeriesOwner(
  sql: Sql,
  { seriesId, areaId, from }: Pick<SeriesOwner, 'seriesId' | 'areaId' | 'from'>,
  until: IsoDate,
): Promise<void> {
  await sql
    .tables<AgreementsTables>()
    .updateTable('agreements.series_owner')
    .set({ until_day: until })
    .where('series_id', '=', seriesId)
    .where('area_id', '=', areaId)
    .where('from_day', '=', from)
    .execute();
}
