import { createHash } from 'node:crypto';
import { date, fixedClock, type IsoDate, londonDate } from '#platform/kernel';
import { act, type ActServices, openRecordHead } from '#platform/record';
import type { TestDatabase } from '#platform/testing';
import { newPaperOf, readPaper } from '../../src/modules/governance/actions/papers/add-paper.ts';
import { attachPapers } from '../../src/modules/governance/actions/papers/attach-papers.ts';
import { publishPapers } from '../../src/modules/governance/actions/papers/publish-papers.ts';
import { insertPaper } from '../../src/modules/governance/store/papers.ts';

/**
 * An open paper published long enough ago for any clock of a test, another that is exempt for a thousand years, and one
 * that is a draft. Answers the id of the open one.
 */
export async function carryOnPapers({
  appUrl,
  database,
}: Pick<TestDatabase, 'appUrl' | 'database'>): Promise<string> {
  const head = await openRecordHead({ url: appUrl, onError: () => undefined });
  const services = { database, clock: fixedClock(new Date('2026-06-01T10:00:00Z')), head };
  const open = await publishedPaper(services, { holds: 'Six bidders were compared.' });
  await publishedPaper(services, { holds: 'Prices', title: 'Prices', reviewOn: date('2999-01-01') });
  await publishedPaper(services, { holds: 'Draft', title: 'Draft', isDraft: true });
  await head.close();
  return open;
}

type Given = Readonly<{
  holds: string;
  filename?: string;
  title?: string;
  reviewOn?: IsoDate;
  isDraft?: boolean;
  bodyId?: string;
}>;

/** A paper of Maidstone published with a decision, exempt until `reviewOn` where one is given. Answers its id. */
export async function publishedPaper(
  services: ActServices,
  {
    holds,
    filename = 'report.txt',
    title = 'Report',
    reviewOn,
    bodyId = 'maidstone',
    isDraft = false,
  }: Given,
): Promise<string> {
  const bytes = Buffer.from(holds);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const content = await readPaper({ filename, declaredType: '', bytes, sha256 });
  if (!content.ok) throw new Error(JSON.stringify(content.error));
  const at = services.clock.now();
  const paper = newPaperOf(
    {
      bodyId,
      title,
      kind: 'report',
      access: reviewOn === undefined ? 'open' : 'exempt',
      paragraphs: reviewOn === undefined ? [] : [3],
      publicInterest: reviewOn === undefined ? '' : 'Bidders would lose by it',
      publicSummary: reviewOn === undefined ? '' : 'What six bidders offered',
      reviewOn,
      source: 'Head of Environment',
    },
    { addedBy: 'Democratic services', now: at },
  );
  const subject = `/decisions/${bodyId}/2026-001`;
  const added = { act: 'governance.paper.added', summary: title, facts: {}, visibility: 'private' } as const;
  const done = await act(services, { officeTitle: 'Democratic services', bodyId }, {}, async (sql) => {
    await insertPaper(sql, paper, content.value);
    const attached = await attachPapers(sql, { subject, bodyId }, [{ id: paper.id }]);
    if (!attached.ok) return attached;
    if (isDraft) return { ok: true, value: { value: undefined, entry: { ...added, subject } } } as const;
    const told = await publishPapers(sql, attached.value, {
      at,
      on: londonDate(at),
      places: [bodyId],
      topics: ['waste'],
    });
    const entry = {
      act: 'governance.decision.published',
      subject,
      summary: 'A decision',
      facts: { papers: [...told] },
    };
    return { ok: true, value: { value: undefined, entry: { ...entry, visibility: 'public' } } } as const;
  });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  return paper.id;
}
