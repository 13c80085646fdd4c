import type { Sql } from '#platform/db';
import { type Draft, findDraft, listDrafts } from '#platform/drafts';
import type { IsoDate } from '#platform/kernel';
import { type PlaceLine, placesOn } from '#modules/register';
import { draftKinds } from '../domain/draft-kinds.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { type DecisionAfter, findNotice, findNoticeAt, listDecisionsAfter } from '../store/notices.ts';
import { type NoticeGrounds, noticeGrounds } from './notice-ground.ts';
import { type NoticeLine, openNoticesOf } from './notices-open.ts';

/** A draft of a notice with what it changes, and everything it is judged by. */
export type NoticeDraft = Readonly<{
  draft: Draft;
  /** The notice it changes; undefined for a new one. */
  notice: Notice | undefined;
  grounds: NoticeGrounds;
  places: readonly PlaceLine[];
}>;

/** One draft of a notice; undefined where there is none or it is another body’s. */
export async function noticeDraft(
  sql: Sql,
  draftId: string,
  today: IsoDate,
): Promise<NoticeDraft | undefined> {
  const draft = await findDraft(sql, draftId);
  if (draft === undefined || draft.kind !== draftKinds.notice) return undefined;
  const [notice, grounds, places] = await Promise.all([
    draft.about === undefined ? undefined : findNoticeAt(sql, draft.about),
    noticeGrounds(sql, draft.bodyId),
    placesOn(sql, { on: today }),
  ]);
  return grounds === undefined ? undefined : { draft, notice, grounds, places };
}

/** What an office has of notices: its body’s drafts, the last saved first, and the notices that are open. */
export type NoticesToManage = Readonly<{ drafts: readonly Draft[]; open: readonly NoticeLine[] }>;

export async function noticesToManage(sql: Sql, bodyId: string, today: IsoDate): Promise<NoticesToManage> {
  const [drafts, open] = await Promise.all([
    listDrafts(sql, bodyId, draftKinds.notice),
    openNoticesOf(sql, bodyId, today),
  ]);
  return { drafts, open };
}

/** A notice that an office means to change, and the decisions that followed it already. */
export async function noticeToChange(
  sql: Sql,
  noticeId: string,
): Promise<Readonly<{ notice: Notice; decisions: readonly DecisionAfter[] }> | undefined> {
  const [notice, decisions] = await Promise.all([
    findNotice(sql, noticeId),
    listDecisionsAfter(sql, noticeId),
  ]);
  return notice === undefined ? undefined : { notice, decisions };
}
