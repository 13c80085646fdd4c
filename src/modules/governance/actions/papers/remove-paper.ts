import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices } from '#platform/record';
import { paperPath } from '../../domain/papers/paper.ts';
import { mayPrepareDecisions } from '../../permissions.ts';
import { deleteDraftPaper, findPapers } from '../../store/papers.ts';

export type RemovePaperRefusal = CommonRefusal | 'no-such-paper' | 'already-published';

/** Takes away a paper that was not published yet, its bytes with it. A published paper stays for good. */
export async function removePaper(
  services: ActServices,
  actor: Actor | undefined,
  { bodyId, paperId }: Readonly<{ bodyId: string; paperId: string }>,
  options: ActOptions = {},
): Promise<Result<void, RemovePaperRefusal>> {
  const allowed = may(actor, mayPrepareDecisions, bodyId);
  if (!allowed.ok) return allowed;
  return act(services, allowed.value, options, async (sql) => {
    const [paper] = await findPapers(sql, [paperId], { lock: true });
    if (paper === undefined || paper.bodyId !== bodyId) return refuse('no-such-paper');
    if (paper.publishedAt !== undefined) return refuse('already-published');
    await deleteDraftPaper(sql, paper);
    return ok({
      value: undefined,
      entry: {
        act: 'governance.paper.removed',
        subject: paperPath(paper),
        summary: `Paper removed before it was published: ${paper.title}`,
        facts: { title: paper.title },
        visibility: 'private',
      },
    });
  });
}
