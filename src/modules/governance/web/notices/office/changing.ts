import { dropDraft, keepDraft } from '#platform/drafts';
import { askAgain, notFound, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { isStale, type Services } from '#platform/module';
import { draftGone, explainDraft, once, versionSeen } from '#platform/web';
import { noticeDraftOf } from '../../../actions/drafts.ts';
import { noticeId, noticePath } from '../../../domain/notice/notice.ts';
import { noticeDraft, noticeToChange } from '../../../queries/notice-drafts.ts';
import { answersOf } from '../form/answers-of.ts';
import { faultsIn } from '../form/read-notice.ts';
import { changePage, discardPage, publishedPage, type ToChange } from './change-page.tsx';
import { draftPath, type HandleDraft, roomPath } from './room.ts';

export type HandleNotice = (services: Services, visit: OfficeVisit, found: ToChange) => Promise<Reply>;

/** A page of one notice of the officer’s own body. */
export const ofNotice =
  (services: Services, handle: HandleNotice) =>
  async (visit: OfficeVisit): Promise<Reply> => {
    const { actor, params } = visit;
    const id = noticeId({ bodyId: actor.bodyId, reference: params['notice'] ?? '' });
    const found = await noticeToChange(services.database, id);
    return found === undefined
      ? notFound(`There is no notice ${params['notice']} of your body. Its page of notices lists them.`)
      : handle(services, visit, found);
  };

export const showChange: HandleNotice = async (_services, { actor }, found) =>
  page(changePage(actor, found, {}, {}));

/** Begins a draft of the next version with everything the latest says. */
export const submitChange: HandleNotice = async (services, visit, found) => {
  const { actor, answers } = visit;
  const { notice, decisions } = found;
  const latest = notice.versions.at(-1);
  const given = { change: answers['change'] ?? '', reason: answers['reason'] ?? '' };
  const faults = faultsIn('change', given);
  if (latest === undefined || latest.change === 'withdrawn' || decisions.length > 0)
    return page(changePage(actor, found, {}, {}), 422);
  if (Object.keys(faults).length > 0) return askAgain(changePage(actor, found, answers, faults));
  const next = {
    id: undefined,
    about: noticePath(notice),
    answers: { ...answersOf(latest), ...given },
    seen: 0,
  };
  const outcome = await keepDraft(services, actor, noticeDraftOf(actor.bodyId), next, once(visit));
  if (outcome.ok) {
    const path = draftPath(actor.bodyId, outcome.value.id);
    return redirect(
      given.change === 'withdrawn' ? `${path}/check` : `${path}${firstAsked[given.change] ?? ''}`,
    );
  }
  if (isStale(outcome.error)) throw new Error('A new draft has no version that could be older');
  return askAgain(changePage(actor, found, answers, explainDraft(outcome.error)));
};

/** The part of the form that a change begins with. */
const firstAsked: Readonly<Record<string, string>> = { postponed: '/maker', 'private-again': '/access' };

export const showPublished: HandleNotice = async (_services, { actor, query }, { notice }) => {
  const version = query['version'] === undefined ? notice.versions.length : versionSeen(query['version']);
  return notice.versions.some((each) => each.version === version)
    ? page(publishedPage(actor, notice, version))
    : notFound(`Notice ${notice.reference} has no such version.`);
};

export const showDiscard: HandleDraft = async (_services, { actor }, found) =>
  page(discardPage(actor, found, {}));

/** Acts first: a form sent twice is answered as the first time although the draft is gone. */
export async function submitDiscard(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, params, today } = visit;
  const draftId = params['noticeDraft'] ?? '';
  const outcome = await dropDraft(services, actor, noticeDraftOf(actor.bodyId), draftId, once(visit));
  if (outcome.ok) return redirect(roomPath(actor.bodyId), 'The draft is discarded.');
  const found = await services.database.as(actor, (sql) => noticeDraft(sql, draftId, today));
  return found === undefined
    ? notFound(draftGone)
    : askAgain(discardPage(actor, found, explainDraft(outcome.error)));
}
