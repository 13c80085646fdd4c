import type { Sql } from '#platform/db';
import { type Draft, listDrafts } from '#platform/drafts';
import type { IsoDate } from '#platform/kernel';
import { draftKinds } from '../domain/draft-kinds.ts';
import { privateNoticesFrom } from '../domain/notice/given.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { privateStanding, type PrivateStanding } from '../domain/notice/private-meeting.ts';
import { findNotices } from '../store/notices.ts';
import { type NoticeGrounds, noticeGrounds } from './notice-ground.ts';
import { type NoticeLine, openNoticesOf } from './notices-open.ts';

/** A private meeting whose second notice is still to be given. */
export type SecondNoticeDue = Readonly<{ notice: Notice; meeting: PrivateStanding }>;

/** What waits for an office in its body’s forward plan. */
export type NoticeWork = Readonly<{
  drafts: readonly Draft[];
  secondNotices: readonly SecondNoticeDue[];
  /** Notices whose day went by without a record. */
  late: readonly NoticeLine[];
  grounds: NoticeGrounds | undefined;
}>;

export async function noticeWork(sql: Sql, bodyId: string, today: IsoDate): Promise<NoticeWork> {
  const [drafts, open, grounds] = await Promise.all([
    listDrafts(sql, bodyId, draftKinds.notice),
    openNoticesOf(sql, bodyId, today),
    noticeGrounds(sql, bodyId),
  ]);
  const inPrivate = open.filter(({ isPrivate, dueUntil }) => isPrivate && dueUntil >= today);
  const notices = await findNotices(
    sql,
    inPrivate.map(({ id }) => id),
  );
  const late = open.filter(({ dueUntil }) => dueUntil < today);
  return { drafts, secondNotices: secondNotices(notices, grounds), late, grounds };
}

function secondNotices(
  notices: readonly Notice[],
  grounds: NoticeGrounds | undefined,
): readonly SecondNoticeDue[] {
  if (grounds === undefined) return [];
  return notices.flatMap((notice) => {
    const latest = notice.versions.at(-1);
    if (latest === undefined || latest.content.privateMeeting?.agreement !== undefined) return [];
    const ground = grounds(latest.content.dueFrom);
    const given = privateNoticesFrom(notice.versions, ground);
    const meeting = privateStanding(latest.content, latest.change, given, ground);
    return meeting === undefined || meeting.isSecondGiven ? [] : [{ notice, meeting }];
  });
}
