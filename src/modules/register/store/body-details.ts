import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { BodyDetails } from '../domain/body-details.ts';
import { datedColumns, datedFrom, provenanceFrom } from './dated-columns.ts';
import type { RegisterTables } from './tables.ts';

/** Every version of these bodies' details, or of all, replaced ones too; the one recorded last first. */
export async function listDetails(sql: Sql, bodyIds?: readonly string[]): Promise<readonly BodyDetails[]> {
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.body_details')
    .selectAll()
    .$if(bodyIds !== undefined, (query) => query.where('body_id', 'in', [...(bodyIds ?? [])]))
    .orderBy('body_id')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    bodyId: row.body_id,
    version: row.version,
    homepage: row.homepage,
    address: row.address,
    email: row.email,
    phone: row.phone,
    description: row.description,
    reason: row.reason,
    ...datedFrom(row),
    ...provenanceFrom(row),
  }));
}

export type NewBodyDetails = Omit<BodyDetails, 'recordedOn' | 'replacedOn'>;

/** Adds versions of details beside those there are. */
export async function insertDetails(
  sql: Sql,
  details: readonly NewBodyDetails[],
  recordedOn: IsoDate,
): Promise<void> {
  if (details.length === 0) return;
  await sql
    .tables<RegisterTables>()
    .insertInto('register.body_details')
    .values(
      details.map((each) => ({
        body_id: each.bodyId,
        version: each.version,
        homepage: each.homepage,
        address: each.address,
        email: each.email,
        phone: each.phone,
        description: each.description,
        reason: each.reason,
        source: each.source,
        certainty: each.certainty,
        ...datedColumns(each, recordedOn),
      })),
    )
    .execute();
}

/** Marks the version that a correction replaces. It stays readable as what was known before. */
export async function replaceDetails(
  sql: Sql,
  bodyId: string,
  version: number,
  replacedOn: IsoDate,
): Promise<void> {
  await sql
    .tables<RegisterTables>()
    .updateTable('register.body_details')
    .set({ replaced_on: replacedOn })
    .where('body_id', '=', bodyId)
    .where('version', '=', version)
    .where('replaced_on', 'is', null)
    .execute();
}
