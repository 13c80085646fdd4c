import type { Sql } from '#platform/db';
import type { Draft, DraftAbout } from '../domain/draft.ts';
import type { RegisterTables } from './tables.ts';

/** A body's draft about one thing. Row-level security answers nothing to any other body. */
export async function findDraft(sql: Sql, bodyId: string, about: DraftAbout): Promise<Draft | undefined> {
  const row = await sql
    .tables<RegisterTables>()
    .selectFrom('register.draft')
    .selectAll()
    .where('body_id', '=', bodyId)
    .where('about', '=', about)
    .executeTakeFirst();
  return row === undefined ? undefined : draftFrom(row);
}

/** Every draft of a body. Row-level security answers nothing to any other body. */
export async function listDrafts(sql: Sql, bodyId: string): Promise<readonly Draft[]> {
  const rows = await sql
    .tables<RegisterTables>()
    .selectFrom('register.draft')
    .selectAll()
    .where('body_id', '=', bodyId)
    .orderBy('about')
    .execute();
  return rows.map(draftFrom);
}

/** Keeps the draft in the place of the one before. */
export async function keepDraft(sql: Sql, draft: Draft): Promise<void> {
  const kept = {
    version: draft.version,
    answers: JSON.stringify(draft.answers),
    seen: draft.seen,
    prepared_by: draft.preparedBy,
    saved_at: draft.savedAt,
  };
  await sql
    .tables<RegisterTables>()
    .insertInto('register.draft')
    .values({ body_id: draft.bodyId, about: draft.about, ...kept })
    .onConflict((conflict) => conflict.columns(['body_id', 'about']).doUpdateSet(kept))
    .execute();
}

/** False when there was no such draft. */
export async function dropDraft(sql: Sql, bodyId: string, about: DraftAbout): Promise<boolean> {
  const { numDeletedRows } = await sql
    .tables<RegisterTables>()
    .deleteFrom('register.draft')
    .where('body_id', '=', bodyId)
    .where('about', '=', about)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function draftFrom(
  row: Readonly<{
    body_id: string;
    about: string;
    version: number;
    answers: Readonly<Record<string, string>>;
    seen: number;
    prepared_by: string;
    saved_at: Date;
  }>,
): Draft {
  return {
    bodyId: row.body_id,
    about: row.about as DraftAbout,
    version: row.version,
    answers: row.answers,
    seen: row.seen,
    preparedBy: row.prepared_by,
    savedAt: row.saved_at,
  };
}
