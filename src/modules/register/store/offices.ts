import type { Sql } from '#platform/db';
import { type IsoDate, type Role, roles } from '#platform/kernel';
import type { Office } from '../domain/office.ts';
import { datedColumns, datedFrom, provenanceFrom } from './dated-columns.ts';
import type { RegisterTables } from './tables.ts';

/** Which versions of offices to read: of these offices, of one body, or of all. */
export type OfficesOf = Readonly<{ ids?: readonly string[]; bodyId?: string }>;

/** Every version of these offices, replaced ones too; of each the one recorded last first. */
export async function listOffices(sql: Sql, of: OfficesOf = {}): Promise<readonly Office[]> {
  const { ids, bodyId } = of;
  if (ids?.length === 0) return [];
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.office')
    .innerJoin('register.office_version', 'office_id', 'id')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('id', 'in', [...(ids ?? [])]))
    .$if(bodyId !== undefined, (query) => query.where('body_id', '=', bodyId ?? ''))
    .orderBy('body_id')
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    bodyId: row.body_id,
    title: row.title,
    role: roleFrom(row.role),
    voting: row.voting ?? undefined,
    ...datedFrom(row),
    ...provenanceFrom(row),
  }));
}

/** The version of an office that counts now. */
export async function findOffice(sql: Sql, officeId: string): Promise<Office | undefined> {
  const versions = await listOffices(sql, { ids: [officeId] });
  return versions.find(({ replacedOn }) => replacedOn === undefined);
}

export type NewOfficeVersion = Omit<Office, 'recordedOn' | 'replacedOn'> & Readonly<{ reason: string }>;

/** Adds offices, each with its first version. */
export async function insertOffices(
  sql: Sql,
  offices: readonly NewOfficeVersion[],
  recordedOn: IsoDate,
): Promise<void> {
  if (offices.length === 0) return;
  await sql
    .tables<RegisterTables>()
    .insertInto('register.office')
    .values(offices.map(({ id, bodyId }) => ({ id, body_id: bodyId })))
    .execute();
  await insertVersions(sql, offices, recordedOn);
}

/** Puts a new version of an office in the place of the one that counted. */
export async function replaceOffice(sql: Sql, next: NewOfficeVersion, recordedOn: IsoDate): Promise<void> {
  await sql
    .tables<RegisterTables>()
    .updateTable('register.office_version')
    .set({ replaced_on: recordedOn })
    .where('office_id', '=', next.id)
    .where('replaced_on', 'is', null)
    .execute();
  await insertVersions(sql, [next], recordedOn);
}

async function insertVersions(
  sql: Sql,
  offices: readonly NewOfficeVersion[],
  recordedOn: IsoDate,
): Promise<void> {
  await sql
    .tables<RegisterTables>()
    .insertInto('register.office_version')
    .values(
      offices.map((each) => ({
        office_id: each.id,
        version: each.version,
        title: each.title,
        role: each.role ?? null,
        voting: each.voting ?? null,
        reason: each.reason,
        source: each.source,
        certainty: each.certainty,
        ...datedColumns(each, recordedOn),
      })),
    )
    .execute();
}

/** A role of an older Accord that no longer exists lets its holder do nothing. */
export function roleFrom(text: string | null): Role | undefined {
  return roles.find((role) => role === text);
}
