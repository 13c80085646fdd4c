import type { Sql } from '#platform/db';
import { groupBy, type IsoDate } from '#platform/kernel';
import { isPublished, isReadable, type Paper, type PaperFile } from '../../domain/papers/paper.ts';
import { paperFileFrom, paperFrom } from '../../store/papers.ts';
import type { GovernanceTables } from '../../store/tables.ts';

/** A paper of a thing, as a page lists it. */
export type PaperListed = Readonly<{
  paper: Paper;
  /** As what it belongs there: a kind of paper, or in words. */
  role: string;
  /** Whether anyone could read it on the day asked for. */
  isReadable: boolean;
  /** Undefined where the viewer may know of the paper and not of its file. */
  file: PaperFile | undefined;
}>;

/** The published papers of a thing as they stood on a day, in their order. */
export async function papersOf(sql: Sql, subject: string, on: IsoDate): Promise<readonly PaperListed[]> {
  return (await papersOfEach(sql, [subject], on)).get(subject) ?? [];
}

/** The same for many things at once, by their pages. */
export async function papersOfEach(
  sql: Sql,
  subjects: readonly string[],
  on: IsoDate,
): Promise<ReadonlyMap<string, readonly PaperListed[]>> {
  if (subjects.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.attachment as attachment')
    .innerJoin('governance.paper as paper', 'paper.id', 'attachment.paper_id')
    .selectAll('paper')
    .select(['attachment.subject', 'attachment.role'])
    .where('attachment.subject', 'in', subjects)
    .orderBy('attachment.position')
    .execute();
  const known = rows.filter((row) => isPublished(paperFrom(row), on));
  const files = await filesOfPapers(
    sql,
    known.map(({ id }) => id),
  );
  const listed = known.map((row) => {
    const paper = paperFrom(row);
    const open = isReadable(paper, on);
    return {
      subject: row.subject,
      paper,
      role: row.role,
      isReadable: open,
      file: open ? files.get(row.id) : undefined,
    };
  });
  return groupBy(listed, ({ subject }) => subject);
}

/** What is said of these papers’ files, where the viewer may read them; not their text. */
export async function filesOfPapers(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PaperFile>> {
  if (ids.length === 0) return new Map();
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.paper_content')
    .select(['paper_id', 'sha256', 'filename', 'media_type', 'byte_count', 'pages', 'text_note'])
    .where('paper_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.paper_id, paperFileFrom(row)]));
}
