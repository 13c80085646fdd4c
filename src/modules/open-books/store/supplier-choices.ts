import type { Sql } from '#platform/db';
import type { NamedPayee, SupplierChoice } from '../domain/suppliers/supplier-choice.ts';
import type { OpenBooksTables } from './tables.ts';

/** Every choice about suppliers, the earliest first. */
export async function listSupplierChoices(sql: Sql): Promise<readonly SupplierChoice[]> {
  const rows = await sql
    .tables<OpenBooksTables>()
    .selectFrom('open_books.supplier_choice')
    .selectAll()
    .orderBy('number')
    .execute();
  return rows.map((row): SupplierChoice => ({
    id: row.id,
    bodyId: row.body_id,
    kind: row.kind as SupplierChoice['kind'],
    one: payee(row.one_key, row.one_name, row.one_body),
    other: payee(row.other_key, row.other_name, row.other_body),
    reason: row.reason,
    byOffice: row.by_office,
    at: row.chosen_at,
  }));
}

const payee = (key: string, name: string, body: string | null): NamedPayee => ({
  key,
  name,
  ...(body === null ? {} : { body }),
});

/** Keeps a choice for good. */
export async function insertSupplierChoice(sql: Sql, choice: SupplierChoice): Promise<void> {
  await sql
    .tables<OpenBooksTables>()
    .insertInto('open_books.supplier_choice')
    .values({
      id: choice.id,
      body_id: choice.bodyId,
      kind: choice.kind,
      one_key: choice.one.key,
      one_name: choice.one.name,
      one_body: choice.one.body ?? null,
      other_key: choice.other.key,
      other_name: choice.other.name,
      other_body: choice.other.body ?? null,
      reason: choice.reason,
      by_office: choice.byOffice,
      chosen_at: choice.at,
    })
    .execute();
}
