import type { Sql } from '#platform/db';
import { findPapers } from '../../store/papers.ts';
import type { Paper } from '../../domain/papers/paper.ts';
import type { GovernanceTables } from '../../store/tables.ts';

/** The papers that belong to these things, by their pages, published or not, as far as whoever asks may see them. */
export async function attachedPapers(sql: Sql, subjects: readonly string[]): Promise<readonly Paper[]> {
  if (subjects.length === 0) return [];
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.attachment')
    .select('paper_id')
    .where('subject', 'in', subjects)
    .execute();
  return findPapers(sql, [...new Set(rows.map(({ paper_id }) => paper_id))]);
}
