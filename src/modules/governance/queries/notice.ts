import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { type Counting, noNotices, noticesFrom } from '../domain/notice/given.ts';
import { type Notice, type NoticeVersion, versionsOn } from '../domain/notice/notice.ts';
import type { Notices } from '../domain/notice/timeliness.ts';
import { findNotice, findNotices } from '../store/notices.ts';
import { valueOn } from './rules-on.ts';
import { rulesAndCalendars } from './standings.ts';

/** A notice as it stood on a day. */
export type StoodNotice = Readonly<{
  notice: Notice;
  /** What it said on the day. */
  version: NoticeVersion;
  /** Everything it had said by then, the first first. */
  versions: readonly NoticeVersion[];
}>;

/** One notice as it stood on a day; undefined where there is none or it was not yet published. */
export async function noticeOf(sql: Sql, noticeId: string, on: IsoDate): Promise<StoodNotice | undefined> {
  const notice = await findNotice(sql, noticeId);
  if (notice === undefined) return undefined;
  const versions = versionsOn(notice, on);
  const version = versions.at(-1);
  return version === undefined ? undefined : { notice, version, versions };
}

/**
 * What notice was given of a decision, for `timeliness`: what the versions of its notice that were public on the day it was
 * taken had announced. An id that no notice has is no notice given.
 */
export async function noticesGiven(sql: Sql, noticeId: string, takenOn: IsoDate): Promise<Notices> {
  const given = await noticesGivenFor(sql, [{ noticeId, takenOn }]);
  return given(noticeId, takenOn);
}

/** The same for many decisions, read in one go and then asked one by one. */
export async function noticesGivenFor(
  sql: Sql,
  asked: readonly Readonly<{ noticeId: string; takenOn: IsoDate }>[],
): Promise<(noticeId: string, takenOn: IsoDate) => Notices> {
  const notices = await findNotices(sql, [...new Set(asked.map(({ noticeId }) => noticeId))]);
  const byId = new Map(notices.map((notice) => [notice.id, notice]));
  const bodies = await rulesAndCalendars(sql, [...new Set(notices.map(({ bodyId }) => bodyId))]);
  return (id, takenOn) => {
    const notice = byId.get(id);
    const body = notice === undefined ? undefined : bodies.get(notice.bodyId);
    if (notice === undefined || body === undefined) return noNotices;
    const cutOff = valueOn(body.rules, 'record.cutOff', takenOn);
    return noticesFrom(versionsOn(notice, takenOn), { calendar: body.calendar, cutOff });
  };
}

/** By what a body’s publications are counted on a day; undefined where there is no such body. */
export async function countingOf(sql: Sql, bodyId: string, on: IsoDate): Promise<Counting | undefined> {
  const body = (await rulesAndCalendars(sql, [bodyId])).get(bodyId);
  return body && { calendar: body.calendar, cutOff: valueOn(body.rules, 'record.cutOff', on) };
}
