import type { Sql } from '#platform/db';
import type { Draft, DraftAnswers } from './draft.ts';

type DraftTables = Readonly<{
  'drafts.draft': Readonly<{
    id: string;
    body_id: string;
    kind: string;
    about: string | null;
    version: number;
    answers: DraftAnswers | string;
    prepared_by: string;
    saved_at: Date;
  }>;
}>;

/** One draft; undefined where there is none or it is another body’s. `lock` keeps others from it until the end. */
export async function findDraft(
  sql: Sql,
  id: string,
  { lock = false }: Readonly<{ lock?: boolean }> = {},
): Promise<Draft | undefined> {
  const query = sql.tables<DraftTables>().selectFrom('drafts.draft').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? undefined : draftFrom(row);
}

/** A body’s drafts of one kind, the last saved first. */
export async function listDrafts(sql: Sql, bodyId: string, kind: string): Promise<readonly Draft[]> {
  const rows = await sql
    .tables<DraftTables>()
    .selectFrom('drafts.draft')
    .selectAll()
    .where('body_id', '=', bodyId)
    .where('kind', '=', kind)
    .orderBy('saved_at', 'desc')
    .execute();
  return rows.map(draftFrom);
}

/** Keeps a draft within an act of the caller’s, in the place of the one before. */
export async function storeDraft(sql: Sql, draft: Draft): Promise<void> {
  const kept = {
    version: draft.version,
    answers: JSON.stringify(draft.answers),
    prepared_by: draft.preparedBy,
    saved_at: draft.savedAt,
  };
  await sql
    .tables<DraftTables>()
    .insertInto('drafts.draft')
    .values({
      id: draft.id,
      body_id: draft.bodyId,
      kind: draft.kind,
      about: draft.about ?? null,
      ...kept,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
    .execute();
}

/** Takes a draft away within an act of the caller’s. False when there was no such draft. */
export async function removeDraft(sql: Sql, id: string): Promise<boolean> {
  const { numDeletedRows } = await sql
    .tables<DraftTables>()
    .deleteFrom('drafts.draft')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function draftFrom(row: DraftTables['drafts.draft']): Draft {
  return {
    id: row.id,
    bodyId: row.body_id,
    kind: row.kind,
    about: row.about ?? undefined,
    version: row.version,
    answers: row.answers as DraftAnswers,
    preparedBy: row.prepared_by,
    savedAt: row.saved_at,
  };
}
