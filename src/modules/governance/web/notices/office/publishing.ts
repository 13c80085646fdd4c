import { askAgain, notFound, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { may } from '#platform/identity';
import { londonTime } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { draftGone, once, versionSeen } from '#platform/web';
import { publishNotice } from '../../../actions/publish-notice.ts';
import { judgeNotice } from '../../../domain/notice/judge-notice.ts';
import { noticeId } from '../../../domain/notice/notice.ts';
import { mayPublishDecisions } from '../../../permissions.ts';
import { noticeDraft, type NoticeDraft } from '../../../queries/notice-drafts.ts';
import { readNotice } from '../form/read-notice.ts';
import { checkPage } from './check-page.tsx';
import type { Checked } from './checked.ts';
import { explainPublish } from './explain.ts';
import { type HandleDraft, roomPath } from './room.ts';

/** The draft as it would stand if it were published now. */
export const showCheck: HandleDraft = async (services, visit, found) =>
  page(checkPage({ ...checkOf(services, visit, found), errors: {} }));

function checkOf({ clock }: Services, { actor }: OfficeVisit, found: NoticeDraft) {
  const { draft, notice, grounds } = found;
  const read = readNotice(draft.answers, notice?.versions.at(-1));
  const mayPublish = may(actor, mayPublishDecisions, actor.bodyId).ok;
  const about = { actor, found, mayPublish };
  if (!read.ok) return { ...about, checked: undefined, unfinished: read.error };
  const here = londonTime(clock.now());
  const { publishedOn = here.date, ...asked } = read.value;
  const candidate = {
    ...asked,
    publishedOn,
    publishedTime: asked.publishedElsewhere === '' ? here.time : undefined,
  };
  const judged = judgeNotice(candidate, notice?.versions ?? [], grounds(asked.content.dueFrom), here.date);
  const checked: Checked = { asked: read.value, judged, today: here.date };
  return { ...about, checked, unfinished: {} };
}

/**
 * Publishes the draft that was looked over. The act reads it again under its lock, so what was seen is what is published,
 * and a form sent twice is answered as the first time although the draft is gone.
 */
export async function submitCheck(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers, params, today } = visit;
  const draftId = params['noticeDraft'] ?? '';
  const outcome = await publishNotice(
    services,
    actor,
    actor.bodyId,
    { draftId, draftSeen: versionSeen(answers['draftSeen']), read: readNotice },
    once(visit),
  );
  if (outcome.ok) return redirect(publishedPath(actor.bodyId, outcome.value));
  if (isStale(outcome.error)) {
    const { stale } = outcome.error;
    if (stale === undefined) return notFound(draftGone);
    return redirect(
      publishedPath(actor.bodyId, stale),
      'Another officer published this draft already, as it stands here. Nothing was published twice.',
    );
  }
  const now = await services.database.as(actor, (sql) => noticeDraft(sql, draftId, today));
  if (now === undefined) return notFound(draftGone);
  return askAgain(checkPage({ ...checkOf(services, visit, now), errors: explainPublish(outcome.error) }));
}

function publishedPath(
  bodyId: string,
  { noticeId: id, version }: Readonly<{ noticeId: string; version: number }>,
): string {
  const reference = id.slice(noticeId({ bodyId, reference: '' }).length);
  return `${roomPath(bodyId)}/${reference}/published?version=${version}`;
}
