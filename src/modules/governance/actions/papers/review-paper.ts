import { may } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { isReadable, type Paper, paperPath } from '../../domain/papers/paper.ts';
import { mayPublishDecisions } from '../../permissions.ts';
import { keepReleasedFound } from '../../store/found-papers.ts';
import { findPapers, findPaperTexts, setReviewDate } from '../../store/papers.ts';
import { paperFacts } from './publish-papers.ts';

/** When an exempt paper is to be released, as decided now; `seen` is the date that stood when it was looked at. */
export type PaperReview = Readonly<{
  bodyId: string;
  paperId: string;
  /** Today releases it at once. */
  reviewOn: IsoDate;
  reason: string;
  seen: IsoDate | undefined;
}>;

export type ReviewPaperRefusal =
  | CommonRefusal
  | 'no-such-paper'
  | 'not-exempt'
  | 'already-released'
  | 'review-date-passed'
  | Stale<Paper>;

/**
 * Decides anew when an exempt paper is released: at once, sooner or later. What anyone may read already cannot be taken
 * back. The public sees that the date was moved, by which office and why.
 */
export async function reviewPaper(
  services: ActServices,
  actor: Actor | undefined,
  { bodyId, paperId, reviewOn, reason, seen }: PaperReview,
  options: ActOptions = {},
): Promise<Result<void, ReviewPaperRefusal>> {
  const allowed = may(actor, mayPublishDecisions, bodyId);
  if (!allowed.ok) return allowed;
  return act<void, ReviewPaperRefusal>(services, allowed.value, options, async (sql) => {
    const today = services.clock.today();
    const [paper] = await findPapers(sql, [paperId], { lock: true });
    if (paper === undefined || paper.bodyId !== bodyId) return refuse('no-such-paper');
    if (paper.access !== 'exempt') return refuse('not-exempt');
    if (isReadable(paper, today)) return refuse('already-released');
    if (paper.reviewOn !== seen) return refuse({ stale: paper });
    if (reviewOn < today) return refuse('review-date-passed');

    await setReviewDate(sql, paperId, reviewOn);
    const moved = { ...paper, reviewOn };
    await keepReleasedFound(sql);
    const text = (await findPaperTexts(sql, [paperId])).get(paperId);
    const isReleased = reviewOn === today;
    const entry = {
      act: isReleased ? 'governance.paper.released' : 'governance.paper.review-moved',
      subject: paperPath(paper),
      summary: isReleased
        ? `Exempt paper released: ${paper.title}`
        : `Exempt paper to be looked at again on ${formatDate(reviewOn)}: ${paper.title}`,
      facts: { reason, before: seen ?? null, paper: paperFacts(moved, text?.sha256, today) },
    };
    return ok({
      value: undefined,
      entry:
        paper.publishedAt === undefined
          ? { ...entry, visibility: 'private' }
          : publicEntry({ ...entry, about: { bodies: [bodyId] } }),
    });
  });
}
