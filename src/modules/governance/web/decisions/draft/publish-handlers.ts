import { dropDraft } from '#platform/drafts';
import {
  askAgain,
  type FieldErrors,
  notFound,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { may } from '#platform/identity';
import type { Services } from '#platform/module';
import { draftGone, explainCommon, explainDraft, isCommon, once, versionSeen } from '#platform/web';
import { decisionDraftOf } from '../../../actions/drafts.ts';
import {
  publishDecisionDraft,
  type PublishDraftRefusal,
  type PublishedAs,
} from '../../../actions/publish-decision.ts';
import { decisionId } from '../../../domain/decision/decision.ts';
import { mayPublishDecisions } from '../../../permissions.ts';
import { decisionAt } from '../../../queries/standings.ts';
import { checkPage } from './check-page.tsx';
import { roomPath } from './draft-words.ts';
import { discardPage, overtakenPage, publishedPage } from './end-pages.tsx';
import { explainFaults } from './explain-fault.ts';
import { type Opened, openDraft } from './opened.ts';
import { readDraft } from './read-draft.ts';

export const showCheck = async (
  _services: Services,
  { actor }: OfficeVisit,
  opened: Opened,
): Promise<Reply> => page(checkPage({ ...looked(actor, opened), errors: {} }));

const looked = (actor: OfficeVisit['actor'], opened: Opened) => ({
  actor,
  ...opened,
  mayPublish: may(actor, mayPublishDecisions, actor.bodyId).ok,
});

/** Publishes the draft as it was looked over. Sent twice it acts once, though the draft is gone by then. */
export async function publish(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, params, answers, today } = visit;
  const { bodyId } = actor;
  const done = await publishDecisionDraft(
    services,
    actor,
    {
      bodyId,
      draftId: params['decisionDraft'] ?? '',
      seen: versionSeen(answers['seen']),
      read: (kept) => {
        const { decision, unfinished } = readDraft(kept, bodyId, today);
        return Object.keys(unfinished).length === 0 ? decision : undefined;
      },
    },
    once(visit),
  );
  if (done.ok) return redirect(`${roomPath(bodyId)}/${done.value.reference}/published`);
  const published = publishedMeanwhile(done.error);
  if (published !== undefined) return askAgain(overtakenPage(actor, published));
  const opened = await openDraft(services, visit);
  if (opened === undefined) return notFound(draftGone);
  return askAgain(checkPage({ ...looked(actor, opened), errors: explain(done.error) }));
}

const publishedMeanwhile = (refusal: PublishDraftRefusal): PublishedAs | undefined =>
  typeof refusal === 'object' && 'stale' in refusal ? refusal.stale : undefined;

function explain(refusal: PublishDraftRefusal): FieldErrors {
  if (typeof refusal === 'object') {
    const [fault] = 'faults' in refusal ? explainFaults(refusal.faults) : [];
    return fault === undefined ? explainDraft('draft-gone') : { form: fault.says };
  }
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'draft-gone':
      return explainDraft(refusal);
    case 'draft-changed':
      return { form: 'A colleague changed this draft meanwhile. Check it again as it stands now' };
    case 'unfinished':
      return { form: 'The draft is not finished. The list below says what it lacks' };
    default:
      return refusal satisfies never;
  }
}

/** The page that says that it is done. */
export async function showPublished(
  { database, clock }: Services,
  { actor, params }: OfficeVisit,
): Promise<Reply> {
  const id = decisionId({ bodyId: actor.bodyId, reference: params['reference'] ?? '' });
  const found = await database.as(actor, (sql) => decisionAt(sql, id, clock.now()));
  return found === undefined
    ? notFound('Your body has no record of this number.')
    : page(publishedPage(actor, found));
}

export const showDiscard = async (
  _services: Services,
  { actor }: OfficeVisit,
  { draft }: Opened,
): Promise<Reply> => page(discardPage(actor, draft, {}));

export async function discard(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, params } = visit;
  const { bodyId } = actor;
  const done = await dropDraft(
    services,
    actor,
    decisionDraftOf(bodyId),
    params['decisionDraft'] ?? '',
    once(visit),
  );
  if (done.ok) return redirect(roomPath(bodyId), 'The draft is discarded.');
  if (isCommon(done.error)) return redirect(roomPath(bodyId), explainCommon(done.error)['form']);
  return notFound(draftGone);
}
