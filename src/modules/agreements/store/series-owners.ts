import type { Sql } from '#platform/db';
import type { IsoDate, Role } from '#platform/kernel';
import type { SeriesOwner } from '../domain/series/series-owner.ts';
import type { AgreementsTables } from './tables.ts';

export type OwnersAsked = Readonly<{ seriesIds?: readonly string[]; bodyId?: string }>;

/** Every office that brings or brought readings, the first to begin first. */
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
  return rows.map((row) => ({
    seriesId: row.series_id,
    areaId: row.area_id,
    bodyId: row.body_id,
    role: row.role as Role,
    from: row.from_day,
    until: row.until_day ?? undefined,
    namedBy: row.named_by,
  }));
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
