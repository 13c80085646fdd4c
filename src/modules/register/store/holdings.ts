import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Holder, Holding } from '../domain/holding.ts';
import { datedColumns, datedFrom, provenanceFrom } from './dated-columns.ts';
import type { RegisterTables } from './tables.ts';

export type HoldingsOf = Readonly<{ id?: string; officeId?: string; bodyId?: string }>;

/** Every version of these holdings, replaced ones too; of each the one recorded last first. */
export async function listHoldings(sql: Sql, of: HoldingsOf = {}): Promise<readonly Holding[]> {
  const { id, officeId, bodyId } = of;
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.holding as holding')
    .innerJoin('register.office as office', 'office.id', 'holding.office_id')
    .leftJoin('register.person as person', 'person.id', 'holding.person_id')
    .selectAll('holding')
    .select('person.name as person_name')
    .$if(id !== undefined, (query) => query.where('holding.id', '=', id ?? ''))
    .$if(officeId !== undefined, (query) => query.where('holding.office_id', '=', officeId ?? ''))
    .$if(bodyId !== undefined, (query) => query.where('office.body_id', '=', bodyId ?? ''))
    .orderBy('holding.office_id')
    .orderBy('holding.id')
    .orderBy('holding.version', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    officeId: row.office_id,
    holder: holderFrom(row),
    onBehalfOf: row.on_behalf_of ?? undefined,
    mandate: row.mandate ?? undefined,
    reason: row.reason,
    ...datedFrom(row),
    ...provenanceFrom(row),
  }));
}

/** The version of a holding that counts now. */
export async function findHolding(sql: Sql, id: string): Promise<Holding | undefined> {
  const versions = await listHoldings(sql, { id });
  return versions.find(({ replacedOn }) => replacedOn === undefined);
}

export type NewHoldingVersion = Omit<Holding, 'recordedOn' | 'replacedOn'>;

/** Adds versions of holdings, with the people they name for the first time. */
export async function insertHoldings(
  sql: Sql,
  holdings: readonly NewHoldingVersion[],
  recordedOn: IsoDate,
): Promise<void> {
  if (holdings.length === 0) return;
  const tables = sql.tables<RegisterTables>();
  const people = holdings.flatMap(({ holder }) =>
    holder.kind === 'person' ? [{ id: holder.personId, name: holder.name, recorded_on: recordedOn }] : [],
  );
  if (people.length > 0)
    await tables
      .insertInto('register.person')
      .values(people)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  await tables
    .insertInto('register.holding')
    .values(
      holdings.map((each) => ({
        id: each.id,
        version: each.version,
        office_id: each.officeId,
        person_id: each.holder.kind === 'person' ? each.holder.personId : null,
        holder_office_id: each.holder.kind === 'office' ? each.holder.officeId : null,
        on_behalf_of: each.onBehalfOf ?? null,
        mandate: each.mandate ?? null,
        reason: each.reason,
        source: each.source,
        certainty: each.certainty,
        ...datedColumns(each, recordedOn),
      })),
    )
    .execute();
}

/** Puts a new version of a holding in the place of the one that counted. */
export async function replaceHolding(sql: Sql, next: NewHoldingVersion, recordedOn: IsoDate): Promise<void> {
  await sql
    .tables<RegisterTables>()
    .updateTable('register.holding')
    .set({ replaced_on: recordedOn })
    .where('id', '=', next.id)
    .where('replaced_on', 'is', null)
    .execute();
  await insertHoldings(sql, [next], recordedOn);
}

function holderFrom(
  row: Readonly<{ person_id: string | null; person_name: string | null; holder_office_id: string | null }>,
): Holder {
  if (row.holder_office_id !== null) return { kind: 'office', officeId: row.holder_office_id };
  return { kind: 'person', personId: row.person_id ?? '', name: row.person_name ?? '' };
}
