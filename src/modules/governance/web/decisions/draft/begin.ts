import { keepDraft, stepOf } from '#platform/drafts';
import { type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { may } from '#platform/identity';
import { isStale, type Services } from '#platform/module';
import { explainDraft, once } from '#platform/web';
import { decisionDraftOf } from '../../../actions/drafts.ts';
import { mayPublishDecisions } from '../../../permissions.ts';
import { decisionDrafts } from '../../../queries/decision-drafting.ts';
import { listDecisions } from '../../../queries/decisions-list.ts';
import { draftPath } from './draft-words.ts';
import { roomPage } from './room-page.tsx';
import { isOfDraft } from './steps/steps.ts';

const shownAtMost = 20;

/** A body’s records: drafts, and what it published lately. */
export async function showRoom({ database, clock }: Services, { actor, today }: OfficeVisit): Promise<Reply> {
  const { drafts, published } = await database.as(actor, async (sql) => ({
    drafts: await decisionDrafts(sql, actor.bodyId),
    published: await listDecisions(
      sql,
      { bodyId: actor.bodyId },
      { at: clock.now(), on: today, limit: shownAtMost },
    ),
  }));
  const mayPublish = may(actor, mayPublishDecisions, actor.bodyId).ok;
  return page(roomPage({ actor, drafts, published: published.decisions, mayPublish }));
}

/** Begins a draft with what the page that sent it knows: a notice, a meeting, a joint proposal. */
export async function begin(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers } = visit;
  const known = stepOf(answers, isOfDraft);
  const { bodyId } = actor;
  const asked = { id: undefined, answers: known, seen: 0 };
  const begun = await keepDraft(services, actor, decisionDraftOf(bodyId), asked, once(visit));
  if (begun.ok) return redirect(draftPath(bodyId, begun.value.id));
  const why = isStale(begun.error) ? {} : explainDraft(begun.error);
  return redirect(`/office/${bodyId}/decisions`, why['form']);
}
