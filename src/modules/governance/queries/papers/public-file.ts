import type { Sql } from '#platform/db';
import type { Paper } from '../../domain/papers/paper.ts';
import { findPaper, findPaperBytes } from '../../store/papers.ts';

/** The bytes of a paper that may be read: by this rule, and by the database’s for whoever asks. */
export async function findPublicFile(
  sql: Sql,
  paperId: string,
  mayBeRead: (paper: Paper) => boolean,
): ReturnType<typeof findPaperBytes> {
  const paper = await findPaper(sql, paperId);
  return paper === undefined || !mayBeRead(paper) ? undefined : findPaperBytes(sql, paperId);
}
