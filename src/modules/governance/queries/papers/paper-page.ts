import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { type BodyLine, bodyOn } from '#modules/register';
import { isPublished, isReadable, type Paper, type PaperFile } from '../../domain/papers/paper.ts';
import { findPaper } from '../../store/papers.ts';
import type { GovernanceTables } from '../../store/tables.ts';
import { filesOfPapers } from './papers-of.ts';

/** What a paper’s page shows. */
export type PaperPage = Readonly<{
  paper: Paper;
  body: BodyLine | undefined;
  /** The pages of the things it belongs to, each with its title where it can be found. */
  belongsTo: readonly Readonly<{ subject: string; title: string | undefined; role: string }>[];
  isReadable: boolean;
  file: PaperFile | undefined;
}>;

/** A published paper as it stood on a day; undefined where the public knew of none. */
export async function paperPage(sql: Sql, id: string, on: IsoDate): Promise<PaperPage | undefined> {
  const paper = await findPaper(sql, id);
  if (paper === undefined || !isPublished(paper, on)) return undefined;
  const open = isReadable(paper, on);
  return { ...(await around(sql, paper, on)), isReadable: open, ...(!open && { file: undefined }) };
}

/** A paper of the officer’s own body, a draft or not; undefined where it has none such. */
export async function ownPaperPage(
  sql: Sql,
  bodyId: string,
  { id, on }: Readonly<{ id: string; on: IsoDate }>,
): Promise<PaperPage | undefined> {
  const paper = await findPaper(sql, id);
  if (paper === undefined || paper.bodyId !== bodyId) return undefined;
  return { ...(await around(sql, paper, on)), isReadable: isReadable(paper, on) };
}

async function around(sql: Sql, paper: Paper, on: IsoDate): Promise<Omit<PaperPage, 'isReadable'>> {
  const [body, files, belongsTo] = await Promise.all([
    bodyOn(sql, paper.bodyId, { on }),
    filesOfPapers(sql, [paper.id]),
    sql
      .tables<GovernanceTables>()
      .selectFrom('governance.attachment as attachment')
      .leftJoin('governance.found as found', 'found.subject', 'attachment.subject')
      .select(['attachment.subject', 'attachment.role', 'found.title'])
      .where('attachment.paper_id', '=', paper.id)
      .orderBy('attachment.subject')
      .execute(),
  ]);
  return {
    paper,
    body,
    file: files.get(paper.id),
    belongsTo: belongsTo.map(({ title, ...each }) => ({ ...each, title: title ?? undefined })),
  };
}
