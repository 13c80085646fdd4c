import type { Sql } from '#platform/db';
import { ok, refuse, type Result } from '#platform/kernel';
import type { Paper } from '../../domain/papers/paper.ts';
import { insertAttachments, nextPosition } from '../../store/attachments.ts';
import { findPapers } from '../../store/papers.ts';

/** Why papers cannot be attached; `paperId` is the first that is wrong. */
export type PapersRefusal = Readonly<{ papers: 'no-such-paper' | 'of-another-body'; paperId: string }>;

/** A paper to be attached, and as what: "Report", "Appendix B"; as its kind unless said. */
export type ToAttach = Readonly<{ id: string; role?: string }>;

/**
 * Attaches papers to a thing, in this order after those it has: inside the act that drafts or publishes the thing, whose
 * subject is its page, `/decisions/maidstone/2008-001`. A paper may belong to several things, as the report does to the
 * agenda and to the decision. Answers the papers, for `publishPapers`.
 */
export async function attachPapers(
  sql: Sql,
  { subject, bodyId }: Readonly<{ subject: string; bodyId: string }>,
  papers: readonly ToAttach[],
): Promise<Result<readonly Paper[], PapersRefusal>> {
  const found = new Map(
    (
      await findPapers(
        sql,
        papers.map(({ id }) => id),
      )
    ).map((paper) => [paper.id, paper]),
  );
  const attached: Paper[] = [];
  for (const { id } of papers) {
    const paper = found.get(id);
    if (paper === undefined) return refuse({ papers: 'no-such-paper', paperId: id });
    if (paper.bodyId !== bodyId) return refuse({ papers: 'of-another-body', paperId: id });
    attached.push(paper);
  }
  const first = await nextPosition(sql, subject);
  await insertAttachments(
    sql,
    papers.map(({ id, role }, at) => ({
      subject,
      paperId: id,
      bodyId,
      role: role ?? found.get(id)?.kind ?? 'other',
      position: first + at,
    })),
  );
  return ok(attached);
}
