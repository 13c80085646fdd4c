import type { Sql } from '#platform/db';
import type { GovernanceTables } from './tables.ts';

/** What a draft will become. */
export type DraftKind = 'notice' | 'decision' | 'meeting' | 'proposal' | 'recommendation' | 'call-in';

/** Answers kept between pages, seen by the body’s own officers alone. `about` is the page of the thing it changes. */
export type Draft = Readonly<{
  id: string;
  bodyId: string;
  kind: DraftKind;
  about: string | undefined;
  /** Goes up with every save: who saves on an older one is told so. */
  version: number;
  answers: Readonly<Record<string, string>>;
  preparedBy: string;
  savedAt: Date;
}>;

/** One draft; undefined where there is none or it is another body’s. `lock` keeps others from it until the end. */
export async function findDraft(
  sql: Sql,
  id: string,
  { lock = false }: Readonly<{ lock?: boolean }> = {},
): Promise<Draft | undefined> {
  const query = sql
    .tables<GovernanceTables>()
    .selectFrom('governance.draft')
    .selectAll()
    .where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? undefined : draftFrom(row);
}

/** A body’s drafts of one kind, the last saved first. */
export async function listDrafts(sql: Sql, bodyId: string, kind: DraftKind): Promise<readonly Draft[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.draft')
    .selectAll()
    .where('body_id', '=', bodyId)
    .where('kind', '=', kind)
    .orderBy('saved_at', 'desc')
    .execute();
  return rows.map(draftFrom);
}

/** Keeps a draft, in the place of the one before. */
export async function keepDraft(sql: Sql, draft: Draft): Promise<void> {
  const kept = {
    version: draft.version,
    answers: JSON.stringify(draft.answers),
    prepared_by: draft.preparedBy,
    saved_at: draft.savedAt,
  };
  await sql
    .tables<GovernanceTables>()
    .insertInto('governance.draft')
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

/** False when there was no such draft. */
export async function dropDraft(sql: Sql, id: string): Promise<boolean> {
  const { numDeletedRows } = await sql
    .tables<GovernanceTables>()
    .deleteFrom('governance.draft')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function draftFrom(
  row: Readonly<{
    id: string;
    body_id: string;
    kind: string;
    about: string | null;
    version: number;
    answers: Readonly<Record<string, string>>;
    prepared_by: string;
    saved_at: Date;
  }>,
): Draft {
  return {
    id: row.id,
    bodyId: row.body_id,
    kind: row.kind as DraftKind,
    about: row.about ?? undefined,
    version: row.version,
    answers: row.answers,
    preparedBy: row.prepared_by,
    savedAt: row.saved_at,
  };
}
