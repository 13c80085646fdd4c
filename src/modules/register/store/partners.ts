import type { Sql } from '#platform/db';
import type { Provenance } from '../domain/certainty.ts';
import type { RegisterTables } from './tables.ts';

type Duty = Provenance & Readonly<{ id: string; title: string; dutyOf: string; law: string }>;
type Kind = Provenance & Readonly<{ id: string; title: string; duties: readonly string[] }>;

/** Adds the kinds of statutory partner and their duties, in the order given. */
export async function insertPartners(
  sql: Sql,
  duties: readonly Duty[],
  kinds: readonly Kind[],
): Promise<void> {
  const tables = sql.tables<RegisterTables>();
  if (duties.length > 0)
    await tables
      .insertInto('register.partner_duty')
      .values(duties.map(({ dutyOf, ...duty }, position) => ({ ...duty, duty_of: dutyOf, position })))
      .execute();
  if (kinds.length > 0)
    await tables
      .insertInto('register.partner_kind')
      .values(kinds.map((kind, position) => ({ ...kind, position })))
      .execute();
}

/** Whether the kinds of statutory partner have been entered. */
export async function hasPartners(sql: Sql): Promise<boolean> {
  const row = await sql
    .tables<RegisterTables>()
    .selectFrom('register.partner_kind')
    .select('id')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
