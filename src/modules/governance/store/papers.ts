import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Paper, PaperAccess, PaperFile, PaperKind } from '../domain/papers/paper.ts';
import type { ExemptParagraph } from '../domain/schedule-12a.ts';
import type { PaperTables } from './tables/papers.ts';
import type { GovernanceTables } from './tables.ts';

/** The bytes of a paper’s file with what was found out about them. */
export type PaperContent = PaperFile & Readonly<{ bytes: Buffer; text: string }>;

/** Adds a paper. Its bytes are stored once for its body, however many papers hold the same. */
export async function insertPaper(sql: Sql, paper: Paper, content: PaperContent): Promise<void> {
  const tables = sql.tables<GovernanceTables>();
  const { bodyId } = paper;
  await tables
    .insertInto('governance.paper_file')
    .values({ body_id: bodyId, sha256: content.sha256, content: content.bytes })
    .onConflict((conflict) => conflict.columns(['body_id', 'sha256']).doNothing())
    .execute();
  await tables
    .insertInto('governance.paper')
    .values({
      id: paper.id,
      body_id: bodyId,
      title: paper.title,
      kind: paper.kind,
      access: paper.access,
      paragraphs: paper.paragraphs,
      public_interest: paper.publicInterest,
      public_summary: paper.publicSummary,
      review_on: paper.reviewOn ?? null,
      published_at: paper.publishedAt ?? null,
      source: paper.source,
      added_by: paper.addedBy,
      recorded_at: paper.recordedAt,
    })
    .execute();
  await tables
    .insertInto('governance.paper_content')
    .values({
      paper_id: paper.id,
      body_id: bodyId,
      sha256: content.sha256,
      filename: content.filename,
      media_type: content.mediaType,
      byte_count: BigInt(content.byteCount),
      pages: content.pages ?? null,
      text: content.text,
      text_note: content.textNote ?? null,
    })
    .execute();
}

/** One paper; undefined where there is none, or it is another body’s draft. */
export async function findPaper(sql: Sql, id: string): Promise<Paper | undefined> {
  return (await findPapers(sql, [id]))[0];
}

/** These papers, as many of them as the viewer’s body may know of, in no order. `lock` keeps others from them. */
export async function findPapers(
  sql: Sql,
  ids: readonly string[],
  { lock = false }: Readonly<{ lock?: boolean }> = {},
): Promise<readonly Paper[]> {
  if (ids.length === 0) return [];
  const query = sql
    .tables<GovernanceTables>()
    .selectFrom('governance.paper')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('id');
  return (await (lock ? query.forUpdate() : query).execute()).map(paperFrom);
}

/** The bytes of a paper with what is said of them; undefined where the viewer may not read them. */
export async function findPaperBytes(
  sql: Sql,
  paperId: string,
): Promise<Readonly<{ filename: string; mediaType: string; bytes: Buffer }> | undefined> {
  const row = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.paper_content as content')
    .innerJoin('governance.paper_file as file', (join) =>
      join.onRef('file.body_id', '=', 'content.body_id').onRef('file.sha256', '=', 'content.sha256'),
    )
    .select(['content.filename', 'content.media_type', 'file.content as bytes'])
    .where('content.paper_id', '=', paperId)
    .executeTakeFirst();
  return row === undefined
    ? undefined
    : { filename: row.filename, mediaType: row.media_type, bytes: row.bytes };
}

/** What is said of these papers’ files and the text read from them, by paper, where the viewer may read them. */
export async function findPaperTexts(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PaperFile & Readonly<{ text: string }>>> {
  if (ids.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.paper_content')
    .selectAll()
    .where('paper_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.paper_id, { ...paperFileFrom(row), text: row.text }]));
}

/** Publishes papers that are drafts yet. Those that stand published stay as they are. */
export async function markPublished(sql: Sql, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.paper')
    .set({ published_at: at })
    .where('id', 'in', ids)
    .where('published_at', 'is', null)
    .execute();
}

export async function setReviewDate(sql: Sql, id: string, reviewOn: IsoDate): Promise<void> {
  await sql
    .tables<GovernanceTables>()
    .updateTable('governance.paper')
    .set({ review_on: reviewOn })
    .where('id', '=', id)
    .execute();
}

/** Takes a draft away, and its bytes where no other paper of its body holds the same. A published paper stays. */
export async function deleteDraftPaper(
  sql: Sql,
  { id, bodyId }: Pick<Paper, 'id' | 'bodyId'>,
): Promise<void> {
  const tables = sql.tables<GovernanceTables>();
  const content = await tables
    .selectFrom('governance.paper_content')
    .select('sha256')
    .where('paper_id', '=', id)
    .executeTakeFirst();
  await tables.deleteFrom('governance.paper').where('id', '=', id).execute();
  if (content === undefined) return;
  const held = tables
    .selectFrom('governance.paper_content')
    .select('sha256')
    .where('body_id', '=', bodyId)
    .where('sha256', '=', content.sha256);
  await tables
    .deleteFrom('governance.paper_file')
    .where('body_id', '=', bodyId)
    .where('sha256', '=', content.sha256)
    .where('sha256', 'not in', held)
    .execute();
}

export const paperFrom = (row: PaperTables['governance.paper']): Paper => ({
  id: row.id,
  bodyId: row.body_id,
  title: row.title,
  kind: row.kind as PaperKind,
  access: row.access as PaperAccess,
  paragraphs: row.paragraphs as readonly ExemptParagraph[],
  publicInterest: row.public_interest,
  publicSummary: row.public_summary,
  reviewOn: row.review_on ?? undefined,
  publishedAt: row.published_at ?? undefined,
  source: row.source,
  addedBy: row.added_by,
  recordedAt: row.recorded_at,
});

export const paperFileFrom = (
  row: Omit<PaperTables['governance.paper_content'], 'text' | 'paper_id' | 'body_id'>,
): PaperFile => ({
  sha256: row.sha256,
  filename: row.filename,
  mediaType: row.media_type,
  byteCount: Number(row.byte_count),
  pages: row.pages ?? undefined,
  textNote: row.text_note ?? undefined,
});
