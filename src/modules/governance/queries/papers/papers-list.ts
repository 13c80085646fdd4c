import type { Sql } from '#platform/db';
import type { Dataset } from '#platform/http';
import { addDays, instantInLondon, type IsoDate, londonDate, midnight } from '#platform/kernel';
import { isReadable, type Paper, type PaperFile, paperKinds, paperPath } from '../../domain/papers/paper.ts';
import { paperFrom } from '../../store/papers.ts';
import type { GovernanceTables } from '../../store/tables.ts';
import { filesOfPapers } from './papers-of.ts';

/** A published paper of a body as a list shows it. */
export type BodyPaper = Readonly<{ paper: Paper; isReadable: boolean; file: PaperFile | undefined }>;

export const papersOnAPage = 50;
const papersInAFile = 5000;

/** A body’s papers that were public on a day, the newest first. `page` counts from 1; one more than a page tells of a next. */
export async function papersOfBody(
  sql: Sql,
  bodyId: string,
  { on, page, most = papersOnAPage }: Readonly<{ on: IsoDate; page: number; most?: number }>,
): Promise<Readonly<{ papers: readonly BodyPaper[]; hasMore: boolean }>> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.paper')
    .selectAll()
    .where('body_id', '=', bodyId)
    .where('published_at', '<', instantInLondon({ date: addDays(on, 1), time: midnight }))
    .orderBy('published_at', 'desc')
    .orderBy('id')
    .offset((page - 1) * most)
    .limit(most + 1)
    .execute();
  const shown = rows.slice(0, most).map(paperFrom);
  const files = await filesOfPapers(
    sql,
    shown.map(({ id }) => id),
  );
  return {
    papers: shown.map((paper) => {
      const open = isReadable(paper, on);
      return { paper, isReadable: open, file: open ? files.get(paper.id) : undefined };
    }),
    hasMore: rows.length > most,
  };
}

/** The same as a file. */
export async function papersDataset(sql: Sql, bodyId: string, on: IsoDate): Promise<Dataset> {
  const { papers } = await papersOfBody(sql, bodyId, { on, page: 1, most: papersInAFile });
  return {
    name: `${bodyId}-papers-${on}`,
    source: 'Papers as their body published them; each row names its source.',
    columns: [
      { key: 'title', title: 'Title' },
      { key: 'kind', title: 'Kind' },
      { key: 'access', title: 'Access' },
      { key: 'paragraphs', title: 'Exempt by paragraph' },
      { key: 'publicSummary', title: 'Public summary' },
      { key: 'publishedOn', title: 'Published on' },
      { key: 'reviewOn', title: 'Released on' },
      { key: 'mediaType', title: 'Media type' },
      { key: 'bytes', title: 'Bytes' },
      { key: 'sha256', title: 'SHA-256' },
      { key: 'source', title: 'Source' },
      { key: 'page', title: 'Page' },
    ],
    rows: papers.map(({ paper, file }) => ({
      title: paper.title,
      kind: paperKinds[paper.kind],
      access: paper.access,
      paragraphs: paper.paragraphs.join('; '),
      publicSummary: paper.publicSummary,
      publishedOn: paper.publishedAt === undefined ? null : londonDate(paper.publishedAt),
      reviewOn: paper.reviewOn ?? null,
      mediaType: file?.mediaType ?? null,
      bytes: file?.byteCount ?? null,
      sha256: file?.sha256 ?? null,
      source: paper.source,
      page: paperPath(paper),
    })),
  };
}
