import type { Sql } from '#platform/db';
import type { Certainty } from '../domain/certainty.ts';
import { provenanceFrom } from '../store/dated-columns.ts';
import type { RegisterTables } from '../store/tables.ts';

type Known = Readonly<{ source: string; certainty: Certainty }>;
export type PartnerDuty = Known &
  Readonly<{ id: string; title: string; dutyOf: 'every-partner' | 'lead-county-council'; law: string }>;
export type PartnerKind = Known & Readonly<{ id: string; title: string; duties: readonly string[] }>;

export type PartnersPage = Readonly<{ kinds: readonly PartnerKind[]; duties: readonly PartnerDuty[] }>;

/** The kinds of statutory partner of a local area agreement, in the order of the paper, and everybody's duties. */
export async function partnersPage(sql: Sql): Promise<PartnersPage> {
  const tables = sql.tables<RegisterTables>();
  const kinds = await tables.selectFrom('register.partner_kind').selectAll().orderBy('position').execute();
  const duties = await tables.selectFrom('register.partner_duty').selectAll().orderBy('position').execute();
  return {
    kinds: kinds.map((row) => ({ id: row.id, title: row.title, duties: row.duties, ...provenanceFrom(row) })),
    duties: duties.map((row) => ({
      id: row.id,
      title: row.title,
      dutyOf: row.duty_of === 'lead-county-council' ? 'lead-county-council' : 'every-partner',
      law: row.law,
      ...provenanceFrom(row),
    })),
  };
}
