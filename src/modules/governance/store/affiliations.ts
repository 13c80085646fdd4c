import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { GovernanceTables } from './tables.ts';

/** The political group to which a seat on the council belongs, from a day on. */
export type Affiliation = Readonly<{
  officeId: string;
  group: string;
  from: IsoDate;
  until: IsoDate | undefined;
  source: string;
}>;

/** The groups of these offices, of all days. */
export async function listAffiliations(
  sql: Sql,
  officeIds: readonly string[],
): Promise<readonly Affiliation[]> {
  if (officeIds.length === 0) return [];
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.affiliation')
    .selectAll()
    .where('office_id', 'in', officeIds)
    .orderBy('valid_from')
    .execute();
  return rows.map((row) => ({
    officeId: row.office_id,
    group: row.group_name,
    from: row.valid_from,
    until: row.valid_until ?? undefined,
    source: row.source,
  }));
}

/** Records groups. */
export async function insertAffiliations(
  sql: Sql,
  affiliations: readonly Affiliation[],
  recordedOn: IsoDate,
): Promise<void> {
  if (affiliations.length === 0) return;
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.affiliation')
    .values(
      affiliations.map(({ officeId, group, from, until, source }) => ({
        office_id: officeId,
        group_name: group,
        valid_from: from,
        valid_until: until ?? null,
        source,
        recorded_on: recordedOn,
      })),
    )
    .execute();
}

/** The first day on which an office no longer belongs to the group it has belonged to since `from`. */
export async function endAffiliation(
  sql: Sql,
  { officeId, from }: Pick<Affiliation, 'officeId' | 'from'>,
  until: IsoDate,
): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.affiliation')
    .set({ valid_until: until })
    .where('office_id', '=', officeId)
    .where('valid_from', '=', from)
    .execute();
}
