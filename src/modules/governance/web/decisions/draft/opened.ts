import { notFound, type OfficeVisit, type Reply } from '#platform/http';
import type { Draft } from '#platform/drafts';
import type { Services } from '#platform/module';
import { draftGone } from '#platform/web';
import { type Judged, judgeDecision } from '../../../actions/judge-decision.ts';
import { decisionDraft, type DraftChoices, draftChoices } from '../../../queries/decision-drafting.ts';
import { readDraft, type Unfinished } from './read-draft.ts';

/** A draft that an officer opened: as it stands, and as it would be judged now. */
export type Opened = Readonly<{
  draft: Draft;
  judged: Judged;
  unfinished: Unfinished;
  choices: DraftChoices;
}>;

/** Reads the draft that an address names, with everything its pages show; undefined where it is not there. */
export async function openDraft(
  { database, clock }: Services,
  { actor, params, today }: OfficeVisit,
): Promise<Opened | undefined> {
  return database.as(actor, async (sql) => {
    const draft = await decisionDraft(sql, actor.bodyId, params['decisionDraft'] ?? '');
    if (draft === undefined) return undefined;
    const { decision, unfinished } = readDraft(draft.answers, actor.bodyId, today);
    const publisher = { officeTitle: actor.officeTitle, now: clock.now() };
    const [judged, choices] = await Promise.all([
      judgeDecision(sql, decision, publisher),
      draftChoices(sql, actor.bodyId, today),
    ]);
    return judged && { draft, judged, unfinished, choices };
  });
}

type Handle = (services: Services, visit: OfficeVisit, opened: Opened) => Promise<Reply>;

/** A handler of a draft’s page, for those that need the draft to be there. */
export const ofDraft = (services: Services, handle: Handle) => async (visit: OfficeVisit) => {
  const opened = await openDraft(services, visit);
  return opened === undefined ? notFound(draftGone) : handle(services, visit, opened);
};
