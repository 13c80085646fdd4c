import type { Sql } from '#platform/db';
import type { GovernanceTables } from './tables.ts';

/** Remembers which record a draft became, for its own body. */
export async function keepPublishedDraft(
  sql: Sql,
  draft: Readonly<{ draftId: string; bodyId: string; decisionId: string }>,
): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.published_draft')
    .values({ draft_id: draft.draftId, body_id: draft.bodyId, decision_id: draft.decisionId })
    .execute();
}

/** The record that a draft became; undefined where it became none, or is another body’s. */
export async function findPublishedDraft(
  sql: Sql,
  draftId: string,
): Promise<Readonly<{ bodyId: string; reference: string; publishedBy: string }> | undefined> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.published_draft as draft')
    .innerJoin('governance.decision as decision', 'decision.id', 'draft.decision_id')
    .select(['decision.body_id', 'decision.reference', 'decision.published_by'])
    .where('draft.draft_id', '=', draftId)
    .executeTakeFirst();
  return row && { bodyId: row.body_id, reference: row.reference, publishedBy: row.published_by };
}
