import type { Sql } from '#platform/db';
import { isReadable, type Paper, type PaperFile } from '../../domain/papers/paper.ts';
import type { IsoDate } from '#platform/kernel';
import { paperFrom } from '../../store/papers.ts';
import type { GovernanceTables } from '../../store/tables.ts';
import { filesOfPapers } from './papers-of.ts';

/** A paper of a body’s own, as its officers choose from. */
export type OwnPaper = Readonly<{ paper: Paper; file: PaperFile | undefined }>;

const shownAtMost = 50;

/** What an officer may attach: drafts first, then the newest published, since one report serves several things. */
export async function papersToPick(sql: Sql, bodyId: string): Promise<readonly OwnPaper[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.paper')
    .selectAll()
    .where('body_id', '=', bodyId)
    .orderBy('published_at', (order) => order.desc().nullsFirst())
    .orderBy('recorded_at', 'desc')
    .limit(shownAtMost)
    .execute();
  const files = await filesOfPapers(
    sql,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ paper: paperFrom(row), file: files.get(row.id) }));
}

/** A body’s papers that need its officers: drafts, and exempt ones still waiting for their day, the soonest first. */
export async function papersToManage(
  sql: Sql,
  bodyId: string,
  today: IsoDate,
): Promise<Readonly<{ drafts: readonly OwnPaper[]; waiting: readonly OwnPaper[] }>> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.paper')
    .selectAll()
    .where('body_id', '=', bodyId)
    .where((eb) => eb.or([eb('published_at', 'is', null), eb('access', '=', 'exempt')]))
    .orderBy('review_on')
    .orderBy('recorded_at', 'desc')
    .execute();
  const files = await filesOfPapers(
    sql,
    rows.map(({ id }) => id),
  );
  const papers = rows.map((row) => ({ paper: paperFrom(row), file: files.get(row.id) }));
  return {
    drafts: papers.filter(({ paper }) => paper.publishedAt === undefined),
    waiting: papers.filter(({ paper }) => paper.publishedAt !== undefined && !isReadable(paper, today)),
  };
}
